"""Where the text of a page stands in its source, and what lies over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal
from urllib.parse import unquote

from cluneal_lit.model import Anchor, Place, Span

Kind = Literal["superscript", "link", "code", "deleted", "anchor"]

_JOINING = re.compile(r"[–—,;-]")


class Stretch:
    """What lies over pieces: the first of them and the one behind the last; -1 before they are known."""

    __slots__ = ("end", "kind", "start", "target")

    def __init__(self, kind: Kind, target: str = "") -> None:
        self.kind = kind
        self.target = target
        self.start = self.end = -1


class Label:
    """The number or bullet of a list item: where the item begins, and the piece that waits for the label."""

    __slots__ = ("at", "piece")

    def __init__(self, at: int) -> None:
        self.at = at
        self.piece = -1


def anchors(source: str, pieces: Iterable[tuple[int, int]]) -> tuple[Anchor, ...]:
    """The anchors of a text.

    Its pieces begin at (offset in the text, offset in the source), the latter below zero where the source has no place.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    found = [Anchor(0, Place(1, 1))]
    for offset, at in pieces:
        if at < 0:
            continue
        line = bisect_right(starts, at)
        place, last = Place(line, at - starts[line - 1] + 1), found[-1]
        if offset == 0:
            found = [Anchor(0, place)]
        elif place != Place(last.place.line, (last.place.column or 0) + offset - last.offset):
            found.append(Anchor(offset, place))
    return tuple(found)


def laid(stretches: Sequence[Stretch], offsets: Sequence[int]) -> list[Span]:
    """The spans of stretches in order, by the offsets of their pieces; those over nothing are left out unless they lead
    somewhere, and anchors to which no link leads."""
    led = {unquote(each.target.partition("#")[2]) for each in stretches if each.kind == "link"}
    known = (each for each in stretches if each.start >= 0 and (each.kind != "anchor" or each.target in led))
    spans = (Span(offsets[each.start], offsets[max(each.start, each.end)], each.kind, each.target) for each in known)
    kept = (span for span in spans if span.start < span.end or span.target)
    return sorted(kept, key=lambda span: (span.start, -span.end, span.kind, span.target))


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, raised ones that touch at a dash or comma made one: `<sup>1</sup><sup>,2</sup>`."""
    kept: list[Span] = []
    last = -1
    for span in spans:
        if span.kind == "superscript":
            before = kept[last] if last >= 0 else None
            if before and before.end == span.start and _JOINING.search(text[span.start - 1 : span.start + 1]):
                kept[last] = Span(before.start, span.end, "superscript")
                continue
            last = len(kept)
        kept.append(span)
    return tuple(kept)
