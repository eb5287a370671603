"""Keys before a reference, made of its first surname and year: `Akgün et al. 2025: G. Akgün, B. Sözeri, …`.

Archaeologists, art historians and others list what they cite so; the year may stand nowhere else.
"""

from __future__ import annotations

import re

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
_FIRST = (
    rf"(?:(?:(?:[{UPPER}][\w'’]{{0,2}}\.[\s‐-]?){{1,4}}|(?:[{UPPER}][^\W\d_{UPPER}]+[\s‐-]){{1,3}})(?i:{{first}})"
    rf"(?=\s?[,;:.&/(]|\s{others.AND}\s|\s{others.BEHIND_NAMES})"
    rf"|(?i:{{first}}),?\s(?:[{UPPER}]\.|[{UPPER}]{{1,3}}(?!\w)))"
)


def behind_key(text: str, start: int) -> tuple[int, str]:
    """Where the reference begins behind its key, and the key's year; the start and nothing where no key stands.

    Its first author has the key's surname; behind `Berg et al. (2019):` alone the title stands, which may name it too.
    """
    key = _KEY.match(text, start)
    if not key:
        return start, ""
    first = _FIRST.replace("{first}", re.escape(key["first"]))
    return (key.end(), key["year"]) if re.compile(first).match(text, key.end()) else (start, "")
