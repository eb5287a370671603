"""The pieces of which the text of a page grows: what parts its lines, where each stands, what lies over them."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import accumulate

from cluneal_lit.documents.html.places import Label, Places, Stretch, laid
from cluneal_lit.documents.spans import joined
from cluneal_lit.model import Span

# What parts two pieces, weak to strong.
NOTHING, SPACE, LINE, BLANK_LINE = range(4)

_LABEL_ALONE = re.compile(r"(?:[\[(]\d{1,4}[\])][.:]?|\d{1,4}[.)])")
_LABEL_ENDS = ")].:"
_LONGEST_LABEL = 7
_INDENT = "   "
_HERE = -1  # the place of what the page does not hold as characters: counted on from what stands before


class Pieces:
    """A text that grows.

    `depth` says how many lists it is in, `lines` how many are written, `tabs` how many cells on the next text begins.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._origins: list[int] = []
        self._folded: dict[int, tuple[int, int]] = {}
        self._gap = NOTHING
        self._gap_at = _HERE
        self.tabs = 0
        self._line = 0
        self._label: Label | None = None
        self._opening: list[Stretch] = []
        self._links: list[Stretch] = []
        self._stretches: list[Stretch] = []
        self._size = self._sized = 0
        self.depth = 0
        self.lines = 0

    @property
    def size(self) -> int:
        """How many characters are written."""
        self._size += sum(map(len, self._pieces[self._sized :]))
        self._sized = len(self._pieces)
        return self._size

    @property
    def line(self) -> str:
        """What the line holds so far where that are few pieces, as of a label; else nothing."""
        return "".join(self._pieces[self._line :]) if len(self._pieces) < self._line + _LONGEST_LABEL else ""

    def part(self, gap: int, at: int = _HERE) -> None:
        """Part what comes from what is written; the strongest part counts, and a line's end ends a link with text."""
        if gap > self._gap and not (gap == SPACE and self.tabs):
            self._gap, self._gap_at = gap, at
        if gap >= LINE:
            self.tabs = 0
            while self._links and self._links[-1].start >= 0:
                self.end(self._links.pop())

    def break_line(self) -> None:
        """End the line as `<br>` does: twice, and there is a line between."""
        self.part(BLANK_LINE if self._gap == LINE else LINE)

    def next_cell(self, *, begins: bool = False) -> None:
        """Part what comes as cells of a table row are parted, whatever blocks have ended before.

        `begins`: the cells before it in its row are empty, so that the row begins with it.
        """
        self._gap = max(self._gap, LINE) if begins else NOTHING
        self.tabs += 1

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
                self._stand_for("", at)
            stretch.start = len(self._pieces)
        stretch.end = len(self._pieces)
        if stretch.kind != "anchor":
            self._stretches.append(stretch)

    def add(self, text: str, origin: int) -> None:
        """Write a text, if there is any, that stands in the source from an offset on."""
        if text:
            self._ready()
            self._pieces.append(text)
            self._origins.append(origin)

    def add_for(self, text: str, origin: int) -> None:
        """Write a text that stands for what the source has at an offset."""
        self._ready()
        self._stand_for(text, origin)

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

    def whole(self, led: Set[str]) -> tuple[str, Places, tuple[Span, ...]]:
        """The text, its places and its spans; `led` are names of places to which other files lead."""
        offsets = list(accumulate(map(len, self._pieces), initial=0))
        text = "".join(self._pieces)
        found = joined(text, laid(self._stretches, offsets, led))
        return text, Places(self._source, offsets, self._origins, self._folded), found

    def _ready(self) -> None:
        """Write what stands before a text: what parts it from the last, and its label."""
        if self._gap or self.tabs:
            self._part_now()
        if self._label:
            self._label.piece = len(self._pieces)
            self._stand_for("", self._label.at)
            self._label = None
        if self._opening:
            for stretch in self._opening:
                if stretch.end < 0:
                    stretch.start = len(self._pieces)
            self._opening.clear()

    def _part_now(self) -> None:
        gap, tabs, self._gap, self.tabs = self._gap, self.tabs, NOTHING, 0
        if not self._size and not self.size:
            gap = NOTHING
        if gap >= LINE and not (
            self._label is None and self._pieces[-1][-1:] in _LABEL_ENDS and _LABEL_ALONE.fullmatch(self.line)
        ):
            depth = self.depth - (self._label is not None)
            self._write("\n" * (gap - SPACE) + _INDENT * max(depth, 0), _HERE)
            self._line = len(self._pieces)
            self.lines += 1
            gap = NOTHING
        if tabs:
            self._write("\t" * tabs, _HERE)
        elif gap:
            self._write(" ", self._gap_at if gap == SPACE and self._pieces[-1] else _HERE)

    def _stand_for(self, text: str, origin: int) -> None:
        self._folded[len(self._pieces)] = origin, origin
        self._write(text, origin)

    def _write(self, text: str, origin: int) -> None:
        self._pieces.append(text)
        self._origins.append(origin)
