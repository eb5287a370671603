"""Months by their names in references, and the dates that they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import months
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.late import late

MONTHS = frozenset(name for names in months.NAMES for name in names.split())
_WORD = late(r"[^\W\d_]+")
_OF = late(r"\b(?:de|del|di)\b\s*", re.IGNORECASE)  # `4 de abril de 2021`
_YEAR = re.compile(locators.YEAR)
_TWO = late(rf"^([a-z]+\s?[/–-]\s?[a-z]+) ({locators.YEAR})$", re.IGNORECASE)  # `May/June 2010`
_YEARS = late(  # `Dec 2008/Jan 2009`
    rf"^([a-z]+) ({locators.YEAR})\s?[/–-]\s?([a-z]+) ({locators.YEAR})$", re.IGNORECASE
)
_JOINING = frozenset("/-–")
_DAYS = late(  # of a meeting, with the blanks between tokens
    rf"\d{{1,2}}(?: \.)? (?:[/&,-]|and|und|bis|to|e|et|y|a) \d{{1,2}}(?: \.)? (?:de )?(?:{'|'.join(sorted(MONTHS))})\b"
)


def in_english(written: str) -> str:
    """A date with its months in English."""
    return _YEARS.sub(r"\2 \1-\4 \3", _TWO.sub(r"\2 \1", _WORD.sub(_english, _OF.sub("", written))))


def _english(match: re.Match[str]) -> str:
    number = months.NUMBERS.get(word(match[0]))
    return months.ENGLISH[number - 1] if number else match[0]


@rule(has=("year",), words=MONTHS)
def month_before_year(found: Tokens, segments: Segments) -> Segments:
    """The month or two before a year, and the day before them, belong to it: `p. 12-8, maio/jun. 2010`."""
    end = 0
    mended: Segments = []
    for one in segments:
        start = _start_of_date(found, one) if one.label == "year" else one.start
        mended.append(Segment(one.label, start, one.end) if end <= start < one.start else one)
        end = one.end
    return mended


def _start_of_date(found: Tokens, year: Segment) -> int:
    if not (_YEAR.fullmatch(found.texts[year.start]) and _YEAR.fullmatch(found.texts[year.end - 1])):
        return year.start  # months stand behind it
    month = _month_before(found, year.start)
    if month == year.start:
        return _month_before_day(found, year.start)
    if found.texts[month - 1] in _JOINING:
        first = _month_before(found, month - 1)
        return first if first < month - 1 else month
    day = month - 1 - (word(found.texts[month - 1]) in ("de", "."))
    return day if day > 0 and is_day(found.texts[day]) and found.texts[day - 1] in ",.;(" else month


def _month_before_day(found: Tokens, year: int) -> int:
    """Where the month stands of `May 4, 2019`; the year's place without one."""
    day = year - 1 - (found.texts[year - 1] == ",")
    month = _month_before(found, day) if day > 0 and is_day(found.texts[day]) else day
    return month if month < day else year


def are_days(texts: Sequence[str]) -> bool:
    """Whether tokens begin with the day or days before a month that the first token begins: `1./2. März`."""
    if not is_day(texts[0]) or MONTHS.isdisjoint(map(word, texts)):
        return False
    return bool(_DAYS.match(" ".join(map(word, texts))))


def is_day(text: str) -> bool:
    """Whether a token may be the day of a month."""
    return text.isdigit() and len(text) < 3


def _month_before(found: Tokens, at: int) -> int:
    """Where the month stands that ends before a token; that token's place without one."""
    month = at - 1 - (word(found.texts[at - 1]) in (".", "de", "del"))
    return month if month > 0 and word(found.texts[month]) in MONTHS else at
