"""The lists of a LaTeX document: bulleted, numbered, and that of references."""

from __future__ import annotations

import re

from cluneal_lit.documents.latex import commands
from cluneal_lit.documents.latex.source import Source
from cluneal_lit.documents.latex.text import BLANK, LINE, PARAGRAPH, Writer
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.model import Embedded

_ITEM = re.compile(r"\\bibitem(?![A-Za-z])")
_REFERENCES = "thebibliography"
_PANDOCS = "CSLReferences"  # whose entries are paragraphs


class Lists:
    """The open lists, and the entry of the list of references that is being written."""

    def __init__(self, source: Source, writer: Writer) -> None:
        self._source, self._writer = source, writer
        self._open: list[list[int]] = []  # the last number of each; -1 for a bulleted one
        self._references = 0
        self._last_item = len(source.text)  # behind it no `\\bibitem` stands
        self._entry: tuple[int, str] | None = None

    def begin(self, name: str, at: int, end: int, stop: int) -> int:
        """Begin an environment; where its text begins, which in a list of references is the first entry."""
        if name.rstrip("*") in commands.LISTS:
            self._open.append([0 if name.rstrip("*") in commands.NUMBERED else -1])
        if name not in (_REFERENCES, _PANDOCS):
            return end
        self.close()
        self._writer.part(PARAGRAPH)
        self._writer.say("References", at)
        self._writer.part(PARAGRAPH)
        if name == _PANDOCS:
            return end
        first = _ITEM.search(self._source.text, end, stop) if end < self._last_item else None
        self._last_item = self._last_item if first else 0
        return first.start() if first else end

    def end(self, name: str) -> None:
        """End an environment."""
        if name.rstrip("*") in commands.LISTS and self._open:
            self._open.pop()
        if name == _REFERENCES:
            self.close()

    def item(self, command: str, at: int, end: int) -> int:
        """Begin an item, with its label; where its text begins."""
        option = self._source.option(end)
        end = option[1] + 1 if option else end
        if command == "item":
            self._writer.part(LINE)
            self._writer.say(self._label(option), at)
            self._writer.part(BLANK)
            return end
        group = self._source.group(end)
        self.close()
        if group is None:
            return end
        self._references += 1
        self._writer.part(PARAGRAPH)
        self._writer.say(f"[{self._references}]", at)
        self._writer.part(BLANK)
        self._entry = (self._writer.here, self._source.text[group[0] : group[1]].strip())
        return group[1] + 1

    def close(self) -> None:
        """End the entry that is being written."""
        if self._entry and self._entry[0] < self._writer.size:
            start, key = self._entry
            self._writer.embed(Embedded(start, self._writer.size, "entry", key=key, number=self._references))
        self._entry = None

    def _label(self, option: tuple[int, int] | None) -> str:
        if option:
            return plain(self._source.text[option[0] : option[1]]).strip()
        if not self._open or self._open[-1][0] < 0:
            return "•"
        self._open[-1][0] += 1
        return f"{self._open[-1][0]}."
