"""The works of a project that several records are for another reason than a service's identifiers, and how it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.model import Alike, Decision, Record, Work
from cluneal_lit.pipeline import naming
from cluneal_lit.pipeline.matching import Known
from cluneal_lit.pipeline.related import sentence


class Double(Struct, frozen=True):
    """A work, the records that are it, and what joined them: their likeness, people's decisions, else an identifier."""

    key: str
    records: tuple[Record, ...]
    alike: tuple[Alike, ...]
    decisions: tuple[Decision, ...]


class Asked(Struct, frozen=True):
    """Two works, by their keys, that may be one."""

    keys: tuple[str, str]
    alike: Alike


def joined(known: Known) -> Iterator[Double]:
    """The works that likeness or a decision joined, or that stand in the library more than once, by their keys."""
    named, homes = naming.records_named(known), _homes(known)
    likenesses: defaultdict[str, list[Alike]] = defaultdict(list)
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in known.resolved.alike:
        if one.joined:
            likenesses[homes[one.one[0].key].keys[0]].append(one)
    for decision in known.store.decisions:
        ends = {homes[side[0].key].keys[0] for side in named.sides(decision) if side} if decision.kind == "join" else {}
        if len(ends) == 1:
            decided[min(ends)].append(decision)
    for work in known.resolved.assigned.works:
        alike, decisions = tuple(likenesses[work.keys[0]]), tuple(decided[work.keys[0]])
        records = tuple(record for record in work.records if record.fields)
        brought = sum(record.source == "library" for record in records)
        if len(records) > 1 and (alike or decisions or brought > 1):
            yield Double(work.keys[0], records, alike, decisions)


def asked(known: Known) -> Iterator[Asked]:
    """The works on which a person has to decide."""
    homes = _homes(known)
    for one in known.resolved.alike:
        if not one.joined:
            yield Asked((homes[one.one[0].key].keys[0], homes[one.other[0].key].keys[0]), one)


def related(known: Known) -> Iterator[tuple[Record, str, Record]]:
    """The works that belong together by their titles, where no source says so: what the first is to the second."""
    records = {record.key: record for work in known.resolved.assigned.works for record in work.records}
    for one in known.resolved.related:
        yield records[one.one], one.kind, records[one.other]


def told(known: Known) -> Iterator[str]:
    """The same in sentences, by citation keys."""
    homes = _homes(known)
    for one, kind, other in related(known):
        yield sentence(homes[one.key].keys[0], kind, homes[other.key].keys[0])


def _homes(known: Known) -> dict[str, Work]:
    return {record.key: work for work in known.resolved.assigned.works for record in work.records}
