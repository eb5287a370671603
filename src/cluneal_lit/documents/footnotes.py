"""Footnotes that stand in a source where their marks do: written behind the text, and numbers that lead there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import scripts
from cluneal_lit.documents.composed import Composed
from cluneal_lit.model import Anchor, Document, Embedded, Span

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


class Mark(Struct, frozen=True):
    """Where a mark is to stand in the place of the source, and the content of its note there; None where the note
    stands at another mark."""

    start: int
    end: int
    number: int
    content: tuple[int, int] | None = None


def behind(document: Document, marks: Sequence[Mark]) -> Document:
    """The document with its footnotes behind its text."""
    if not marks:
        return document
    parts, composed, at = _Parts(document), Composed(), 0
    for mark in marks:
        composed.put(parts.part(at, mark.start))
        start = composed.say(scripts.raised(str(mark.number)), document.place(mark.start))
        composed.lay((Span(start, composed.size, "link", f"#footnote-{mark.number}"),))
        at = mark.end
    composed.put(parts.part(at, len(document.text)))
    composed.say("\n\nFootnotes")
    for mark in marks:
        if mark.content:
            _write(composed, parts, mark.number, *mark.content)
    return composed.document(document.path, document.kind)


def _write(composed: Composed, parts: _Parts, number: int, first: int, last: int) -> None:
    note = parts.part(first, last)
    anchors = tuple(Anchor(one.offset, replace(one.place, note=f"footnote {number}")) for one in note.anchors)
    composed.say("\n\n")
    start = composed.say(f"{number}. ", anchors[0].place)
    composed.put(replace(note, anchors=anchors))
    composed.lay((Span(start, composed.size, "anchor", f"footnote-{number}"),))


def closing_brackets(shown: str) -> dict[int, int]:
    """The bracket that closes each."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(shown):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            closing[opened.pop()] = match.start()
    return closing


class _Parts:
    """A document, to take parts out of it."""

    def __init__(self, document: Document) -> None:
        self._document, self._anchors = document, list(document.anchors)
        self._offsets = [one.offset for one in self._anchors]
        self._starts = [span.start for span in document.spans]
        self._begun = [one.start for one in document.embedded]

    def part(self, first: int, last: int) -> Document:
        """What begins from an offset on, up to another."""
        whole = self._document
        inside = self._anchors[slice(*_within(self._offsets, first + 1, last))]
        anchors = [Anchor(0, whole.place(first)), *(Anchor(one.offset - first, one.place) for one in inside)]
        spans = (
            replace(one, start=one.start - first, end=min(one.end, last) - first)
            for one in whole.spans[slice(*_within(self._starts, first, last))]
        )
        works: Iterator[Embedded] = (
            replace(one, start=one.start - first, end=one.end - first)
            for one in whole.embedded[slice(*_within(self._begun, first, last))]
        )
        return Document("", "", whole.text[first:last], tuple(anchors), tuple(spans), tuple(works))


def _within(offsets: Sequence[int], first: int, last: int) -> tuple[int, int]:
    return bisect_left(offsets, first), bisect_left(offsets, last)
