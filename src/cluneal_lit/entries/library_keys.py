"""The citation keys that people's libraries give works."""

from __future__ import annotations

import re

from cluneal_lit.entries.works import Group
from cluneal_lit.folding import plain
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

_UNFIT = re.compile(r"[^a-zA-Z0-9:_.+/-]+")
_NAMED = re.compile(r"(?:pmid|pmcid|doi|arxiv|isbn|nct|shortdoi):")


def library_keys(group: Group) -> tuple[str, ...]:
    """The keys that people's libraries give a work, fit for every format, the numbers of records last; an identifier
    with its kind is none."""
    records = sorted(group.records, key=brought.chosen_first)
    return tuple(dict.fromkeys(key for record in records for key in record_keys(record)[:-1]))


def repeated_keys(group: Group) -> tuple[str, ...]:
    """The keys that people's libraries give records of a work, having given them to others before."""
    made = (record for record in group.records if record.source == "library" and brought.is_made(brought.key(record)))
    written = ((record, brought.without_digest(brought.key(record))) for record in made)
    return tuple(fit(key) for record, key in written if brought.key(record) == brought.again(key, record.fields))


def record_keys(record: Record) -> tuple[str, ...]:
    """The key that a person's library gives a record, as it is printed, if it is, and as it is written there."""
    key = record.id.partition("#")[2]
    if record.source != "library" or brought.is_made(key):
        return ()
    return (key,) if _NAMED.match(key) else (fit(key), key)


def fit(key: str) -> str:
    """The key in characters that BibTeX, CSL and file names take: letters without accents, digits, a few marks."""
    letters = key if key.isascii() else "".join(char if char.isascii() else plain(char) for char in key)
    return _UNFIT.sub("-", letters).strip("-") or "work"
