"""What the end of an entry shows: that a stretch of text is a whole reference."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import authors, locators
from cluneal_lit.late import late

_COMPLETE = late(rf"(?:[.\d)\]/>a-z。．）］」』]|{authors.HAN})\s*$")
_DATED = late(rf"{locators.YEAR}|https?://|\b10\.\d{{4,9}}/", re.IGNORECASE)
_WITH_IDENTIFIER = late(
    r"(?:\b10\.\d{4,9}/\S+|https?://\S+|www\.\S+|\b(?:PMID|PMCID|PMC|ISBN|arXiv)[\s:]{0,3}(?:PMC)?[\dX.–-]+)"
    r"[.,;)\]>*_]*$",
    re.IGNORECASE,
)
_WITH_NUMBER = late(r"\d[)\]）]?[页頁쪽]?[.。．*_]{0,3}$")
_LAST_PART = 100
_LONGEST = 2000


def is_complete(text: str, start: int, end: int) -> bool:
    """Whether it ends with what a sentence, a number or an address can end with, and not in the midst of a row."""
    return bool(_COMPLETE.search(text, max(start, end - 2), end))


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a year, an address or a DOI stands in it."""
    return bool(_DATED.search(text, start, min(end, start + _LONGEST)))


def is_finished(text: str, start: int, end: int) -> bool:
    """Whether it ends with what a reference ends with: an identifier, or volume and pages."""
    last = max(start, end - _LAST_PART)
    if _WITH_IDENTIFIER.search(text, last, end):
        return True
    return bool(_WITH_NUMBER.search(text, last, end) and locators.HINT.search(text, last, end))
