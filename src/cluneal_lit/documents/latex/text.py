"""The text of a LaTeX document, written piece by piece, with the place of each in the source."""

from __future__ import annotations

from typing import Literal

from cluneal_lit.documents.latex.source import Source
from cluneal_lit.model import Anchor, Document, Embedded, Place, Span, order

Kind = Literal["superscript", "link", "code", "anchor"]
BLANK, LINE, PARAGRAPH, CELL = " ", "\n", "\n\n", "\t"
_STRENGTH = {"": 0, BLANK: 1, CELL: 2, LINE: 3, PARAGRAPH: 4}


class Writer:
    """A text that grows; `note` names the note that is being written."""

    def __init__(self, source: Source) -> None:
        self.size = 0
        self.note: str | None = None
        self._source = source
        self._pieces: list[str] = []
        self._gap = ""
        self._expected = -1
        self._anchors: list[Anchor] = []
        self._spans: list[Span] = []
        self._embedded: list[Embedded] = []

    @property
    def here(self) -> int:
        """Where the next text will begin."""
        return self.size + (len(self._gap) if self.size else 0)

    @property
    def tail(self) -> str:
        """The last characters so far."""
        return "".join(self._pieces[-3:])[-12:] + self._gap

    def part(self, gap: str) -> None:
        """Let white space stand before the next text; the strongest of several counts."""
        if _STRENGTH[gap] > _STRENGTH[self._gap]:
            self._gap = gap

    def say(self, text: str, at: int, *, exact: bool = False) -> None:
        """Write what stands at an offset of the source; `exact` where it is the source's own characters."""
        if not text:
            return
        if self.size and self._gap:
            self._pieces.append(self._gap)
            self.size += len(self._gap)
        if self._gap or at != self._expected:
            self._anchors.append(Anchor(self.size, self._source.place(at, self.note)))
        self._gap = ""
        self._pieces.append(text)
        self.size += len(text)
        self._expected = at + len(text) if exact and "\n" not in text else -1

    def span(self, start: int, kind: Kind, target: str = "") -> None:
        """Lay a span from an offset of the text to its end so far."""
        if start < self.size:
            self._spans.append(Span(start, self.size, kind, target))

    def embed(self, work: Embedded) -> None:
        self._embedded.append(work)

    def document(self, path: str) -> Document:
        anchors = self._anchors
        if not anchors or anchors[0].offset:
            anchors = [Anchor(0, Place(1, 1)), *anchors]
        spans = sorted(self._spans, key=order)
        embedded = sorted(self._embedded, key=lambda one: (one.start, one.end))
        return Document(path, "latex", "".join(self._pieces), tuple(anchors), tuple(spans), tuple(embedded))
