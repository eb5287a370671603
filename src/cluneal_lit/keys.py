"""Blocking keys: two descriptions of one work share at least one, and most strangers share none."""

from __future__ import annotations

from cluneal_lit import names, pages
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Fields

_WORDS = 5  # of a title, the longest: a misspelt one leaves four


def keys(fields: Fields) -> tuple[str, ...]:
    """The keys of a citation's or record's fields: long title words, first author with year, volume with first page."""
    found = [f"w:{word}" for word in sorted(set(words(fields.title)), key=lambda word: (-len(word), word))[:_WORDS]]
    year = fields.issued.year if fields.issued else None
    if fields.author and year:
        found += [f"a:{names.surname(fields.author[0])}:{near}" for near in (year - 1, year, year + 1)]
    first = pages.parse(fields.page)
    if fields.volume and first and first.first:
        found.append(f"p:{folded(fields.volume)}:{folded(first.first)}")
    return tuple(found)
