"""A journal's name with year, volume and page behind it, by which a reference string shows itself within text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.references.numbering import ENCLOSED, NUMBERS, RANGED, STRICT
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.reading import reader
from cluneal_lit.late import late

# What parts a name from words before it, and words that can be one.
_PART = late(r"(?:[^\W\d_]{3}[.?!]|\bet\sal\b\.?|[,;:])\s+[*_]{0,2}|[\"“”’()\[\]*]\s*[*_]{0,2}")
_CAPITALISED = late(rf"[{UPPER}][\w&’'.-]*(?:\s(?:[{UPPER}&][\w&’'.-]*|of|and|the|in|for|on|de|der|für|et)){{0,7}}")
_ACRONYM = re.compile(r"[A-Z]{2,6}\b(?! [A-Z])")
# A word that names of journals have and other names have not; `J` only among two others, where it is no initial, and
# no `Ann` or `Rev` with which a name of somebody may begin.
_PERIODICAL = late(
    r"(?=\S+\s\S)(?:.*\s)?(?:Journal|Jnl|Annals|Archives|Acta|Bulletin|Zeitschrift|Ztschr|Wochenschr(?:ift)?|Wschr"
    r"|Zentralblatt|Zbl|Revista|Revue|Rivista|Cahiers|Proceedings|Proc|(?<=\s)Rev)(?![\w’'])"
    r"|J\.?\s\S{2,}\s\S|(?:\S{2,}\s){2,}(?:\S+\s)*J(?!\w)"
)
_LEADS = r"(?:in|see|by|from|cf\.?|siehe|vgl\.?|aus|bei|dans|voir|ver|véase|vide)"
LEADING = late(rf"\b{_LEADS}:?\s+(?:(?:the|der|la|le)\s)?[*_]{{0,2}}$", re.IGNORECASE)
ET_AL = late(r"\bet\s?al\b[\s.,;:(*_]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s*_]")
_PARTING = " \n.,;:*_"  # what may stand between a name and its year or volume
_PLACE = re.compile(r"\s\([^()\n]{2,30}\)[\s.,;:*_]*$")  # `Spine (Phila Pa 1976)`
_APART = 20
_LONGEST_NAME = 150
_WORDS = 14
_WITHIN = frozenset(("of", "and", "for", "on", "de", "der", "et"))  # small words within a name
_ARTICLES = frozenset(("the", "der", "die", "das", "la", "le", "el", "il"))
_SAID = re.compile(r"\s(?:in|of|from)\s$")  # `the BMJ of 2016 (353:i3189)`
_BEHIND = late(rf"(?:^|[\d.,;:)\]]\s*)(?:and|et|und|y|{_LEADS})\s[\s*_]{{0,3}}$", re.IGNORECASE)  # words not in it
_CLOCK = re.compile(r":\d\d\b|\s?(?:[ap]\.?m\b|Uhr\b)")
_SHORT = frozenset(("bmj", "nejm", "qjm", "gut", "ajr", "jbjs"))  # the list has no names of one short word
_SURE = 3  # words of a name that no other words end in


class Imprint(Struct, frozen=True):
    """Where a journal's name begins, where the numbers behind it do, and where they end.

    `dated`: the year is among them; `listed`: a public list has the name, or it has what only names of journals have,
    or is an acronym; `strict`: they stand in
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
    for numbers in NUMBERS.finditer(text, start, end):
        behind = _behind_name(text, start, numbers)
        if not text[max(start, behind - _APART) : behind].rstrip(_PARTING)[-1:].isalpha():
            continue
        if _CLOCK.match(text, numbers.end()) or (
            numbers["year"] and "et al" not in text[max(start, numbers.start() - _LONGEST_NAME) : numbers.start()]
        ):
            continue
        listed = _listed(text, start, behind)
        journal = listed if listed is not None else _unlisted(text, start, behind)
        if journal is None or (numbers["year"] and not ET_AL.search(text, start, journal)):
            continue
        strict = bool(STRICT.match(numbers[0]) or numbers["within"] or numbers["behind"])
        called = _PERIODICAL.match(text, journal, behind) and (numbers["year"] or strict or RANGED.search(numbers[0]))
        known = listed is not None or bool(called or (strict and _ACRONYM.match(text, journal, behind)))
        if known or not numbers["year"]:
            yield Imprint(journal, numbers.start(), numbers.end(), any(numbers.groupdict().values()), known, strict)


def _behind_name(text: str, floor: int, numbers: re.Match[str]) -> int:
    """Where the name ends that numbers stand behind, before its place, `Spine (Phila Pa 1976)`, before the bracket in
    which the numbers stand, and before the word with which a sentence leads to their year."""
    at = numbers.start()
    if place := _PLACE.search(text, max(floor, at - 2 * _APART), at):
        return place.start()
    if ENCLOSED.fullmatch(numbers[0]) and (said := _SAID.search(text, max(floor, at - _APART), at)):
        return said.start()
    return at - text.endswith("(", floor, at)


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
        if before.lower() in _ARTICLES:
            return one.start() if before.islower() else found[place - 1].start()
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
