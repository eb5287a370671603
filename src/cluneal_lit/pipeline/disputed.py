"""Records of libraries that share an identifier and may be two works all the same: joined as `dedupe` joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from cluneal_lit import titles
from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from cluneal_lit.duplicates.rules import RULES, SHARED
from cluneal_lit.duplicates.scorecard import Judge, scorecard
from cluneal_lit.entries.library_names import Known, content, is_content, without_file
from cluneal_lit.entries.works import AreTwo, Bore, Group, apart, joining
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

_MOST = 3  # works with one identifier; one of more is that of a whole supplement, and of its abstracts nobody is asked
_SHOWN = 20  # records of other titles with one identifier that are held against each other
_BORNE = (
    "doi",
    "pmid",
    "pmcid",
)  # that are compared; what shares an identifier of another kind is as what shares these


def apart_from(records: Sequence[Record]) -> AreTwo:
    """Whether two records that share an identifier contradict each other; or are not surely one work, where two of
    libraries doubt each other: a service's record is theirs then that says the same."""
    disputed = {name for name, those in _bearers(records).items() if _are_disputed(those)}

    def are_two(one: Record, other: Record) -> bool:
        if apart(one, other):
            return True
        is_open = "library" in (one.source, other.source) and not disputed.isdisjoint(_names(one))
        return (
            is_open and not disputed.isdisjoint({*_names(one)}.intersection(_names(other))) and not _is_one(one, other)
        )

    return are_two


def _bearers(records: Sequence[Record]) -> Mapping[str, list[Record]]:
    """The records of libraries by their identifiers, one of each title."""
    found: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        if record.source == "library":
            for name in _names(record):
                found[name].setdefault(titles.bare(record.fields.title), record)
    return {name: list(those.values()) for name, those in found.items()}


def _are_disputed(those: Sequence[Record]) -> bool:
    return any(not _is_one(one, other) for one, other in combinations(those[:_SHOWN], 2))


def _names(record: Record) -> tuple[str, ...]:
    return joining(record.ids, record.fields.type)


def _is_one(one: Record, other: Record) -> bool:
    """Whether two records that share an identifier are joined where nothing but they is known."""
    pair = [described(record) for record in (one, other)]
    if not any(getattr(pair[0], kind) and getattr(pair[0], kind) == getattr(pair[1], kind) for kind in _BORNE):
        pair = [replace(said, doi="shared") for said in pair]
    judge = Judge(pair, corpus(pair, ()), scorecard(), {})
    return judge(0, 1).points >= scorecard().joined


def bearing(known: Known) -> Bore:
    """Whether an identifier was that of a work before, by what the key file has beside it of what records say."""
    stood: defaultdict[str, set[str]] = defaultdict(set)
    for handles in known.values():
        contents = {handle for handle in map(without_file, handles) if is_content(handle)}
        for handle in handles:
            if handle not in contents:
                stood[handle] |= contents
    return lambda name, work: (
        not stood[name].isdisjoint(said for record in work for said in (content(record), brought.content_key(record)))
    )


def asked(groups: Sequence[Group]) -> Mapping[tuple[int, int], str]:
    """The works, by their places, that share an identifier and do not contradict each other, and what keeps from
    joining them: in words, that nobody has the identifier, too, where it is so."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for place, group in enumerate(groups):
        for name in {name for record in group.records for name in _names(record)}:
            bearers[name].add(place)
    borne = {name for group in groups for name in (*group.ids.keys(), *group.also)}
    found: dict[tuple[int, int], str] = {}
    for name, places in sorted(bearers.items()):
        for pair in combinations(sorted(places), 2) if len(places) <= _MOST else ():
            if not _contradict(*(groups[place].records for place in pair)):
                found.setdefault(pair, RULES[SHARED] + ("" if name in borne else f"; {name} is printed with neither"))
    return found


def _contradict(one: Sequence[Record], other: Sequence[Record]) -> bool:
    return any(apart(left, right) for left in one for right in other)
