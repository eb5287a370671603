"""The place and year of founding behind a journal's name, by which catalogues tell journals of one name apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_BRACKET = late(
    rf"(?<=[^\W\d_])[.,]?(?:</\w+>|[*_”\"])*(\s*\(([^():]*(?:\([^():]*\)[^():]*)?)(:\s?)?({locators.YEAR})\))"
)
# `Phila Pa`: of the short names of the National Library of Medicine; months, houses and editions look like it.
_SHORT = late(r"(?:[A-Z][a-z]{1,11}\.?,? ){1,3}")
_NO_PLACE = late(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|easter|christmas"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|press|univ\w*|verlag|publ\w*|books?|ed|edn|edition)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\b[a-zA-Z]{0,2}\d{1,6}[a-z]?\b)"
_WORD = (
    r"(?:vol(?:ume)?|v|bd|band|t|jg|jahrgang|année|n|no|nr|num|number|issue|iss|h|heft|fasc|pp?|pages?|s|art|article|pt"
    r"|suppl?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# The year of the work in its place in the journal: `, vol. 206, no. 5, 2021`, `. 2021 May;`, ` 33, 45–52 (2021)`.
_DATED = late(rf"(?:[\s.,;:()*_/°º–-]|{_NUMBER}|\b{_WORD}\b)*?(?<![\w–-])({locators.YEAR})(?![\w–-])", re.IGNORECASE)
_VOLUME = late(r"[\s.,*_]*(?:<\w+>)?(?:(?:vol(?:ume)?|bd|v)\b\.?\s*)?\d", re.IGNORECASE)
_YEAR = re.compile(rf"(?<![\w./–-])({locators.YEAR})[a-z]?(?=$|[\s.,;:)])")


def foundings(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where, from an offset on, `(Baltimore, Md. : 1950)`, `(Phila Pa 1976)` or `(1985)` stands behind a journal's
    name, with the blank before it. It is sure only where the string has another year, not before it, for the work."""
    for match in _BRACKET.finditer(text, start):
        place, colon, year = match[2], match[3], match[4]
        if colon:
            is_founding = bool(place.strip()) and (place[-1].isspace() or "," in place) and _is_elsewhere(text, match)
        else:
            is_named = not place or (_SHORT.fullmatch(place) and not _NO_PLACE.search(place))
            is_founding = bool(is_named) and _is_dated(text, match.end(), match.start(1), year)
        if is_founding:
            yield match.span(1)


def _is_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether a year, not before that in brackets, stands outside them."""
    return any(
        year >= match[4] for side in (text[: match.start(1)], text[match.end() :]) for year in _YEAR.findall(side)
    )


def _is_dated(text: str, end: int, start: int, founded: str) -> bool:
    """Whether a work's year stands in its place behind a bracket, or, later than
    that in it, before the bracket where a volume follows: `2018 Conference on Oars (2018), 33` was held and printed."""
    behind = _DATED.match(text, end)
    if behind:
        return behind[1] >= founded
    return bool(_VOLUME.match(text, end)) and any(year > founded for year in _YEAR.findall(text[:start]))
