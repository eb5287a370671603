"""A text that grows out of parts, each with its places and what lies over it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cluneal_lit.model import Anchor, Document, Embedded, Finding, Place, Span, order


class Composed:
    """The parts so far; `size` is the length of their text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._anchors: list[Anchor] = []
        self._spans: list[Span] = []
        self._embedded: list[Embedded] = []
        self.findings: list[Finding] = []
        self.size = 0

    def say(self, text: str, place: Place | None = None) -> int:
        """Add a text, which stands at a place of its own or goes on in that of the text before; gives its offset."""
        start = self.size
        if place is not None:
            if self._anchors and self._anchors[-1].offset == start:
                self._anchors.pop()
            self._anchors.append(Anchor(start, place))
        if text:
            self._parts.append(text)
        self.size += len(text)
        return start

    def put(self, part: Document, place: Place | None = None) -> None:
        """Add a document; all of it stands at the place, or where it says itself."""
        start = self.size
        if place is None:
            self._anchors += (Anchor(start + one.offset, one.place) for one in part.anchors)
        self.say(part.text, place)
        self.lay(replace(span, start=start + span.start, end=start + span.end) for span in part.spans)
        for one in part.embedded:
            self.embed(replace(one, start=start + one.start, end=start + one.end))
        self.findings += part.findings

    def lay(self, spans: Iterable[Span]) -> None:
        """Lay spans over the text."""
        self._spans += spans

    def embed(self, work: Embedded) -> None:
        """Add a work that the format names."""
        self._embedded.append(work)

    def behind(self, offset: int) -> str:
        """The text from an offset on."""
        found: list[str] = []
        at = self.size
        for part in reversed(self._parts):
            if at <= offset:
                break
            at -= len(part)
            found.append(part)
        return "".join(reversed(found))[max(0, offset - at) :]

    def ends_with(self, sign: str) -> bool:
        """Whether the text ends so; a text without anything ends with everything."""
        return not self._parts or self._parts[-1].endswith(sign)

    def document(self, path: str, kind: str) -> Document:
        """The whole as a document."""
        anchors = self._anchors
        if not anchors or anchors[0].offset:
            anchors = [Anchor(0, anchors[0].place if anchors else Place()), *anchors]
        spans = sorted(self._spans, key=order)
        embedded = sorted(self._embedded, key=lambda one: (one.start, one.end))
        text = "".join(self._parts)
        return Document(path, kind, text, tuple(anchors), tuple(spans), tuple(embedded), tuple(self.findings))
