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


def grown(
    pairs: Iterable[Pair],
    judge: Callable[[int, int], Judgement],
    joined: float,
    apart: Mapping[int, Set[int]],
    together: Mapping[int, Set[int]],
) -> Grown:
    """The clusters that pairs of so many points make, first those that people joined; `apart`: from which others they
    parted a record, `together`: with which they joined it."""
    judged = ((judge(*pair), pair) for pair in pairs)
    surest = sorted((found.rule != DECIDED, -found.points, pair) for found, pair in judged if found.points >= joined)
    home: dict[int, int] = {}
    clusters: dict[int, list[int]] = {}
    made: list[Pair] = []
    for *_, (one, other) in surest:
        first, second = sorted((home.get(one, one), home.get(other, other)))
        if first == second:
            continue
        ours, theirs = clusters.get(first, [first]), clusters.get(second, [second])
        if _are_parted(ours, theirs, apart) or not _bears(ours, theirs, judge, joined, together):
            continue
        made.append((one, other))
        clusters[first] = ours + theirs
        clusters.pop(second, None)
        home.update(dict.fromkeys((first, *theirs), first))
    return Grown(clusters, home, made)


def _are_parted(ours: Sequence[int], theirs: Sequence[int], apart: Mapping[int, Set[int]]) -> bool:
    few, many = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    others = set().union(*(apart[one] for one in few if one in apart))
    return not others.isdisjoint(many)


def _bears(
    ours: Sequence[int],
    theirs: Sequence[int],
    judge: Callable[[int, int], Judgement],
    joined: float,
    together: Mapping[int, Set[int]],
) -> bool:
    """Whether no record of one cluster rules out one of the other, and all together speak for one work. A record that
    people joined with another says no more against a third than that one does."""

    def held(one: int, other: int) -> float:
        return judge(min(one, other), max(one, other)).points

    def best(one: int, other: int) -> float:
        beside = [held(near, other) for near in together.get(one, ()) if near != other]
        return max([held(one, other), *beside, *(held(one, near) for near in together.get(other, ()) if near != one)])

    points = [best(one, other) for one in ours[:_SHOWN] for other in theirs[:_SHOWN]]
    return (
        min(points) > _WEAKEST and sum(min(each, 10) for each in points) / len(points) >= joined and NEVER not in points
    )
