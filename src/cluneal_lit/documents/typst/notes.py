"""The footnotes of Typst, `#footnote[…]`: written behind the text with their numbers; their marks lead there.

(https://typst.app/docs/reference/model/footnote/)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.documents.composed import Composed
from cluneal_lit.model import Anchor, Document, Embedded, Span

_NOTE = re.compile(r"#footnote(?:\((?:[^()<>\n]{0,200}|\s*<(?P<again>[\w][\w:.-]*)>\s*)\))?(?P<opening>\[)?")
_LABEL = re.compile(r"[ \t]*\n?[ \t]*<([\w][\w:.-]*)>")
_KEY = re.compile(r"@([\w][\w:.-]*\w|\w)")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Mark(Struct, frozen=True):
    """Where a mark is to stand in the place of the source, and the content of its note there; None where the note
    stands at another mark."""

    start: int
    end: int
    number: int
    content: tuple[int, int] | None = None


def behind(document: Document, shown: str) -> Document:
    """The document with its footnotes behind its text; `shown` is the text without what is hidden."""
    marks = list(_marks(shown)) if "#footnote" in shown else []
    if not marks:
        return document
    parts, composed, at = _Parts(document), Composed(), 0
    for mark in marks:
        composed.put(parts.part(at, mark.start))
        start = composed.say(str(mark.number).translate(_RAISED), document.place(mark.start))
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


def _marks(shown: str) -> Iterator[_Mark]:
    """The marks in order; those that only name a note are known when all notes are."""
    notes, named = list[_Mark](), dict[str, int]()
    closing, last = _closing(shown), 0
    for match in _NOTE.finditer(shown):
        end = closing.get(match.end() - 1) if match["opening"] else None
        if end is None or match.start() < last:
            continue
        label = _LABEL.match(shown, end + 1)
        last = label.end() if label else end + 1
        notes.append(_Mark(match.start(), last, len(notes) + 1, (match.end(), end)))
        if label:
            named[label[1]] = len(notes)
    again = [(match, match["again"]) for match in _NOTE.finditer(shown) if match["again"]]
    again += [(match, match[1]) for match in _KEY.finditer(shown) if named]
    others = [_Mark(*match.span(), named[name]) for match, name in again if name in named]
    at = 0
    for mark in sorted([*notes, *others], key=lambda mark: mark.start):
        if mark.start >= at:
            yield mark
            at = mark.end


def _closing(shown: str) -> dict[int, int]:
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
