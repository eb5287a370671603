"""Works out of pairs: the surest pair first, and no join that a whole cluster does not bear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from msgspec import Struct

from cluneal_lit.duplicates.scorecard import DECIDED, NEVER, Judgement

_SHOWN = 20  # of each cluster, the records that are held against those of the other, beside those that people parted
_WEAKEST = -3.5  # points that any two records of a work may have

Pair = tuple[int, int]


class Grown(Struct, frozen=True):
    """`clusters` of more than one record by the name that `home` gives each of its records; `made`: the pairs that
    joined them."""

    clusters: dict[int, list[int]]
    home: dict[int, int]
    made: list[Pair]


class Sets:
    """Places that were put together: `members` of more than one by the name that `home` gives each of them."""

    def __init__(self) -> None:
        self.home: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}

    def name(self, place: int) -> int:
        """The lowest of those that a place is together with."""
        return self.home.get(place, place)

    def of(self, place: int) -> list[int]:
        """Those that a place is together with, itself among them."""
        return self.members.get(self.name(place), [place])

    def join(self, one: int, other: int) -> None:
        """Put those of two places together."""
        first, second = sorted((self.name(one), self.name(other)))
        if first != second:
            theirs = self.of(second)
            self.members[first] = self.of(first) + theirs
            self.members.pop(second, None)
            self.home.update(dict.fromkeys((first, *theirs), first))


def grown(
    pairs: Iterable[Pair],
    judge: Callable[[int, int], Judgement],
    joined: float,
    apart: Mapping[int, Set[int]],
) -> Grown:
    """The clusters that pairs of so many points make, first those that people joined; `apart`: from which others they
    parted a record.

    What people joined are the sides of a cluster, each with what is surely one with it: what one side bears is one with
    all of them.
    """
    judged = ((judge(*pair), pair) for pair in pairs)
    surest = sorted((found.rule != DECIDED, -found.points, pair) for found, pair in judged if found.points >= joined)
    clusters, sides = Sets(), Sets()
    made: list[Pair] = []
    for is_likely, _, (one, other) in surest:
        if clusters.name(one) == clusters.name(other) or _are_parted(clusters.of(one), clusters.of(other), apart):
            continue
        if is_likely:
            if not _bears(sides.of(one), sides.of(other), judge, joined):
                continue
            sides.join(one, other)
        made.append((one, other))
        clusters.join(one, other)
    return Grown(clusters.members, clusters.home, made)


def _are_parted(ours: Sequence[int], theirs: Sequence[int], apart: Mapping[int, Set[int]]) -> bool:
    few, many = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    others = set().union(*(apart[one] for one in few if one in apart))
    return not others.isdisjoint(many)


def _bears(ours: Sequence[int], theirs: Sequence[int], judge: Callable[[int, int], Judgement], joined: float) -> bool:
    """Whether no record of one side rules out one of the other, and all together speak for one work."""
    points = [judge(min(one, other), max(one, other)).points for one in ours[:_SHOWN] for other in theirs[:_SHOWN]]
    return (
        min(points) > _WEAKEST and sum(min(each, 10) for each in points) / len(points) >= joined and NEVER not in points
    )
