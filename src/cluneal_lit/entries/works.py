"""Which records are one work.

A shared identifier joins two records unless they contradict each other; likeness alone joins nothing here. No work is
welded together through a third: a record joins a group only if it contradicts none of its members.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.compare import contradict
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Finding, Ids, Record

# Whose word counts first, for what is printed too; the last one tells identifiers alone.
SOURCES = ("pubmed", "crossref", "datacite", "library", "idconv")
# An ISBN is shared by the chapters of a book and a trial's number by all its reports, so neither joins; but a book's
# own ISBN is its name.
JOINING = ("pmid", "doi", "pmcid", "arxiv")


class Group(Struct, frozen=True):
    """Records that are one work, in the order of `SOURCES`, and the identifiers that are this work's and no other's."""

    records: tuple[Record, ...]
    ids: Ids


def grouped(records: Iterable[Record]) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """The records by work, and a finding for every join that was refused. Identifiers alone are no work."""
    groups: list[list[Record]] = []
    by_id: dict[str, set[int]] = {}
    findings: dict[tuple[str, str], Finding] = {}
    for record in sorted(records, key=precedence):
        shared = sorted({index for key in _joining(record) for index in by_id.get(key, ()) if groups[index]})
        joinable = [index for index in shared if not any(apart(record, member) for member in groups[index])]
        for index in set(shared) - set(joinable):
            finding = _refused(record, groups[index])
            findings[record.key, groups[index][0].key] = finding
        home = _home(record, joinable, groups)
        for key in {key for member in groups[home] for key in _joining(member)}:
            by_id.setdefault(key, set()).add(home)
    found = [tuple(sorted(group, key=precedence)) for group in groups if any(record.fields for record in group)]
    owners = _owners(found)
    parted = tuple(Group(group, _ids(group, index, owners)) for index, group in enumerate(found))
    return parted, tuple(findings[pair] for pair in sorted(findings))


def precedence(record: Record) -> tuple[int, str]:
    """The place of a record in its work: services first, by their order, then by name."""
    rank = SOURCES.index(record.source) if record.source in SOURCES else len(SOURCES)
    return rank, record.key


def apart(one: Record, other: Record) -> bool:
    """Whether two records cannot be one work: two of one service, or fields that contradict each other."""
    if one.source == other.source != "library" and one.id != other.id:
        return True
    return contradict(one.fields, other.fields)


def joining(ids: Ids, kind: str) -> tuple[str, ...]:
    """Those of a work's identifiers that name it alone, a paper's at arXiv by both of its names; `kind` is its CSL
    type."""
    kinds = (*JOINING, "isbn") if kind == "book" else JOINING
    own = [key for key in ids.keys() if key.partition(":")[0] in kinds]
    return tuple(dict.fromkeys((*own, *filter(None, map(twin, own)))))


def _joining(record: Record) -> tuple[str, ...]:
    return joining(record.ids, record.fields.type)


def _home(record: Record, joinable: list[int], groups: list[list[Record]]) -> int:
    """Put the record into the first group that takes it, with the others that may be one with that; their index."""
    if not joinable:
        groups.append([record])
        return len(groups) - 1
    home = joinable[0]
    groups[home].append(record)
    for index in joinable[1:]:
        if not any(apart(one, other) for one in groups[home] for other in groups[index]):
            groups[home] += groups[index]
            groups[index] = []
    return home


def _owners(groups: Sequence[Sequence[Record]]) -> dict[str, int]:
    """The one group that each identifier belongs to: whose record bears it as its name, else who claims it first."""
    claims: dict[str, tuple[bool, tuple[int, str], int]] = {}
    for index, group in enumerate(groups):
        for record in group:
            for key in _joining(record):
                claim = (record.id != key, precedence(record), index)
                claims[key] = min(claims.get(key, claim), claim)
    return {key: index for key, (_, _, index) in claims.items()}


def _ids(group: Sequence[Record], index: int, owners: Mapping[str, int]) -> Ids:
    """The identifiers of a work; a record's own counts before one that another record claims."""
    found: dict[str, str] = {}
    isbns: dict[str, None] = {}
    for own in (True, False):
        for record in group:
            for key in record.ids.keys():
                kind, value = key.split(":", 1)
                if owners.get(key, index) != index or own != (record.id == key):
                    continue
                if kind == "isbn":
                    isbns[value] = None
                else:
                    found.setdefault(kind, value)
    return Ids(**found, isbn=tuple(isbns))


def _refused(record: Record, group: Sequence[Record]) -> Finding:
    """That a record is kept apart from a group, perhaps for a member that shares no identifier with it itself."""
    other = next(member for member in group if apart(record, member))
    theirs = {key for member in group for key in _joining(member)}
    shared = next(key for key in _joining(record) if key in theirs)
    titles = " | ".join(f"{one.key}: {one.fields.title}" for one in sorted((record, other), key=precedence))
    return Finding("LIT407", key=shared, values={"id": shared, "titles": titles})
