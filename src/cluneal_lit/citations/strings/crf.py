"""A linear-chain conditional random field: which label each token has, and how sure the whole sequence is.

Weights are natural logarithms in thousandths. Those of one attribute for all labels are the lanes of one integer, 32
bits each, so that adding two integers adds the weights of all labels at once.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import add

from msgspec import Struct

_UNIT = 1000
_LANE = 32
# How far behind the best a sequence of labels may be, up to a token: to be followed, and to count in the probability.
_BEHIND = 7 * _UNIT
_NEAR = 6 * _UNIT


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


class Model:
    """A model ready to label; the weights of an attribute are taken out of their bytes when it is first seen."""

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels
        self._size = len(weights.labels)
        self._numbers = {name: at for at, name in enumerate(weights.attributes.split("\n"))}
        self._starts = array("I", weights.starts)
        self._lanes = weights.lanes
        self._values = array("h", weights.values)
        flat = array("h", weights.transitions)
        self._from = [flat[at * self._size : (at + 1) * self._size].tolist() for at in range(self._size + 1)]
        self._odds = [[math.exp(value / _UNIT) for value in row] for row in self._from]
        self._width = self._size * _LANE // 8
        self._zero = 1 << (_LANE - 1)  # what a weight of nothing is in a lane
        self._level = sum(self._zero << (_LANE * lane) for lane in range(self._size))
        self._packed: dict[str, int] = {}

    def packed(self, attributes: Iterable[str]) -> int:
        """The weights of attributes for all labels, added up."""
        known = self._packed
        total = 0
        for attribute in attributes:
            value = known.get(attribute)
            total += self._unpacked(attribute) if value is None else value
        return total

    def labelled(self, rows: Sequence[int]) -> Labelled:
        """The most probable labels of tokens whose weights are given, `packed`."""
        live, scores = [self._size], [0]
        near, shares = [self._size], [1.0]
        trail: list[tuple[list[int], list[list[int]]]] = []
        gained, mass = 0, 0.0
        for row in rows:
            weights = memoryview((row + self._level).to_bytes(self._width, "little")).cast("I").tolist()
            ways = [
                list(map(add, self._from[one], repeat(score))) if score else self._from[one]
                for one, score in zip(live, scores, strict=True)
            ]
            top = ways[0]
            for way in ways[1:]:
                top = [one if one > other else other for one, other in zip(top, way, strict=True)]
            reached = list(map(add, top, weights))
            trail.append((live, ways))
            best = max(reached)
            least, nearest = best - _BEHIND, best - _NEAR
            live = [label for label, score in enumerate(reached) if score > least]
            scores = [reached[label] - best for label in live]
            gained += best - self._zero
            before, near = near, [label for label in live if reached[label] > nearest]
            if len(before) == 1 and len(near) == 1:
                mass += (self._from[before[0]][near[0]] + weights[near[0]] - self._zero) / _UNIT
                shares = [1.0]
            else:
                level = weights[near[0]]
                shares, total = self._shared(before, shares, near, [(weights[one] - level) / _UNIT for one in near])
                mass += math.log(total) + (level - self._zero) / _UNIT
        return Labelled(self._traced(trail, live[scores.index(0)]), math.exp(min(0.0, gained / _UNIT - mass)))

    def _shared(
        self, before: list[int], shares: list[float], near: list[int], weights: list[float]
    ) -> tuple[list[float], float]:
        """The share of each label in the sum over all sequences that were near the best, and that sum."""
        pairs = list(zip(before, shares, strict=True))
        sums = [
            sum([share * self._odds[one][label] for one, share in pairs]) * math.exp(weight)
            for label, weight in zip(near, weights, strict=True)
        ]
        total = sum(sums)
        return [one / total for one in sums], total

    def _traced(self, trail: Sequence[tuple[list[int], list[list[int]]]], label: int) -> list[str]:
        """The labels of the best sequence, from its last back to its first."""
        found: list[str] = []
        for live, ways in reversed(trail):
            found.append(self._labels[label])
            column = [way[label] for way in ways]
            label = live[column.index(max(column))]
        found.reverse()
        return found

    def _unpacked(self, attribute: str) -> int:
        """What an attribute weighs that was not asked for before; one that no string showed weighs nothing."""
        number = self._numbers.get(attribute)
        if number is None:
            return 0
        places = range(self._starts[number], self._starts[number + 1])
        value = sum(self._values[at] << (_LANE * self._lanes[at]) for at in places)
        self._packed[attribute] = value
        return value
