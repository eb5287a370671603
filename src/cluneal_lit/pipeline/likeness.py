"""Which works are alike beyond what identifiers and people say, and what keeps those from being one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.compare import AGREEING, compared
from cluneal_lit.duplicates import Duplicates, Kin, Tie, works
from cluneal_lit.duplicates.clusters import Sets
from cluneal_lit.duplicates.nodes import nodes
from cluneal_lit.duplicates.scorecard import DECIDED, scorecard
from cluneal_lit.entries import merge
from cluneal_lit.entries.decisions import Decided
from cluneal_lit.entries.works import AreTwo, Group, apart, grouped, two_of_pubmed
from cluneal_lit.model import Record, Work
from cluneal_lit.preprints import is_preprint
from cluneal_lit.registries import spoken

# Points, in log-odds, from which two works are joined: nine in ten. That is more than `dedupe` asks for files, where a
# person looks at what comes out; `benchmarks/duplicates.py` has a row for what it joins wrongly on five labelled sets.
CERTAIN = 2.2
Pair = tuple[int, int]
Side = tuple[Record, ...]
_WITNESSES = ("author", "year", "volume", "pages")  # of which one has to agree besides the title


class Likeness(Struct, frozen=True):
    """What is alike of works, by their places; the joins that are `refused`, and why; `between`: the parts of two works
    that each join and question is about."""

    alike: Duplicates
    refused: Mapping[Pair, str]
    between: Mapping[Pair, tuple[Side, Side]]


def found(groups: Sequence[Group], told: Decided, silent: Iterable[Pair], are_two: AreTwo) -> Likeness:
    """What is alike but for joins that a whole work does not bear, and for pairs that are `silent`.

    A work that people joined is held against others by each of its parts: what is one with either is one with both.
    """
    if len(groups) < 2:
        return Likeness(Duplicates((), (), ()), {}, {})
    those = [_parts(group, told, are_two) for group in groups]
    homes = [place for place, faces in enumerate(those) for _ in faces]
    described = [_described(group, face) for group, faces in zip(groups, those, strict=True) for face in faces]
    sides = _by_home(homes)
    one_work = [pair for places in sides for pair in combinations(places, 2)]
    card = replace(scorecard(), joined=CERTAIN)
    barred, refused = {*silent}, dict[Pair, str]()
    while True:
        parted = (pair for one, other in barred for pair in product(sides[one], sides[other]))
        decided = {**dict.fromkeys(one_work, True), **dict.fromkeys(parted, False)}
        among = works(nodes(described, frozenset(chain.from_iterable(decided))), card, decided)
        alike = _of_works(among, homes)
        new = {pair for side in _sides(among.joins, homes) for pair in _barred(side, groups, those, told)} - barred
        if not new:
            ties = ((tie.one, tie.other) for tie in (*among.joins, *among.questions))
            faces = [*chain.from_iterable(those)]
            return Likeness(
                alike, refused, {(homes[one], homes[other]): (faces[one], faces[other]) for one, other in ties}
            )
        barred |= new
        for one, other in sorted(new.intersection((tie.one, tie.other) for tie in alike.joins)):
            refused[one, other] = _why(those[one], those[other])


def _parts(group: Group, told: Decided, are_two: AreTwo) -> tuple[Side, ...]:
    """The records of a work, apart where only people's word joins them; `are_two` as `grouped` has it."""
    if all(record.key not in told.together for record in group.records):
        return (group.records,)
    return tuple(part.records for part in grouped(group.records, are_two=are_two)[0])


def _described(group: Group, face: Side) -> Record:
    """A part of a work as it is compared with others: what would be printed of it, without corrections."""
    first = face[0]
    abstract = next((record.abstract for record in face if record.abstract), ())
    said = merge.fields(Work((first.key,), face, None, group.ids))
    types = tuple(kind for record in face for kind in record.types)
    return Record(1, first.source, first.id, group.ids, said, types=types, abstract=abstract, custom=first.custom)


def _by_home(homes: Sequence[int]) -> list[list[int]]:
    """The places of the parts of each work."""
    found: list[list[int]] = [[] for _ in range(homes[-1] + 1)]
    for place, home in enumerate(homes):
        found[home].append(place)
    return found


def _of_works(alike: Duplicates, homes: Sequence[int]) -> Duplicates:
    """What is alike among parts as what is alike among the works that have them."""
    if homes[-1] + 1 == len(homes):
        return alike
    clusters = (tuple(sorted({homes[place] for place in cluster})) for cluster in alike.clusters)
    kin = (Kin(homes[one.one], homes[one.other], one.kind) for one in alike.related)
    return Duplicates(
        tuple(cluster for cluster in clusters if len(cluster) > 1),
        _between(alike.joins, homes),
        _between(alike.questions, homes),
        tuple(one for one in kin if one.one != one.other),
    )


def _between(ties: Iterable[Tie], homes: Sequence[int]) -> tuple[Tie, ...]:
    """The ties of parts as those of works, without those within a work."""
    moved = (replace(tie, one=homes[tie.one], other=homes[tie.other]) for tie in ties)
    return tuple(tie for tie in moved if tie.one != tie.other)


def _sides(joins: Iterable[Tie], homes: Sequence[int]) -> Iterator[list[int]]:
    """The works that likeness joined; those that only people joined need not bear each other."""
    sides = Sets()
    for tie in joins:
        if tie.rule != DECIDED:
            sides.join(tie.one, tie.other)
    return (sorted({homes[place] for place in side}) for side in sides.members.values())


def _barred(
    side: Sequence[int], groups: Sequence[Group], those: Sequence[tuple[Side, ...]], told: Decided
) -> Iterator[Pair]:
    """The pairs within a side that cannot be one work. Works of libraries that say the same are held against the
    others but once."""
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for place in side:
        said = (record.fields if record.source == "library" else record.key for record in groups[place].records)
        alike[tuple(said)].append(place)
    for ours, theirs in combinations(alike.values(), 2):
        one, other = ours[0], theirs[0]
        if is_silent(groups[one].records, groups[other].records, told) or _why(those[one], those[other]):
            yield from ((min(pair), max(pair)) for pair in product(ours, theirs))


def is_silent(one: Sequence[Record], other: Sequence[Record], told: Decided) -> bool:
    """Whether two works are two for sure, and nobody need be asked: by decision, by PubMed, a paper and a preprint."""
    return told.parts(one, other) or two_of_pubmed(one, other) or is_preprint(*one) != is_preprint(*other)


def _why(one: Sequence[Side], other: Sequence[Side]) -> str:
    """What keeps two works that are alike from being joined, in words; empty for nothing. Of each its parts: a
    contradiction counts where every part of one is held back from every part of the other."""
    every = [*product(chain(*one), chain(*other))]
    if shared := {left.source for left, right in every if left.source == right.source != "library"}:
        return f"{spoken(min(shared))} has them as two works"
    said = [_held_back(*both) for both in product(one, other)]
    return min(said, key=len)


def _held_back(one: Side, other: Side) -> str:
    both = [*product(one, other)]
    if any(apart(left, right) for left, right in both):
        return "they contradict each other"
    said = (pair for left, right in both for pair in compared(left.fields, right.fields))
    witnessed = any(pair.field in _WITNESSES and pair.relation in AGREEING for pair in said)
    return "" if witnessed else "only their titles are alike"
