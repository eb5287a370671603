"""The citation keys that people's libraries give works."""

from __future__ import annotations

import re
from collections.abc import Callable

from cluneal_lit.entries.works import Group
from cluneal_lit.folding import plain
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

_UNFIT = re.compile(r"[^a-zA-Z0-9:_.+/-]+")
_NAMED = re.compile(r"(?:pmid|pmcid|doi|arxiv|isbn|nct|shortdoi):")


def library_keys(group: Group) -> tuple[str, ...]:
    """The keys that people's libraries give a work, fit for every format, the numbers of records last; an identifier
    with its kind is none."""
    return _printed(group, brought.key)


def given_keys(group: Group) -> tuple[str, ...]:
    """The same with those that people's libraries give records of other works, too, before them."""
    return _printed(group, brought.given_key)


def _printed(group: Group, key_of: Callable[[Record], str]) -> tuple[str, ...]:
    records = sorted((record for record in group.records if record.source == "library"), key=brought.chosen_first)
    found = (key for record in records if not brought.is_made(key := key_of(record)))
    return tuple(dict.fromkeys(fit(key) for key in found if not is_identifier(key)))


def record_keys(record: Record) -> tuple[str, ...]:
    """The key that a person's library gives a record, as it is printed, if it is, and as it is written there."""
    key = brought.key(record)
    if record.source != "library" or brought.is_made(key):
        return ()
    return (key,) if is_identifier(key) else (fit(key), key)


def is_identifier(key: str) -> bool:
    """Whether the key is an identifier with its kind, `pmid:29656623`, which names its work wherever it stands."""
    return bool(_NAMED.match(key))


def fit(key: str) -> str:
    """The key in characters that BibTeX, CSL and file names take: letters without accents, digits, a few marks."""
    letters = key if key.isascii() else "".join(char if char.isascii() else plain(char) for char in key)
    return _UNFIT.sub("-", letters).strip("-") or "work"
