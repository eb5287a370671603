"""A linear-chain conditional random field: which label each token has, and how sure the whole sequence is.

Weights are natural logarithms in thousandths. Those of one attribute for all labels are the lanes of one integer, 24
bits each, so that adding two integers adds the weights of all labels at once. Lanes that are compared hold sums above
`_ZERO`, so that none is negative and the highest bit of each is free: it tells which of two is the greater. So a lane
has room for 130 of the highest weights; a token has some fifty attributes.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

_UNIT = 1000
_LANE = 24
_ZERO = 1 << (_LANE - 2)
_MASK = (1 << _LANE) - 1
# How far behind the best a sequence of labels may be, up to a token: to be followed, and to count in the probability.
_BEHIND = 7 * _UNIT
_NEAR = 6 * _UNIT
_WHOLE = [1.0]


class Weights(Struct, frozen=True):
    """A trained model as it is stored.

    `attributes`: one a line; `starts`: where the weights of each begin (one more than attributes), in `lanes` (numbers
    of labels) and `values` (thousandths). `transitions`: from each label (last row: from the start) to each, by rows.
    """

    labels: tuple[str, ...]
    attributes: str
    starts: bytes
    lanes: bytes
    values: bytes
    transitions: bytes


class Labelled(Struct, frozen=True):
    """The label of each token, and the probability of them all together."""

    labels: list[str]
    probability: float


@lru_cache(maxsize=1 << 14)
def _lanes(tops: int) -> list[int]:
    """The lanes whose highest bits are set, in order."""
    return [lane for lane in range(tops.bit_length() // _LANE) if tops >> (_LANE * lane + _LANE - 1) & 1]


class Model:
    """A model ready to label; the weights of an attribute are taken out of their bytes when it is first seen."""

    def __init__(self, weights: Weights) -> None:
        size = self._size = len(weights.labels)
        self._labels = weights.labels
        names = weights.attributes.split("\n")
        self._numbers = {name: at for at, name in enumerate(names)}
        self._packed: list[int | None] = [None] * len(names)
        self._starts = array("I", weights.starts)
        self._lanes = weights.lanes
        self._values = array("h", weights.values)
        self._ones = sum(1 << (_LANE * lane) for lane in range(size))
        self._level, self._tops = _ZERO * self._ones, self._ones << (_LANE - 1)
        self._alone = [[label] for label in range(size)]
        self._top = [1 << (_LANE * lane + _LANE - 1) for lane in range(size)]
        flat = array("h", weights.transitions)
        self._from = [flat[at * size : (at + 1) * size].tolist() for at in range(size + 1)]
        self._likely = [row.index(max(row)) for row in self._from]
        self._odds = [[math.exp(value / _UNIT) for value in row] for row in self._from]
        self._ways = [
            self._level + sum(value << (_LANE * lane) for lane, value in enumerate(row)) for row in self._from
        ]

    def packed(self, attributes: Iterable[str]) -> int:
        """The weights of attributes for all labels, added up; one that no string showed weighs nothing."""
        number, known = self._numbers.get, self._packed
        total = 0
        for attribute in attributes:
            at = number(attribute)
            if at is not None:
                value = known[at]
                total += self._unpacked(at) if value is None else value
        return total

    def labelled(self, rows: Sequence[int]) -> Labelled:
        """The most probable labels of tokens whose weights are given, `packed`."""
        ones, best = self._ones, self._size
        near = live = [best]
        scores, shares = [0], [1.0]
        trail: list[tuple[list[int], list[int]]] = []
        gained, mass = 0, 0.0
        for row in rows:
            before = near
            ways: list[int] = []
            if len(live) == 1:
                sums = row + self._ways[best]
            else:
                ways = [self._ways[one] + score * ones for one, score in zip(live, scores, strict=True)]
                sums = row + self._highest(ways)
            trail.append((live, ways))
            best, most, live = self._leading(sums, self._likely[best])
            gained += most
            near = live
            if len(live) > 1:
                scores = [((sums >> _LANE * label) & _MASK) - _ZERO - most for label in live]
                near = [label for label, score in zip(live, scores, strict=True) if score > -_NEAR]
            if not ways and len(near) == 1:
                mass += most / _UNIT
                shares = _WHOLE
            else:
                shares, more = self._shared(before, shares, near, row + self._level)
                mass += more
        last = live[scores.index(0)] if len(live) > 1 else best
        return Labelled(self._traced(trail, last), math.exp(min(0.0, gained / _UNIT - mass)))

    def _highest(self, ways: Sequence[int]) -> int:
        """The highest value of each lane."""
        highest = ways[0]
        for way in ways[1:]:
            higher = ((way | self._tops) - highest) & self._tops
            highest ^= (highest ^ way) & (higher - (higher >> (_LANE - 1)))
        return highest

    def _leading(self, sums: int, likely: int) -> tuple[int, int, list[int]]:
        """The best label, what its lane holds, and the labels near it, in order; quick where the likely one is best."""
        tops, ones = self._tops, self._ones
        value = (sums >> _LANE * likely) & _MASK
        above = ((sums | tops) - (value - _BEHIND + 1) * ones) & tops
        if above == self._top[likely]:
            return likely, value - _ZERO, self._alone[likely]
        while higher := ((sums | tops) - (value + 1) * ones) & tops:
            likely = higher.bit_length() // _LANE - 1
            value = (sums >> _LANE * likely) & _MASK
            above = 0
        return likely, value - _ZERO, _lanes(above or ((sums | tops) - (value - _BEHIND + 1) * ones) & tops)

    def _shared(
        self, before: list[int], shares: list[float], near: list[int], weights: int
    ) -> tuple[list[float], float]:
        """The share of each label in the sum over all sequences that were near the best, and that sum's logarithm."""
        first = near[0]
        level = (weights >> _LANE * first) & _MASK
        gained = (level - _ZERO) / _UNIT
        if len(before) == 1 and len(near) == 1:
            return _WHOLE, self._from[before[0]][first] / _UNIT + gained
        ways = [*zip(shares, [self._odds[one] for one in before], strict=True)]
        sums: list[float] = []
        for label in near:
            odds = 0.0
            for share, way in ways:
                odds += share * way[label]
            if label != first:
                odds *= math.exp((((weights >> _LANE * label) & _MASK) - level) / _UNIT)
            sums.append(odds)
        if len(sums) == 1:
            return _WHOLE, math.log(sums[0]) + gained
        total = sum(sums)
        return [one / total for one in sums], math.log(total) + gained

    def _traced(self, trail: Sequence[tuple[list[int], list[int]]], label: int) -> list[str]:
        """The labels of the best sequence, from its last back to its first."""
        found: list[str] = []
        for live, ways in reversed(trail):
            found.append(self._labels[label])
            if len(live) > 1:
                column = [(way >> _LANE * label) & _MASK for way in ways]
                label = live[column.index(max(column))]
            else:
                label = live[0]
        found.reverse()
        return found

    def _unpacked(self, number: int) -> int:
        """What an attribute weighs that was not asked for before."""
        value = 0
        for at in range(self._starts[number], self._starts[number + 1]):
            value += self._values[at] << (_LANE * self._lanes[at])
        self._packed[number] = value
        return value
