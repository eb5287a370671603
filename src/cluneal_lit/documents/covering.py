"""Spans over one another: which of them begin where a reader sees text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from cluneal_lit.model import Embedded, Span, order


class Covered:
    """Stretches that are not shown and do not overlap."""

    def __init__(self, unseen: Iterable[Span]) -> None:
        self._unseen = sorted(unseen, key=order)
        self._starts = [span.start for span in self._unseen]

    def shows(self, one: Span | Embedded) -> bool:
        """Whether what begins there is shown."""
        place = bisect_right(self._starts, one.start)
        return place == 0 or one.start >= self._unseen[place - 1].end
