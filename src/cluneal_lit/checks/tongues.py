"""Whether two texts are in scripts or languages between which nobody can compare letter with letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cluneal_lit import languages
from cluneal_lit.checks import said
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields

# `[in Japanese]`, `(In Russ.)`, `(German)`, `… 2012;153:455-60. Hungarian.`, as styles tell the language of what they
# translate
_SAID = late(
    rf"[\[(](?:(?:article|text) )?in (?:{languages.WORDS}|russ)\b|[\[(](?:{languages.WORDS})[\])]"
    rf"|[.;]\s(?:{languages.WORDS})(?:\.|$)",
    re.IGNORECASE,
)


def apart(one: str, other: str) -> bool:
    """Whether two texts have no script in common, as a name in Cyrillic letters and one in Latin ones."""
    ours, theirs = _scripts(one), _scripts(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def is_translated(citation: Citation) -> bool:
    """Whether a reference says that its title is translated: by the language, or by brackets around it."""
    return _says_language(citation) or _is_bracketed(citation)


def is_original(citation: Citation, record: Fields) -> bool:
    """Whether a reference has a title in its own language, and the record a translated one alone, as PubMed's in
    brackets: by the words of the title, or where the reference tells the language, by not being English."""
    title = citation.fields.title
    if languages.is_original(title, record):
        return True
    told = _says_language(citation) and not _is_bracketed(citation) and not languages.is_english(title)
    return told and languages.is_only_translated(record)


def _says_language(citation: Citation) -> bool:
    return bool(_SAID.search(said.text(citation)))


def _is_bracketed(citation: Citation) -> bool:
    return f"[{citation.fields.title[:20]}" in said.text(citation)


@lru_cache(maxsize=65536)
def _scripts(text: str) -> frozenset[str]:
    """The scripts of a text's letters, by the first word of their names: LATIN, CYRILLIC, CJK."""
    if text.isascii():
        return frozenset(("LATIN",)) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
