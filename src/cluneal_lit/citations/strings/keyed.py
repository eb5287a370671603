"""Keys before a reference, made of its first surname and year: `Akgün et al. 2025: G. Akgün, B. Sözeri, …`.

Archaeologists, art historians and others list what they cite so; the year may stand nowhere else.
"""

from __future__ import annotations

from cluneal_lit import others
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

_SURNAME = rf"[{UPPER}][\w'’‐-]*[^\W\d_{UPPER}]"  # no acronym
_KEY = late(
    rf"(?P<first>{_SURNAME}(?:\s{_SURNAME})?)"
    rf"(?:(?:,\s{_SURNAME}|,?\s{others.AND}\s{_SURNAME})+|,?\s{others.BEHIND_NAMES}\.?)?"
    rf",?\s\(?(?P<year>{locators.YEAR})[a-z]?\)?(?:\s?[:=–—,])?\s*"
)
# The first author behind a key: the surname between given names and a mark or `et`, or before initials.
_GIVEN = late(rf"(?:[{UPPER}][\w'’]{{0,2}}\.[\s‐-]?){{1,4}}|(?:[{UPPER}][^\W\d_{UPPER}]+[\s‐-]){{1,3}}")
_BEHIND = late(rf"\s?[,;:.&/(]|\s{others.AND}\s|\s{others.BEHIND_NAMES}")
_INITIALS = late(rf",?\s(?:[{UPPER}]\.|[{UPPER}]{{1,3}}(?!\w))")
_HEAD = 60  # characters, of the first author


def behind_key(text: str, start: int) -> tuple[int, str]:
    """Where the reference begins behind its key, and the key's year; the start and nothing where no key stands.

    Its first author has the key's surname; behind `Berg et al. (2019):` alone the title stands, which may name it too.
    """
    key = _KEY.match(text, start)
    return (key.end(), key["year"]) if key and _is_named(text, key.end(), key["first"]) else (start, "")


def _is_named(text: str, start: int, surname: str) -> bool:
    """Whether the author who stands there has a surname, in whatever case."""
    at = start + text[start : start + _HEAD].lower().find(surname.lower())
    end = at + len(surname)
    if at == start:
        return bool(_INITIALS.match(text, end))
    return at > start and bool(_GIVEN.fullmatch(text, start, at) and _BEHIND.match(text, end))
