"""The names of works that people accepted or refused: what was refused by one of its identifiers is refused by all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.entries.works import joining
from cluneal_lit.model import Asked, Decision, Record, Work
from cluneal_lit.registries import LOOKED_UP, replacements, searches
from cluneal_lit.store import decisions as written


def with_names(decisions: Iterable[Decision], lock: Mapping[str, Asked]) -> tuple[Decision, ...]:
    """The decisions, each that refuses a work with its other identifiers, as far as searches brought them."""
    return tuple(_with_names(one, lock) if one.kind == "reject" else one for one in decisions)


def _with_names(decision: Decision, lock: Mapping[str, Asked]) -> Decision:
    brought = [record for line in searches(decided.citation(decision), lock) for record in line.near]
    return replace(decision, also=" ".join(others(decided.names(decision), brought)))


def consistent(decisions: Iterable[Decision], works: Iterable[Work], lock: Mapping[str, Asked]) -> None:
    """Nothing, where no citation is said to be a work and not to be it. Raises StoreError, with the lines, where two
    decisions say so, be it by two names that the work has in the store or in a search."""
    pairs = tuple(_pairs(decisions))
    if not pairs:
        return
    links, namesakes = replacements(lock), {name: names for one in works if (names := _names(one)) for name in names}

    def called(decision: Decision) -> frozenset[str]:
        told = frozenset(links.get(name, name) for name in decided.names(_with_names(decision, lock)))
        return told.union(*(namesakes.get(name, told) for name in told))

    for first, second in pairs:
        if not called(first).isdisjoint(called(second)):
            raise written.contradiction(Path("references", written.FILE), first, second)


def _pairs(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """What was accepted for a citation and each that was refused, the first in the file first."""
    for those in decided.by_citation(decisions).values():
        for one, other in combinations(those, 2):
            if one.kind != other.kind:
                yield one, other


def _names(work: Work) -> frozenset[str]:
    return frozenset((*work.keys, *own(work)))


def own(work: Work) -> tuple[str, ...]:
    """The identifiers that name a work alone."""
    return (*joining(work.ids, work.records[0].fields.type), *work.also)


def others(names: Iterable[str], records: Iterable[Record]) -> tuple[str, ...]:
    """The identifiers of a work behind the first of its names: the rest of them, and those that stand beside one of
    them in a record. A trial's number and a book's belong to several works."""
    own = tuple(names)
    beside = (name for record in bearing(records, own) for name in record.ids.keys())
    found = dict.fromkeys((*own, *(name for name in beside if name.partition(":")[0] in LOOKED_UP)))
    return tuple(name for name in found if name != own[0])


def bearing(records: Iterable[Record], names: Iterable[str]) -> tuple[Record, ...]:
    """The records that bear one of the names."""
    wanted = set(names)
    return tuple(record for record in records if not wanted.isdisjoint(record.ids.keys()))
