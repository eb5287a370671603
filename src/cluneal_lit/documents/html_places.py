"""Where the text of a page stands in its source, and what lies over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

from cluneal_lit.model import Anchor, Place, Span

Kind = Literal["superscript", "link", "code", "deleted"]

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
