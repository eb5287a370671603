"""A journal's name with year, volume and page behind it, by which a reference string shows itself within text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.reading import reader
from cluneal_lit.late import late

_GAP = r"[\s*_]{0,16}"  # blanks, also in the place of markup, and Markdown's emphasis
_DATE = rf"\(?{locators.YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:[-\s/][A-Z]?[a-z]*\.?)?(?:\s\d{{1,2}})?)?\)?"
_VOLUME = rf"\d{{1,4}}(?:{_GAP}\([^()\n]{{1,20}}\))?"
_PAGES = r"[A-Za-z]{0,3}\d+[a-z]?(?:\.[a-z]+\d+)?(?:\s?[-–‐]\s?[A-Za-z]?\d+[a-z]?)?"
_PAGED = rf"{_GAP}[:,]\s{{0,2}}(?:pp?\.?\s?)?{_PAGES}"
_ISSUE = r"(?:(?:H|Heft|Nr|no)\.?\s?[\w-]{1,8}[,:]?\s)?"
_MONTH = r"(?:[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?)?"
_FORMS = (
    # `2012;366(3):2102-10`, `2012, 366, 2102`
    rf"(?<!\d)(?P<dated>{_DATE}{_GAP}[;,:]?{_GAP}(?:(?:vol\.?\s)?{_VOLUME}|\([^()\n]{{1,12}}\))(?:{_PAGED}|(?<=\))))",
    # `366 (2012) 2102-10`, `366 (2012), H. 3, S. 2102`, `366, no. 3 (March 2012): 2102`, `366.3 (2012): 2102`
    rf"(?<![\d.])(?P<within>\d{{1,4}}(?:\.\d{{1,3}}|\(\w{{1,8}}\)|,\sno\.\s\w{{1,8}})?{_GAP}\({_MONTH}{locators.YEAR}\)[,:]?\s"
    rf"{_ISSUE}(?:(?:S|pp?)\.?\s?)?{_PAGES})",
    # `366:2102-10 (2012)`, `366(3), 2102`
    rf"(?<![\d.]){_VOLUME}{_PAGED}(?P<behind>\s?\({locators.YEAR}\))?",
    # `vol. 366, no. 3, pp. 2102–10, 2012`, `vol. 366, no. 3, 2012, pp. 2102–10`
    rf"vol\.\s?\d{{1,4}},\s{_ISSUE}(?P<before>{_MONTH}{locators.YEAR},\s)?pp?\.\s?{_PAGES}(?P<last>,\s{_MONTH}{locators.YEAR})?",
    rf"(?<![\d.,(/-])(?P<year>{locators.YEAR})(?![\d/-]|[.,]\d)",
)
_NUMBERS = late("|".join(_FORMS))
_STRICT = late(rf"{_DATE};{_GAP}{_VOLUME}{_GAP}:")
# What parts a name from words before it, and words that can be one.
_PART = re.compile(r"(?:[^\W\d_]{3}[.?!]|[,;:])\s+[*_]{0,2}|[\"“”’()\[\]*]\s*[*_]{0,2}")
_CAPITALISED = late(rf"[{UPPER}][\w&’'.-]*(?:\s(?:[{UPPER}&][\w&’'.-]*|of|and|the|in|for|on|de|der|für|et)){{0,7}}")
_ACRONYM = re.compile(r"[A-Z]{2,6}\b(?! [A-Z])")
LEADING = late(r"\b(?:in|see|by|from|cf\.?):?\s+(?:the\s)?[*_]{0,2}$", re.IGNORECASE)
ET_AL = late(r"\bet\s?al\b[\s.,;:(*_]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s*_]")
_PARTING = " \n.,;:*_"  # what may stand between a name and its year or volume
_PLACE = re.compile(r"\s\([^()\n]{2,30}\)[\s.,;:*_]*$")  # `Spine (Phila Pa 1976)`
_APART = 20
_LONGEST_NAME = 150
_WORDS = 14
_WITHIN = frozenset(("of", "and", "for", "on", "de", "der", "et"))  # small words within a name
_BEHIND = late(r"(?:^|[\d.,;:)\]]\s*)(?:and|et|und|y|see|in|from|cf\.?)\s[*_]{0,2}$", re.IGNORECASE)  # words not in it
_CLOCK = re.compile(r":\d\d\b")
_SHORT = frozenset(("bmj", "nejm", "qjm", "gut", "ajr", "jbjs"))  # the list has no names of one short word
_SURE = 3  # words of a name that no other words end in


class Imprint(Struct, frozen=True):
    """Where a journal's name begins, where the numbers behind it do, and where they end.

    `dated`: the year is among them; `listed`: a public list has the name, or it is an acronym; `strict`: they stand in
    the form of MEDLINE, or have the year in brackets, as no other numbers do.
    """

    journal: int
    start: int
    end: int
    dated: bool
    listed: bool
    strict: bool


def imprints(text: str, start: int, end: int) -> Iterator[Imprint]:
    """The journals with numbers in a stretch of text; with a year alone those of a list, behind `et al.`"""
    for numbers in _NUMBERS.finditer(text, start, end):
        at = numbers.start()
        place = _PLACE.search(text, max(start, at - 2 * _APART), at)
        behind = place.start() if place else at  # the name
        if not text[max(start, behind - _APART) : behind].rstrip(_PARTING)[-1:].isalpha():
            continue
        if _CLOCK.match(text, numbers.end()) or (
            numbers["year"] and "et al" not in text[max(start, at - _LONGEST_NAME) : at]
        ):
            continue
        listed = _listed(text, start, behind)
        journal = listed if listed is not None or numbers["year"] else _unlisted(text, start, behind)
        if journal is None or (numbers["year"] and not ET_AL.search(text, start, journal)):
            continue
        strict = bool(_STRICT.match(numbers[0]) or numbers["within"] or numbers["behind"])
        known = listed is not None or (strict and bool(_ACRONYM.match(text, journal, behind)))
        dated = any(numbers.groupdict().values())
        yield Imprint(journal, at, numbers.end(), dated, known, strict)


def _listed(text: str, floor: int, at: int) -> int | None:
    """Where the name of a journal begins that ends at an offset; None where no list has it.

    Before a name stands what parts it from other words, or one in small letters that is in no name; a name of three
    words and more needs nothing.
    """
    least = max(floor, at - _LONGEST_NAME)
    found = [*_WORD.finditer(text, least, at)]
    while found and not found[-1][0][0].isalpha():
        found.pop()
    written = [word(one[0]) if one[0][0].isalpha() else "" for one in found]
    listed = reader().journals
    for place, one in enumerate(found[-_WORDS:], max(0, len(found) - _WORDS)):
        name = written[place:]
        if not name[0] or not one[0][0].isupper() or not (name in listed or (len(name) == 1 and name[0] in _SHORT)):
            continue
        before = found[place - 1][0] if place else ""
        other = not before.isalpha() or (before.islower() and before not in _WITHIN)
        apart = other or _BEHIND.search(text, least, one.start())
        if apart or sum(map(bool, name)) >= _SURE:
            return one.start()
    return None


def _unlisted(text: str, floor: int, at: int) -> int | None:
    """Where the last words before an offset begin that can be, or end, the name of a journal."""
    least = max(floor, at - _LONGEST_NAME)
    written = text[least:at].rstrip(_PARTING)
    start = max((apart.end() for apart in _PART.finditer(written)), default=0)
    return least + start if _CAPITALISED.fullmatch(written, start) else None
