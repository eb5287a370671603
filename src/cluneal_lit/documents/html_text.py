"""The text of a page, written piece by piece: what parts its lines, where each piece stands, what lies over it."""

from __future__ import annotations

import re
from itertools import accumulate

from cluneal_lit.documents.html_places import Label, Stretch, anchors, joined, laid
from cluneal_lit.documents.html_tokens import meant
from cluneal_lit.model import Anchor, Span

# What parts two pieces, weak to strong.
NOTHING, SPACE, LINE, BLANK_LINE = range(4)

_REFERENCE = r"&(?:#[xX]?[0-9a-fA-F]{1,32}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
_UNSEEN = "\0\u00ad\u200b\u2060\ufeff"  # nul, soft hyphen, and characters without width
_FOLDED = re.compile(rf"[ \t\n\f\r]{{2,}}|[\t\n\f\r]|[{_UNSEEN}]|{_REFERENCE}")
_KEPT = re.compile(rf"\n|[{_UNSEEN}]|{_REFERENCE}")
_LABEL_ALONE = re.compile(r"(?:[\[(]\d{1,4}[\])][.:]?|\d{1,4}[.)])")
_LONGEST_LABEL = 7
_INDENT = "   "
_HERE = -1  # the place of what the page does not hold as characters: counted on from what stands before


class Writer:
    """A text that grows. `depth` says how many lists it is in, `size` and `lines` how much is written."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._offsets: list[int] = []
        self._gap = NOTHING
        self._gap_at = _HERE
        self._tabs = 0
        self._line: list[str] = []
        self._label: Label | None = None
        self._opening: list[Stretch] = []
        self._links: list[Stretch] = []
        self._stretches: list[Stretch] = []
        self.depth = 0
        self.size = 0
        self.lines = 0

    @property
    def line(self) -> str:
        """What the line holds so far where that are few pieces, as of a label; else nothing."""
        return "".join(self._line) if len(self._line) < _LONGEST_LABEL else ""

    @property
    def in_new_cell(self) -> bool:
        return self._tabs > 0

    def part(self, gap: int, at: int = _HERE) -> None:
        """Part what comes from what is written; the strongest part counts, and a line's end ends a link with text."""
        if gap > self._gap and not (gap == SPACE and self._tabs):
            self._gap, self._gap_at = gap, at
        if gap >= LINE:
            self._tabs = 0
            while self._links and self._links[-1].start >= 0:
                self.end(self._links.pop())

    def break_line(self) -> None:
        """End the line as `<br>` does: twice, and there is a line between."""
        self.part(BLANK_LINE if self._gap == LINE else LINE)

    def next_cell(self) -> None:
        """Part what comes as cells of a table row are parted, whatever blocks have ended before."""
        self._gap = NOTHING
        self._tabs += 1

    def go_on(self) -> None:
        """Let what comes stand in the line, whatever blocks have ended before."""
        self._gap = SPACE

    def expect(self, label: Label) -> None:
        """Let the next text begin with this label."""
        self._label = label

    def forget(self, label: Label) -> None:
        """Expect no text behind this label any more."""
        if self._label is label:
            self._label = None

    def begin(self, stretch: Stretch) -> None:
        """Let the stretch begin with the next text."""
        self._opening.append(stretch)
        if stretch.kind == "link":
            self._links.append(stretch)

    def mark(self, name: str) -> Stretch:
        """An anchor that begins with the next text, and is empty there if it is not ended later."""
        stretch = Stretch("anchor", name)
        self._opening.append(stretch)
        self._stretches.append(stretch)
        return stretch

    def end(self, stretch: Stretch, at: int = _HERE) -> None:
        """End the stretch behind the last text. A link without text stays where it is, from offset `at`."""
        if stretch.end >= 0:
            return
        if stretch.start < 0:
            if stretch.kind == "link":
                self._write("", at)
            stretch.start = len(self._pieces)
        stretch.end = len(self._pieces)
        if stretch.kind != "anchor":
            self._stretches.append(stretch)

    def say(self, start: int, end: int, kept: bool = False, decoded: bool = True) -> None:
        """Write a stretch of the source; white space is folded unless it is `kept`."""
        at = start
        for match in (_KEPT if kept else _FOLDED).finditer(self._source, start, end):
            self._literal(at, match.start(), kept)
            at = match.end()
            if match[0][0] == "&":
                self._reference(match, decoded)
            elif match[0] == "\n" and kept:
                self.break_line()
            elif match[0][0] not in _UNSEEN:
                self.part(SPACE, match.start())
        self._literal(at, end, kept)

    def add(self, text: str, at: int) -> None:
        """Write a text that stands for what the source has at an offset."""
        self._part_now()
        if self._label:
            self._label.piece = len(self._pieces)
            self._write("", self._label.at)
            self._label = None
        for stretch in self._opening:
            if stretch.end < 0:
                stretch.start = len(self._pieces)
        self._opening.clear()
        self._write(text, at)

    def said(self, first: int, last: int) -> str:
        """What the pieces from the first to the one before the last say."""
        return "".join(self._pieces[first:last])

    def drop(self, stretch: Stretch) -> None:
        """Take a stretch out, with its text."""
        self._pieces[stretch.start : stretch.end] = [""] * (stretch.end - stretch.start)
        stretch.target = ""

    def change(self, piece: int, text: str) -> None:
        """Put another text in the place of a piece."""
        self._pieces[piece] = text

    def whole(self) -> tuple[str, tuple[Anchor, ...], tuple[Span, ...]]:
        """The text, its anchors and its spans."""
        offsets = [0, *accumulate(map(len, self._pieces))]
        text = "".join(self._pieces)
        found = joined(text, laid(self._stretches, offsets))
        return text, anchors(self._source, zip(offsets, self._offsets, strict=False)), found

    def _literal(self, start: int, end: int, kept: bool) -> None:
        text = self._source[start:end]
        shown = text if kept else text.strip(" ")
        if not shown:
            if text:
                self.part(SPACE, start)
            return
        begin = start if kept or text[0] != " " else start + len(text) - len(text.lstrip(" "))
        if begin > start:
            self.part(SPACE, start)
        self.add(shown, begin)
        if begin + len(shown) < end:
            self.part(SPACE, begin + len(shown))

    def _reference(self, match: re.Match[str], decoded: bool) -> None:
        text, tail = meant(match[0]) if decoded else ("", len(match[0]))
        if text and text in " \t\n\f\r":
            self.part(SPACE, match.start())
        elif shown := "".join(char for char in text if char not in _UNSEEN):
            self.add(shown, match.start())
        if tail:
            self.add(match[0][-tail:], match.end() - tail)

    def _part_now(self) -> None:
        gap, tabs, self._gap, self._tabs = self._gap, self._tabs, NOTHING, 0
        if not self._pieces or not self.size:
            return
        if gap >= LINE and not (self._label is None and _LABEL_ALONE.fullmatch(self.line)):
            depth = self.depth - (self._label is not None)
            self._write("\n" * (gap - SPACE) + _INDENT * max(depth, 0), _HERE)
            self._line = []
            self.lines += 1
        elif tabs:
            self._write("\t" * tabs, _HERE)
        elif gap:
            self._write(" ", self._gap_at if gap == SPACE and self._pieces[-1] else _HERE)

    def _write(self, text: str, at: int) -> None:
        self._pieces.append(text)
        self._offsets.append(at)
        self.size += len(text)
        if len(self._line) < _LONGEST_LABEL:
            self._line.append(text)
