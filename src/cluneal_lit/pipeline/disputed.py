"""Records of libraries that share an identifier and may be two works all the same: joined as `dedupe` joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from msgspec.structs import replace

from cluneal_lit import titles
from cluneal_lit.duplicates import supplements
from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from cluneal_lit.duplicates.rules import NUMBERED, RULES, SHARED, are_numbered
from cluneal_lit.duplicates.scorecard import Judge, scorecard
from cluneal_lit.entries.remembering import Known
from cluneal_lit.entries.works import AreTwo, Bore, Group, apart, joining
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Finding, Record

_SHOWN = 20  # records of other titles with one identifier that are held against each other


def apart_from(records: Sequence[Record]) -> AreTwo:
    """Whether two records that share an identifier contradict each other; or are not surely one work, where two of
    libraries doubt each other: a service's record is theirs then that says the same."""
    bearers = _bearers(records)
    disputed = {name for name, those in bearers.items() if _are_disputed(those)}
    no_works = _no_works(bearers[name] for name in disputed)

    def are_two(one: Record, other: Record) -> bool:
        if apart(one, other):
            return True
        is_open = "library" in (one.source, other.source) and not disputed.isdisjoint(_names(one))
        return (
            is_open
            and not disputed.isdisjoint({*_names(one)}.intersection(_names(other)))
            and not _is_one(one, other, no_works)
        )

    return are_two


def _bearers(records: Sequence[Record]) -> Mapping[str, list[Record]]:
    """The records of libraries by their identifiers, one of each title with the same numbers."""
    found: defaultdict[str, dict[tuple[str, ...], Record]] = defaultdict(dict)
    for record in records:
        if record.source == "library":
            mine = (titles.bare(record.fields.title), record.ids.pmid, record.ids.pmcid)
            for name in _names(record):
                found[name].setdefault(mine, record)
    return {name: list(those.values()) for name, those in found.items()}


def _are_disputed(those: Sequence[Record]) -> bool:
    return any(not _is_one(one, other) for one, other in combinations(those[:_SHOWN], 2))


def _no_works(bearing: Iterable[Sequence[Record]]) -> set[supplements.Name]:
    """The identifiers that stand with so many titles that they are no work's own."""
    those = [described(record) for record in chain.from_iterable(bearing)]
    return supplements.crowded(those, corpus(those, ()))


def _names(record: Record) -> tuple[str, ...]:
    return joining(record.ids, record.fields.type)


def _is_one(one: Record, other: Record, no_works: Collection[supplements.Name] = ()) -> bool:
    """Whether two records that share an identifier are joined where nothing but they is known; `no_works`: those that
    say nothing."""
    pair = [described(record) for record in (one, other)]
    if not any(
        getattr(pair[0], kind) and getattr(pair[0], kind) == getattr(pair[1], kind) for kind in supplements.KINDS
    ):
        pair = [replace(said, doi="shared") for said in pair]
    pair = [supplements.without(said, no_works) for said in pair]
    judge = Judge(pair, corpus(pair, ()), scorecard(), {})
    return judge(0, 1).points >= scorecard().joined


def bearing(known: Known) -> Bore:
    """Whether an identifier was that of a work before, by the names that the key file has beside it."""
    stood: defaultdict[str, set[str]] = defaultdict(set)
    for handles in known.values():
        for handle in handles:
            stood[handle].update(handles)
    return lambda name, work: not stood[name].isdisjoint(record.key for record in work)


def asked(groups: Sequence[Group]) -> Mapping[tuple[int, int], str]:
    """The works, by their places, that share an identifier and do not contradict each other, and what keeps from
    joining them: in words, with the identifiers that nobody has, where there are some."""
    bearers, borne = _claims(groups)
    common: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for name, places in sorted(bearers.items()):
        for pair in combinations(sorted(places), 2) if len(places) <= supplements.MOST else ():
            if not _any(apart, *(groups[place].records for place in pair)):
                common[pair].append(name)
    found: dict[tuple[int, int], str] = {}
    for pair, names in common.items():
        why = RULES[NUMBERED if _any(_are_numbered, *(groups[place].records for place in pair)) else SHARED]
        nobodys = [name for name in names if name not in borne]
        found[pair] = why + (f"; {', '.join(nobodys)} is printed with neither" if nobodys else "")
    return found


def unprinted(groups: Sequence[Group], told: Collection[str]) -> Iterator[Finding]:
    """That an identifier that libraries alone give to several works is printed with none of them, but for those of
    which this is `told`."""
    bearers, borne = _claims(groups)
    by_services = {name for group in groups for one in group.records if one.source != "library" for name in _names(one)}
    for name, places in sorted(bearers.items()):
        if len(places) > 1 and borne.isdisjoint((name, twin(name))) and name not in by_services and name not in told:
            first, other, *more = sorted(groups[place].records[0].id for place in places)
            works = f"{first} and {other}" + (f" and {len(more)} more" if more else "")
            yield Finding("LIT618", key=name, values={"id": name, "works": works})


def shared(one: Sequence[Record], other: Sequence[Record]) -> set[str]:
    """The identifiers that two works have in common."""
    ours, theirs = ({name for record in part for name in _names(record)} for part in (one, other))
    return ours & theirs


def _claims(groups: Sequence[Group]) -> tuple[Mapping[str, set[int]], set[str]]:
    """The places of the works that claim each identifier, and those that are a work's."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for place, group in enumerate(groups):
        for name in {name for record in group.records for name in _names(record)}:
            bearers[name].add(place)
    return bearers, {name for group in groups for name in (*group.ids.keys(), *group.also)}


def _are_numbered(one: Record, other: Record) -> bool:
    return are_numbered(one.ids, other.ids)


def _any(holds: AreTwo, one: Sequence[Record], other: Sequence[Record]) -> bool:
    return any(holds(left, right) for left in one for right in other)
