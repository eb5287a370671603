"""The text of an office document, written paragraph by paragraph, with its places and what lies over it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from cluneal_lit.documents.cited_works import Work
from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.office import lists
from cluneal_lit.documents.spans import touching
from cluneal_lit.model import Document, Embedded, Place, Span

Kind = Literal["superscript", "link", "deleted", "anchor"]

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, characters without width
_BLANKS = re.compile(r"[\n\r]+")
_BLANK_LINE = "\n\n"


class Writer:
    """A text that grows. Blocks are parted by blank lines, cells of a table by tabs, its rows as blocks are.

    `place` is that of the next block.
    """

    def __init__(self) -> None:
        self.place = Place()
        self._composed = Composed()
        self._gap: str | None = ""
        self._label = ""
        self._lines = self._row_lines = 0
        self._in_new_cell = self._in_new_row = False
        self._apart: set[int] = set()
        self._lists: list[tuple[int, int]] = []

    @property
    def size(self) -> int:
        """How much is written."""
        return self._composed.size

    @property
    def here(self) -> int:
        """Where the next text will begin."""
        if self._gap is None:
            return self._composed.size
        return self._composed.size + (len(self._gap) if self._composed.size else 0) + len(self._label)

    @property
    def last(self) -> str:
        """The last character of the block so far; empty at its beginning."""
        return self._composed.behind(self._composed.size - 1) if self._gap is None else ""

    def begun(self, before: int) -> int:
        """Where the text begins that was written behind the offset: behind what parts it from the text before."""
        return before + len(_BLANK_LINE) if 0 < before < self._composed.size else before

    def block(self, place: Place, label: str = "") -> None:
        """Let the next text be a block of its own with this label, but let the first of a cell stand in its row."""
        if not self._in_new_cell:
            self._gap = _BLANK_LINE
        self.place, self._label = place, label

    def row(self) -> None:
        """Let the next text begin a row."""
        self._gap, self._label = _BLANK_LINE, ""
        self._in_new_cell = self._in_new_row = True

    def next_cell(self) -> None:
        """Let the next text stand in the next cell of the row; behind a cell of several lines it is a block.

        A cell that holds nothing but an automatic number holds it as text.
        """
        number, self._label = self._label.strip(), ""
        if number:
            self.say(number)
        gap = self._gap or ""
        if self._in_new_row:
            self._gap = gap + "\t"
        else:
            self._gap = _BLANK_LINE if self._lines > self._row_lines else "\t" * (gap.count("\t") + 1)
        self._label, self._in_new_cell = "", True

    def end_table(self) -> None:
        """Let the next text be a block, outside of any cell."""
        self._in_new_cell = self._in_new_row = False

    def say(self, text: str) -> None:
        """Write a text; line ends in it are blanks, and what has no width is left out."""
        if not text.isprintable():
            text = _BLANKS.sub(" ", _UNSEEN.sub("", text))
        if not text:
            return
        if self._gap is not None:
            self._begin(self._gap)
        self._composed.say(text)

    def break_line(self) -> None:
        """End the line within the block."""
        if self._gap is None:
            self._composed.say("\n")
            self._lines += 1

    def lay(self, kind: Kind, start: int, target: str = "") -> None:
        """Lay a span over what was written from `start` on; only links and anchors may lie over nothing."""
        if start < self._composed.size or kind in ("link", "anchor"):
            self._composed.lay((Span(start, max(start, self._composed.size), kind, target),))

    def keep_apart(self) -> None:
        """Let what was raised so far end here, whatever touches it."""
        self._apart.add(self._composed.size)

    def refer(self, number: int, kind: str) -> None:
        """Write the number of a note, raised, and lead to the note."""
        self.keep_apart()
        start = self.here
        self.say(str(number))
        self.lay("superscript", start)
        self.lay("link", start, f"#{kind}-{number}")
        self.keep_apart()

    def name(self, start: int, works: Iterable[Work]) -> None:
        """Keep the works that a field names for what was written from `start` on."""
        self.keep_apart()
        for ids, fields in works:
            if ids or fields:
                self._composed.embed(Embedded(start, self._composed.size, "field", ids, fields))

    def list_references(self, start: int) -> None:
        """Let the paragraphs that were written from `start` on be entries of a list of references."""
        if start < self._composed.size:
            self._lists.append((start, self._composed.size))

    def document(self, path: str, kind: str) -> Document:
        """The document that was written, without anchors to which no link leads."""
        written = self._composed.document(path, kind)
        led = {span.target.partition("#")[2] for span in written.spans if span.kind == "link"}
        kept = (span for span in written.spans if span.kind != "anchor" or span.target in led)
        whole = {
            Span(min(span.start, self._composed.size), min(span.end, self._composed.size), span.kind, span.target)
            for span in kept
        }
        spans = touching(whole, self._apart)
        named = (work for work in written.embedded if work.start < work.end)
        works = sorted([*named, *lists.entries(written.text, self._lists, spans)], key=lambda work: work.start)
        return replace(written, spans=spans, embedded=tuple(works))

    def _begin(self, gap: str) -> None:
        if self._composed.size:
            self._composed.say(gap)
            self._lines += "\n" in gap
        if self._in_new_row:
            self._row_lines = self._lines
        self._in_new_row = self._in_new_cell = False
        self._composed.say(self._label, self.place)
        self._gap, self._label = None, ""
