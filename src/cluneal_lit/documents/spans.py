"""Spans beside and over one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import accumulate

from cluneal_lit.late import late
from cluneal_lit.model import Embedded, Span, order

_JOINING = late(r"[–—,;-]")


class Covered:
    """Stretches that are not shown; they may lie in one another."""

    def __init__(self, unseen: Iterable[Span]) -> None:
        spans = sorted(unseen, key=order)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def shows(self, one: Span | Embedded) -> bool:
        """Whether what begins there is shown."""
        place = bisect_right(self._starts, one.start)
        return place == 0 or one.start >= self._ends[place - 1]


def stretches(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where each of the spans begins and ends."""
    return ((span.start, span.end) for span in spans)


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, raised ones that touch at a dash or comma made one, `<sup>1</sup><sup>,2</sup>`: others are two."""
    return _merged(spans, ("superscript",), lambda at: bool(_JOINING.search(text[at - 1 : at + 1])))


def touching(spans: Iterable[Span], apart: Set[int]) -> tuple[Span, ...]:
    """The spans in order, raised or deleted ones that touch made one, as word processors part runs anywhere; but for
    those that touch at an offset that keeps them `apart`, as the mark of a note does."""
    merged = _merged(sorted(spans, key=order), ("superscript", "deleted"), lambda at: at not in apart)
    return tuple(sorted(merged, key=order))


def _merged(spans: Iterable[Span], kinds: Sequence[str], meet: Callable[[int], bool]) -> tuple[Span, ...]:
    kept: list[Span] = []
    last: dict[str, int] = {}
    for span in spans:
        if span.kind in kinds:
            before = kept[last[span.kind]] if span.kind in last else None
            if before and before.end == span.start and meet(span.start):
                kept[last[span.kind]] = Span(before.start, span.end, span.kind)
                continue
            last[span.kind] = len(kept)
        kept.append(span)
    return tuple(kept)
