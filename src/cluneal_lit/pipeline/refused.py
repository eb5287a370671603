"""The names of works that people refused: what was refused by one of its identifiers is refused by all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.model import Asked, Decision, Record
from cluneal_lit.registries import LOOKED_UP, searches


def with_names(decisions: Iterable[Decision], lock: Mapping[str, Asked]) -> tuple[Decision, ...]:
    """The decisions, each that refuses a work with its other identifiers, as far as searches brought them."""
    return tuple(_with_names(one, lock) if one.kind == "reject" else one for one in decisions)


def _with_names(decision: Decision, lock: Mapping[str, Asked]) -> Decision:
    brought = [record for line in searches(decided.citation(decision), lock) for record in line.near]
    return replace(decision, also=" ".join(others(decided.names(decision), brought)))


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
