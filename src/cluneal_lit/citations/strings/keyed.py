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
    rf",?\s\(?(?P<year>{locators.YEAR})[a-z]?\)?(?P<mark>\s?[:=–—,])?\s*"
)
_HEAD = 60  # characters, of the first author
_GIVEN = late(rf"(?:[{UPPER}]\w*\.?[\s‐-]?){{1,4}}")


def behind_key(text: str, start: int) -> tuple[int, str]:
    """Where the reference begins behind its key, and the key's year; the start and nothing where no key stands.

    Its first author has the key's surname; behind `Berg 2019:` alone the title may stand.
    """
    key = _KEY.match(text, start)
    if not key:
        return start, ""
    head = text[key.end() : key.end() + _HEAD].casefold()
    at = head.find(key["first"].casefold())
    if at < 0 or not (at or key["mark"]) or (at and not _GIVEN.fullmatch(text, key.end(), key.end() + at)):
        return start, ""
    return key.end(), key["year"]
