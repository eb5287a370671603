"""Where the text of a page stands in its source, and what lies over it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from cluneal_lit.documents.html.fold import Fold
from cluneal_lit.lines import Lines
from cluneal_lit.model import Anchor, Place, Span, order

Kind = Literal["superscript", "link", "code", "deleted", "anchor"]


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


class Places(Struct, frozen=True, dict=True):
    """Where the pieces of a text stand in its source.

    `offsets` are where they begin in the text, and its end; `origins` where in the source, below zero for what has no
    place there; `stretches` are those of the source that a piece is not letter for letter: an empty one for a piece
    that stands for what the source has there.
    """

    source: str
    offsets: list[int]
    origins: list[int]
    stretches: dict[int, tuple[int, int]]

    def at(self, offset: int) -> Place:
        """The place of a character of the text."""
        piece = min(bisect_right(self.offsets, offset), len(self.origins)) - 1
        while piece >= 0 and self.origins[piece] < 0:
            piece -= 1
        if piece < 0:
            return Place(1, 1 + offset)
        further = offset - self.offsets[piece]
        start, end = self.stretches.get(piece, (0, -1))
        within = 0 if start == end else max(0, min(further, self.offsets[piece + 1] - self.offsets[piece] - 1))
        origin = self.origins[piece] + within if end <= start else start + self._fold(piece).origin(within)
        line, column = self._lines.position(origin)
        return Place(line, column + further - within)

    def __iter__(self) -> Iterator[Anchor]:
        yield Anchor(0, self.at(0))
        for piece, origin in enumerate(self.origins):
            begin, behind = self.offsets[piece : piece + 2]
            if origin >= 0:
                start, end = self.stretches.get(piece, (0, -1))
                for offset in (begin + cut for cut in (self._fold(piece).cuts() if start < end else (0,))):
                    if offset > 0 and (offset < behind or offset == begin):
                        yield Anchor(offset, self.at(offset))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.source)

    @cached_property
    def _folds(self) -> dict[int, Fold]:
        return {}

    def _fold(self, piece: int) -> Fold:
        if piece not in self._folds:
            start, end = self.stretches[piece]
            self._folds[piece] = Fold(self.source[start:end])
        return self._folds[piece]


def laid(stretches: Sequence[Stretch], offsets: Sequence[int], outside: Set[str]) -> list[Span]:
    """The spans of stretches in order, by the offsets of their pieces; those over nothing are left out unless they lead
    somewhere, and anchors to which no link leads, here or from `outside`."""
    led = {unquote(each.target.partition("#")[2]) for each in stretches if each.kind == "link"} | outside
    known = (each for each in stretches if each.start >= 0 and (each.kind != "anchor" or each.target in led))
    spans = (Span(offsets[each.start], offsets[max(each.start, each.end)], each.kind, each.target) for each in known)
    kept = (span for span in spans if span.start < span.end or span.target)
    return sorted(dict.fromkeys(kept), key=order)  # Word writes one mark as two, one in the other
