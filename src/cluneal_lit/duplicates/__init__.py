"""Which records are one work: candidates, evidence, points, clusters.

Joined, asked or apart: every join has its reasons, two works are never welded through a third, and the order of the
records changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.duplicates.clusters import Grown, Pair, grown
from cluneal_lit.duplicates.contested import contested
from cluneal_lit.duplicates.kinship import kinship
from cluneal_lit.duplicates.nodes import Nodes, nodes
from cluneal_lit.duplicates.rules import NUMBERED, SHARED
from cluneal_lit.duplicates.scorecard import DECIDED, NEVER, Judge, Scorecard, scorecard
from cluneal_lit.duplicates.supplements import crowded, without
from cluneal_lit.model import Record

__all__ = ["Duplicates", "Kin", "Tie", "duplicates", "works"]


class Tie(Struct, frozen=True):
    """Two records, by their places, with their points and the rule that decided, if one did (`evidence`)."""

    one: int
    other: int
    points: float
    rule: str = ""


class Kin(Struct, frozen=True):
    """Two records, by their places, of works that are two: what `one` is to the `other`, of `kinship.KINDS`."""

    one: int
    other: int
    kind: str


class Duplicates(Struct, frozen=True):
    """Records that are one work, by their places: `clusters` of more than one, the `joins` that made them, and the
    `questions`, pairs on which a person has to decide. `related`: two works each that are kept apart, and belong
    together."""

    clusters: tuple[tuple[int, ...], ...]
    joins: tuple[Tie, ...]
    questions: tuple[Tie, ...]
    related: tuple[Kin, ...] = ()


def duplicates(records: Sequence[Record], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Duplicates:
    """The works that more than one of the records is; `together` and `apart` are pairs that a person decided."""
    decided = {**dict.fromkeys(map(_sorted, together), True), **dict.fromkeys(map(_sorted, apart), False)}
    return works(nodes(records, frozenset(place for pair in decided for place in pair)), scorecard(), decided)


def works(known: Nodes, card: Scorecard, decided: dict[Pair, bool] | None = None) -> Duplicates:
    """The works among records that are made ready; an identifier that is no work's own says nothing here."""
    if names := crowded(known.described, known.corpus):
        known = replace(known, described=[without(node, names) for node in known.described])
    home = {place: node for node, places in enumerate(known.places) for place in places}
    ruled = {_sorted((home[one], home[other])): joined for (one, other), joined in (decided or {}).items()}
    judge = Judge(known.described, known.corpus, card, ruled)
    several = {node for node, places in enumerate(known.places) if len(places) > 1}
    vague = {node for node in several if judge(node, node).points < card.joined}
    candidates = [*dict.fromkeys((*known.candidates, *ruled))]
    clear = (pair for pair in candidates if vague.isdisjoint(pair))
    found = grown(clear, judge, card.joined, _parted(ruled))
    alone = [[node] for node in several - vague - found.home.keys()]
    clusters = (
        sorted(place for node in work for place in known.places[node]) for work in (*alone, *found.clusters.values())
    )
    joins = [*found.made, *((node, node) for node in several - vague)]
    claimed = {pair for pair in contested(known.described, known.isbns, found.home) if _is_open(pair, known, judge)}
    asked = _unclear([*candidates, *claimed, *((node, node) for node in vague)], found, judge, card.asked, claimed)
    return Duplicates(
        clusters=tuple(sorted(map(tuple, clusters))),
        joins=_ties(joins, known, judge),
        questions=_ties(asked, known, judge, claimed),
        related=_related(candidates, asked, found, known),
    )


def _parted(ruled: Mapping[Pair, bool]) -> dict[int, set[int]]:
    """From which nodes people kept each apart."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for (one, other), joined in ruled.items():
        if not joined:
            found[one].add(other)
            found[other].add(one)
    return found


def _is_open(pair: Pair, known: Nodes, judge: Judge) -> bool:
    """Whether two records with one identifier are a question: those that are two for sure are only if they are books,
    for the number of a book is no other's, and nobody decided."""
    judgement, (one, other) = judge(*pair), (known.isbns[place] for place in pair)
    return judgement.points > NEVER or (not one.isdisjoint(other) and judgement.rule != DECIDED)


def _unclear(
    candidates: Iterable[Pair], found: Grown, judge: Judge, asked: float, claimed: Container[Pair]
) -> list[Pair]:
    """The pair of each two works that are neither surely one nor surely two which keeps them apart, else the surest; of
    records that say the same, and so little that nobody knows, one pair. `claimed`: pairs with one identifier, whatever
    their points."""
    surest: dict[Pair, tuple[bool, float, Pair]] = {}
    for pair in candidates:
        judgement, ends = judge(*pair), _works(pair, found)
        points, place = judgement.points, (judgement.rule != NUMBERED, -judgement.points, pair)
        if (points >= asked or pair in claimed) and (ends[0] != ends[1] or pair[0] == pair[1]):
            surest[ends] = min(surest.get(ends, place), place)
    return [pair for _, _, pair in surest.values()]


def _ties(pairs: Iterable[Pair], known: Nodes, judge: Judge, claimed: Container[Pair] = ()) -> tuple[Tie, ...]:
    """The pairs of records of pairs of nodes; of a node with itself each of its records with the first. `claimed`:
    pairs with one identifier."""
    found = []
    for one, other in pairs:
        judgement, (first, *rest) = judge(one, other), known.places[one]
        for place in rest if one == other else known.places[other][:1]:
            is_shared = (one, other) in claimed and (not judgement.rule or judgement.points == NEVER)
            points = 0.0 if judgement.points == NEVER else judgement.points
            rule = SHARED if is_shared else judgement.rule
            found.append(Tie(*_sorted((first, place)), round(points, 2), rule))
    return tuple(sorted(found, key=lambda tie: (tie.one, tie.other)))


def _related(pairs: Iterable[Pair], asked: Iterable[Pair], found: Grown, known: Nodes) -> tuple[Kin, ...]:
    """Of each two works that are apart and nobody is asked about, what one is to the other; told once."""
    seen, kin = {_works(pair, found) for pair in asked}, list[Kin]()
    for pair in sorted(pairs):
        both = _works(pair, found)
        if both[0] != both[1] and both not in seen:
            kind, is_second = kinship(known.described[pair[0]], known.described[pair[1]], known.corpus)
            if kind:
                seen.add(both)
                one, other = reversed(pair) if is_second else pair
                kin.append(Kin(known.places[one][0], known.places[other][0], kind))
    return tuple(sorted(kin, key=lambda each: (each.other, each.one)))


def _works(pair: Pair, found: Grown) -> Pair:
    """The works of two nodes."""
    return _sorted((found.home.get(pair[0], pair[0]), found.home.get(pair[1], pair[1])))


def _sorted(pair: Pair) -> Pair:
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])
