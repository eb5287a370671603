"""Blocking keys: two descriptions of one work share at least one, and most strangers share none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from cluneal_lit import names, pages
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Fields

_WORDS = 5  # of a title, the longest: a misspelt one leaves four
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=[a-h]?$)")
_FIRST_AUTHOR = 4  # words of a string among which its first author's surname stands: `J. R. R. Quimby`
_NUMBERS = 12  # of a string that may be a volume or a first page


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


def string_keys(tokens: Iterable[str]) -> tuple[str, ...]:
    """The keys that a work meant by a string may have, by the string's folded words alone: more than it has.

    Any word may be its title's, any number its volume or first page, what stands first its author.
    """
    found = list(tokens)
    years = [match[0] for token in found if (match := _YEAR.match(token))]
    heads = found[:_FIRST_AUTHOR]
    heads += ["".join(pair) for pair in itertools.pairwise(heads)]
    numbers = [token for token in found if any(char.isdigit() for char in token) and len(token) < 12][-_NUMBERS:]
    return (
        *(f"w:{token}" for token in dict.fromkeys(found) if len(token) > 3),
        *(f"a:{head}:{year}" for head in dict.fromkeys(heads) for year in dict.fromkeys(years)),
        *(f"p:{volume}:{first}" for place, volume in enumerate(numbers) for first in numbers[place + 1 :]),
    )
