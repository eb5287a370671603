"""What the rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from cluneal_lit import names
from cluneal_lit.compare import Comparison
from cluneal_lit.model import (
    Alike,
    Asked,
    Citation,
    Decision,
    Entry,
    Fields,
    Finding,
    Note,
    Place,
    ReadingList,
    Record,
    Resolution,
    Work,
)

# What a citation says otherwise than the records of its work, each with the record that says so.
Disagreeing = tuple[tuple[Comparison, Record], ...]


class Case(Struct, frozen=True):
    """A collection before its findings; `disagreeing` stands in the order of `resolutions`.

    `seen`: by citation key the last day on which a refresh saw the status of a work change. `unsearched`: the ids of
    the references for which a search is to be made, or to be made again, and has not answered. `unread`: the documents
    that name a bibliography that is not there, or of which nothing reads. `knows_library`: every file of the library
    was read, so that a key that none has is unknown.
    """

    resolutions: tuple[Resolution, ...]
    disagreeing: tuple[Disagreeing, ...]
    works: Mapping[str, Work]
    entries: Mapping[str, Entry]
    lock: Mapping[str, Asked]
    notes: tuple[Note, ...] = ()
    lists: tuple[ReadingList, ...] = ()
    decisions: tuple[Decision, ...] = ()
    alike: tuple[Alike, ...] = ()
    seen: Mapping[str, str] = MappingProxyType({})
    unsearched: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    knows_library: bool = True


def at(citation: Citation, code: str, key: str = "", /, **values: str) -> Finding:
    """A finding at the place of a citation."""
    return Finding(code, citation.document, citation.place, key, citation.id, values)


def first_place(entry: Entry) -> tuple[str, Place]:
    """Where a work is first cited; nowhere, where it is not."""
    first = entry.cited_in[0] if entry.cited_in else None
    return (first.document, first.place) if first else ("", Place())


def described(fields: Fields) -> str:
    """A work in a line: first author, year and title, or place where it has none; `?` for what is not known."""
    author = names.nlm(fields.author[0]) if fields.author else "?"
    year = fields.issued.year if fields.issued else "?"
    place = " ".join(filter(None, (fields.container_title or fields.container_title_short, fields.volume)))
    return f"{author} {year}, {fields.title or place or '?'}"
