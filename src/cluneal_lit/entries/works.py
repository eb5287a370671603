"""Which records are one work, by their identifiers and by what people decided.

A shared identifier joins two records unless they contradict each other; likeness alone joins nothing here. No work is
welded together through a third: a record joins a group only if it contradicts none of its members, or if a person said
that both are one work. Two of PubMed's are never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.compare import contradict
from cluneal_lit.entries.contradictions import contradiction, counted
from cluneal_lit.entries.decisions import NOTHING, Decided
from cluneal_lit.entries.known import Known
from cluneal_lit.entries.precedence import SOURCES, Precedence, precedence
from cluneal_lit.formats.databases import database
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Finding, Ids, Record
from cluneal_lit.registries import CATALOGUE

_NOBODY = -1
_OF_MANY = ("library", CATALOGUE)  # sources that may have several records of one work
# An ISBN is shared by the chapters of a book and a trial's number by all its reports, so neither joins; but a book's
# own ISBN is its name.
JOINING = ("pmid", "doi", "pmcid", "arxiv")
AreTwo = Callable[[Record, Record], bool]
Bore = Callable[[str, Sequence[Record]], bool]


class Group(Struct, frozen=True):
    """Records that are one work, in the order of `SOURCES`, and the identifiers that are this work's and no other's.

    `also`: those of a kind of which `ids` holds another already, such as a second DOI.
    """

    records: tuple[Record, ...]
    ids: Ids
    also: tuple[str, ...] = ()


def apart(one: Record, other: Record) -> bool:
    """Whether two records cannot be one work: two of one service, or fields that contradict each other."""
    if one.source == other.source and one.source not in _OF_MANY and one.id != other.id:
        return True
    return contradict(one.fields, other.fields)


def _never(_name: str, _work: Sequence[Record]) -> bool:
    return False


def grouped(
    records: Iterable[Record], decided: Decided = NOTHING, are_two: AreTwo = apart, bore: Bore = _never
) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """The records by work, and a finding for every join that was refused for a contradiction. Identifiers alone are no
    work. `are_two`: whether those do not join two records, in place of `apart` alone; `bore`: whether an identifier
    that several works claim was that of these records before."""
    groups: list[list[Record]] = []
    known = Known()
    refused: defaultdict[str, list[Finding]] = defaultdict(list)
    for record in sorted(records, key=precedence):
        names = _names(record, decided)
        near = [index for index in known.near(record, names) if groups[index]]
        joinable = [index for index in near if not _refuses([record], groups[index], decided, are_two)]
        for index in sorted(set(near) - set(joinable)):
            against = [member for member in groups[index] if apart(record, member)]
            if against and (key := _shared(record, groups[index])) and not decided.parts([record], groups[index]):
                both = sorted((record, against[0]), key=precedence)
                refused[key].append(contradiction(both, key))
        home = _home(record, joinable, groups, decided, are_two)
        for member in groups[home] if joinable[1:] else [record]:
            known.add(home, member, _names(member, decided))
    found = [tuple(sorted(group, key=precedence)) for group in groups if any(record.fields for record in group)]
    owners = _owners(found, bore)
    parted = tuple(Group(group, *_ids(group, index, owners, decided)) for index, group in enumerate(found))
    return parted, tuple(counted(found) for _, found in sorted(refused.items()))


def merged(groups: Sequence[Group]) -> Group:
    """The groups, which share no identifier, as the one work that they are."""
    ordered = sorted(groups, key=lambda group: precedence(group.records[0]))
    names = list(dict.fromkeys(name for group in ordered for name in (*group.ids.keys(), *group.also)))
    ids = identifiers.ids(names)
    records = sorted((record for group in ordered for record in group.records), key=precedence)
    return Group(tuple(records), ids, tuple(name for name in names if name not in ids.keys()))


def two_of_pubmed(one: Iterable[Record], other: Iterable[Record]) -> bool:
    """Whether PubMed has two works of these, which nothing makes one; its exports in libraries are its word, too."""
    ours, theirs = ({record.ids.pmid for record in part if _is_pubmed(record)} - {""} for part in (one, other))
    return bool(ours and theirs) and ours != theirs


def _is_pubmed(record: Record) -> bool:
    return record.source == "pubmed" or (record.source == "library" and database(record).lower() == "pubmed")


def joining(ids: Ids, kind: str) -> tuple[str, ...]:
    """Those of a work's identifiers that name it alone, a paper's at arXiv by both of its names; `kind` is its CSL
    type."""
    kinds = (*JOINING, "isbn") if kind == "book" else JOINING
    own = [key for key in ids.keys() if key.partition(":")[0] in kinds]
    return tuple(dict.fromkeys((*own, *filter(None, map(twin, own)))))


def _names(record: Record, decided: Decided) -> tuple[str, ...]:
    """By what a record is found to be one work with others: its identifiers, and what people said."""
    return (
        *joining(record.ids, record.fields.type),
        *(f"decided:{number}" for number, _ in decided.together.get(record.key, ())),
    )


def _refuses(one: Sequence[Record], other: Sequence[Record], decided: Decided, are_two: AreTwo) -> bool:
    """Whether the records of two groups are no one work."""
    if decided.parts(one, other):
        return True
    if decided.joins(one, other):
        return two_of_pubmed(one, other)
    pairs = ((left, right) for left in one for right in other if are_two(left, right))
    return any(not _is_bridged(left, right, (*one, *other), decided, are_two) for left, right in pairs)


def _is_bridged(left: Record, right: Record, those: Sequence[Record], decided: Decided, are_two: AreTwo) -> bool:
    """Whether people said that either is one with a record that is surely one with the other: their word parts none."""
    if two_of_pubmed([left], [right]):
        return False
    return any(
        decided.joins([member], [near]) and _shared(member, [far]) and not are_two(member, far)
        for near, far in ((left, right), (right, left))
        for member in those
        if member.key in decided.together and member is not far
    )


def _home(record: Record, joinable: list[int], groups: list[list[Record]], decided: Decided, are_two: AreTwo) -> int:
    """Put the record into the first group that takes it, with the others that may be one with that; their index."""
    if not joinable:
        groups.append([record])
        return len(groups) - 1
    home = joinable[0]
    groups[home].append(record)
    for index in joinable[1:]:
        if not _refuses(groups[home], groups[index], decided, are_two):
            groups[home] += groups[index]
            groups[index] = []
    return home


def _owners(groups: Sequence[Sequence[Record]], bore: Bore) -> dict[str, int]:
    """The one group that each identifier belongs to: whose record bears it as its name, else for which a service claims
    it first. What libraries alone claim for several is that one's which bore it before, else `_NOBODY`'s: the names of
    records say nothing about whose it is."""
    claims: dict[str, tuple[bool, Precedence, int]] = {}
    claiming: defaultdict[str, set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        for record in group:
            for key in joining(record.ids, record.fields.type):
                claim = (record.id != key, precedence(record), index)
                claims[key] = min(claims.get(key, claim), claim)
                claiming[key].add(index)
    owners = {key: index for key, (_, _, index) in claims.items()}
    for key, ((rank, *_), several) in {key: (claims[key][1], those) for key, those in claiming.items()}.items():
        if len(several) > 1 and SOURCES[rank : rank + 1] == ("library",):
            before = [index for index in several if bore(key, groups[index])]
            owners[key] = before[0] if len(before) == 1 else _NOBODY
    return owners


def _ids(
    group: Sequence[Record], index: int, owners: Mapping[str, int], decided: Decided
) -> tuple[Ids, tuple[str, ...]]:
    """The identifiers of a work, and those besides; a record's own counts before one that another record claims.

    A second one that is only claimed is a slip, unless people said that its record is this work.
    """
    claims = [(record.id != key, record, key) for record in group for key in record.ids.keys()]
    own = [claim for claim in sorted(claims, key=lambda claim: claim[0]) if owners.get(claim[2], index) == index]
    ids = identifiers.ids(list(dict.fromkeys(key for _, _, key in own)))
    meant = (key for claimed, record, key in own if not claimed or record.key in decided.together)
    besides = (key for key in meant if key.partition(":")[0] in JOINING and key not in ids.keys())
    return ids, tuple(dict.fromkeys(besides))


def _shared(record: Record, group: Sequence[Record]) -> str:
    """The first identifier that a record shares with a group; empty where only people said that they are one."""
    theirs = {key for member in group for key in joining(member.ids, member.fields.type)}
    return next((key for key in joining(record.ids, record.fields.type) if key in theirs), "")
