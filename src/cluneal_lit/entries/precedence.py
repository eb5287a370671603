"""Whose word counts first, of several records of one work."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from cluneal_lit.formats import brought
from cluneal_lit.model import Fields, Record

# For what is printed too; the last one tells identifiers alone.
SOURCES = ("pubmed", "crossref", "datacite", "library", "idconv")
Precedence = tuple[int, tuple[bool | str | bytes, ...], str]


def precedence(record: Record) -> Precedence:
    """The place of a record in its work: services first, by their order, then by name. Of libraries first what has a
    key that a person chose, then by key and by what it says: what a file is called changes nothing that is printed."""
    rank = SOURCES.index(record.source) if record.source in SOURCES else len(SOURCES)
    if record.source != "library":
        return rank, (), record.key
    return rank, (*brought.chosen_first(record), brought.key(record), _encoded(record.fields)), record.key


@lru_cache(maxsize=2**14)
def _encoded(fields: Fields) -> bytes:
    return msgspec.json.encode(fields)
