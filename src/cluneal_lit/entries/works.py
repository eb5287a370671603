"""Which records are one work.

A shared identifier joins two records unless they contradict each other; likeness alone joins nothing here. No work is
welded together through a third: a record joins a group only if it contradicts none of its members.
"""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.compare import contradict
from cluneal_lit.model import Finding, Ids, Record

# Whose word counts first, for what is printed too.
SOURCES = ("pubmed", "crossref", "datacite", "library")

Group = tuple[Record, ...]


def grouped(records: Iterable[Record]) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """The records by work, each group in the order of `SOURCES`, and a finding for every join that was refused."""
    groups: list[list[Record]] = []
    by_id: dict[str, set[int]] = {}
    findings: dict[tuple[str, str], Finding] = {}
    for record in sorted(records, key=precedence):
        shared = sorted({index for key in record.ids.keys() for index in by_id.get(key, ()) if groups[index]})
        joinable = [index for index in shared if not any(apart(record, member) for member in groups[index])]
        for index in set(shared) - set(joinable):
            finding = _refused(record, next(member for member in groups[index] if apart(record, member)))
            findings[record.key, groups[index][0].key] = finding
        home = _home(record, joinable, groups)
        for key in {key for member in groups[home] for key in member.ids.keys()}:
            by_id.setdefault(key, set()).add(home)
    found = tuple(tuple(sorted(group, key=precedence)) for group in groups if group)
    return found, tuple(findings[pair] for pair in sorted(findings))


def precedence(record: Record) -> tuple[int, str]:
    """The place of a record in its work: services first, by their order, then by name."""
    rank = SOURCES.index(record.source) if record.source in SOURCES else len(SOURCES)
    return rank, record.key


def apart(one: Record, other: Record) -> bool:
    """Whether two records cannot be one work: two of one service, or fields that contradict each other."""
    if one.source == other.source != "library" and one.id != other.id:
        return True
    return contradict(one.fields, other.fields)


def ids(group: Iterable[Record]) -> Ids:
    """The identifiers of a work; a record's own identifier counts before one that another record claims."""
    found: dict[str, str] = {}
    isbns: dict[str, None] = {}
    members = sorted(group, key=precedence)
    for record in (*members, *members):
        for key in record.ids.keys():
            kind, value = key.split(":", 1)
            if kind == "isbn":
                isbns[value] = None
            elif record.id == key:
                found[kind] = value
            else:
                found.setdefault(kind, value)
    return Ids(**found, isbn=tuple(isbns))


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


def _refused(record: Record, other: Record) -> Finding:
    shared = next(key for key in record.ids.keys() if key in other.ids.keys())
    titles = " | ".join(f"{one.key}: {one.fields.title}" for one in sorted((record, other), key=precedence))
    return Finding("LIT407", key=shared, values={"id": shared, "titles": titles})
