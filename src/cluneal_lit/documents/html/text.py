"""The text of a page, written from stretches of its source: white space folded or kept, entities decoded or not."""

from __future__ import annotations

import re

from cluneal_lit.documents.html.fold import ENTITY, UNSEEN, decoded, folded, itself, visible
from cluneal_lit.documents.html.pieces import SPACE, Pieces
from cluneal_lit.documents.html.written import SPACES, meant
from cluneal_lit.late import late

_RARE_SIGNS = f"\f\r{UNSEEN}"  # of what is folded, most pages have none of these
_WORD = re.compile(rf"[^{SPACES}{UNSEEN}]+")
_KEPT = late(rf"\n|[{UNSEEN}]|{ENTITY.pattern}")


class Writer(Pieces):
    """A text that grows by what stands in the source."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._rare = [sign for sign in _RARE_SIGNS if sign in source]

    def say(self, start: int, end: int) -> None:
        """Write a stretch of the source, white space folded and entities decoded."""
        written = self._source[start:end]
        shown = written.strip(SPACES)
        if not shown:
            if not self._gap and not self.tabs:  # as `part` does; here most of the time goes
                self._gap, self._gap_at = SPACE, start
            return
        if (
            "\n" in shown
            or "&" in shown
            or "  " in shown
            or "\t" in shown
            or (self._rare and any(sign in shown for sign in self._rare))
        ):
            self._say_folded(start, end, folded(decoded(written)))
            return
        begin = start
        if written[0] in SPACES:
            begin += written.index(shown[0])
            if not self._gap and not self.tabs:
                self._gap, self._gap_at = SPACE, start
        if self._gap or self.tabs:
            self._part_now()
        if self._label or self._opening:
            self._ready()
        self._pieces.append(shown)
        self._origins.append(begin)
        if written[-1] in SPACES:
            self._gap, self._gap_at = SPACE, begin + len(shown)

    def say_otherwise(self, start: int, end: int, kept: bool, entities: bool) -> None:
        """Write a stretch of the source whose white space is kept, or that has no entities."""
        if kept:
            self._keep(start, end, entities)
            return
        at = start
        for word in _WORD.finditer(self._source, start, end):
            self._space(at, word.start())
            self.add(word[0], word.start())
            at = word.end()
        self._space(at, end)

    def _keep(self, start: int, end: int, entities: bool) -> None:
        """Write a stretch of the source with its white space."""
        at = start
        for match in _KEPT.finditer(self._source, start, end):
            self.add(self._source[at : match.start()], at)
            at = match.end()
            if match[0] == "\n":
                self.break_line()
            elif match[0][0] == "&":
                self._entity(match[0], match.start(), entities)
        self.add(self._source[at:end], at)

    def _say_folded(self, start: int, end: int, text: str) -> None:
        shown = text.strip(" ")
        if not shown:
            if text:
                self.part(SPACE, start)
            return
        if text[0] == " ":
            self.part(SPACE, start)
        self._ready()
        self._folded[len(self._pieces)] = start, end
        self._pieces.append(shown)
        self._origins.append(start)
        if text[-1] == " ":
            self.part(SPACE, end - 1)

    def _space(self, start: int, end: int) -> None:
        if self._source[start:end].strip(UNSEEN):
            self.part(SPACE, start)

    def _entity(self, written: str, at: int, decoded: bool) -> None:
        text = meant(written) if decoded else written
        own = itself(written, text)
        if text == "\n":
            self.break_line()
            return
        self.add(visible(text[: len(text) - own]), at)
        self.add(text[len(text) - own :], at + len(written) - own)
