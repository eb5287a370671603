"""Works that are two and belong together: what sources state, and what we see by their titles where none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.duplicates import Duplicates
from cluneal_lit.duplicates.kinship import KINDS
from cluneal_lit.entries.status import relations
from cluneal_lit.entries.works import Group
from cluneal_lit.model import Work

_OF_ONE_WORK = ("other-id", "same")  # ties whose ends may be one work


class Related(Struct, frozen=True):
    """Two works, by the names of their first records: what `one` is to the `other` by their titles, of KINDS."""

    one: str
    kind: str
    other: str


def stated(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Works, by their places, that a source ties, as a paper and its preprint, erratum or new version are."""
    by_id = {name: place for place, group in enumerate(groups) for name in group.ids.keys()}
    for place, group in enumerate(groups):
        for tie in relations(group.records):
            for other in {by_id[name] for name in tie.ids.keys() if name in by_id} - {place}:
                if tie.kind not in _OF_ONE_WORK:
                    yield min(place, other), max(place, other)


def seen(groups: Sequence[Group], found: Duplicates, told: Container[tuple[int, int]]) -> tuple[Related, ...]:
    """The works that belong together by their titles, without those of which a source says how (`stated`)."""
    return tuple(
        Related(groups[kin.one].records[0].key, kin.kind, groups[kin.other].records[0].key)
        for kin in found.related
        if (min(kin.one, kin.other), max(kin.one, kin.other)) not in told
    )


def sentence(one: str, kind: str, other: str) -> str:
    """What one work is to another by its title, in words."""
    return f"By its title, {one} is {KINDS[kind]} {other}; no source says so."


def sentences(those: Iterable[Related], works: Iterable[Work]) -> Mapping[str, tuple[str, ...]]:
    """What is printed with each work, by its key."""
    homes = {record.key: work.keys[0] for work in works for record in work.records}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in those:
        ours, theirs = homes[one.one], homes[one.other]
        found[ours].append(sentence("this", one.kind, theirs))
        found[theirs].append(sentence(ours, one.kind, "this"))
    return {key: tuple(sorted(said)) for key, said in found.items()}
