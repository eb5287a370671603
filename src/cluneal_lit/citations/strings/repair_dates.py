"""Years and dates: which is the work's own, and what is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings import lexical, months
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.days import ASKED

_MONTHS = lexical.MONTHS | months.MONTHS  # seasons, too
_MADE = frozenset("published updated created posted stand revised".split())
# Behind them a year would stand: `n.d.`, `s.d.`, `s.f.`, `o.J.`, `b.d.`
_UNDATED = frozenset(("nd", "sd", "sf", "oj", "od", "zd", "zj", "bd", "br", "uå", "nodate", "undated"))
_CLOSED = frozenset("])")
_NAMED = frozenset(("title", "journal", "booktitle", "author"))
_ON = frozenset(("on", "am", "em", "en", "el", "le", "il", "de", "of", "the"))
_DAYS = 8  # tokens of `12. und 14. de mayo`, and more
_BEFORE = 8  # tokens between such a word and its date
_YEAR = re.compile(locators.YEAR)


@rule(some=LOCATING)
def without_days(found: Tokens, segments: Segments) -> Segments:
    """The day before a month (`12 mar. 2017`) or behind it (`Sep. 26, 2023`) is no volume, issue or page."""
    return [one for one in segments if not (one.label in LOCATING and _is_day(found, one))]


def _is_day(found: Tokens, one: Segment) -> bool:
    if one.end >= len(found.texts):
        return False
    following = found.texts[one.end + (found.texts[one.end] == ".") :][:1]
    if months.are_days(found.texts[one.start : one.start + _DAYS]):
        return True
    texts = found.texts[one.start : one.end]
    if len(texts) == 3 and texts[1] in "-–" and _are_short(texts[::2]):  # days of a meeting: `, 21–25 May 2018`
        year = "".join(found.texts[one.end + 1 : one.end + 2])
        behind_comma = one.start > 0 and found.texts[one.start - 1] == ","
        return behind_comma and word("".join(following)) in _MONTHS and bool(_YEAR.fullmatch(year))
    if len(texts) != 1 or not _are_short(texts):
        return False
    if _is_dotted(found.texts[one.start : one.start + 5]):
        return True
    month = one.start - 2 if found.texts[one.start - 1 : one.start] == ["."] else one.start - 1
    dated = found.texts[one.end] == "," and bool(_YEAR.fullmatch("".join(found.texts[one.end + 1 : one.end + 2])))
    return word("".join(following)) in _MONTHS or (dated and month >= 0 and word(found.texts[month]) in _MONTHS)


def _is_dotted(texts: Sequence[str]) -> bool:
    """Whether five tokens are a date with dots: `12.03.2019`."""
    return texts[1::2] == [".", "."] and _are_short(texts[:3:2]) and bool(_YEAR.fullmatch(texts[-1]))


def _are_short(texts: Sequence[str]) -> bool:
    """Whether all are numbers of a digit or two."""
    return all(text.isdigit() and len(text) < 3 for text in texts)


@rule(words=ASKED)
def no_place_of_visits(found: Tokens, segments: Segments) -> Segments:
    """When somebody looked (`Last accessed: Jan. 14, 2024`) is no volume or page, nor a year beside another."""
    other = sum(one.label == "year" for one in segments) > 1
    return _without_visits(found, segments, (*LOCATING, "year") if other else LOCATING)


@rule(words=ASKED)
def without_visits(found: Tokens, segments: Segments) -> Segments:
    """When somebody looked is no year, even if there is no other, and no part of who published the work and where."""
    kept = _without_visits(found, segments, ("year",))
    return [_before_visit(found, one) if one.label in ("publisher", "location") else one for one in kept]


def _without_visits(found: Tokens, segments: Segments, visited: Collection[str]) -> Segments:
    if ASKED.isdisjoint(map(word, found.texts)):
        return segments
    return [one for one in segments if one.label not in visited or not _is_of_access(found, segments, one.start)]


def _before_visit(found: Tokens, one: Segment) -> Segment:
    """A publisher or place without the sentence about a visit: `Patella Press. Accessed at …`."""
    texts = found.texts
    for at in range(one.start + 2, one.end):
        if texts[at - 1] in ".,;" and word(texts[at]) in ASKED:
            return Segment(one.label, one.start, at - 1)
    return one


@rule(has=("title",))
def without_no_date(found: Tokens, segments: Segments) -> Segments:
    """What stands in place of a date (`Knees. n.d.`) ends no title."""
    return [_before_no_date(found, one) if one.label == "title" else one for one in segments]


def _before_no_date(found: Tokens, title: Segment) -> Segment:
    texts = found.texts
    for at in range(max(title.start + 2, title.end - 4), title.end - 1):
        if texts[at - 1] in ".,([" and "".join(map(word, texts[at : title.end])).replace(".", "") in _UNDATED:
            return Segment("title", title.start, at - 1)
    return title


@rule(lacks=("year",))
def year_somewhere(found: Tokens, segments: Segments) -> Segments:
    """Without a year that is marked, the issue that looks like one, else the first that stands outside the fields."""
    for at, one in enumerate(segments):
        if one.label == "issue" and one.end == one.start + 1 and _YEAR.fullmatch(found.texts[one.start]):
            return [*segments[:at], Segment("year", one.start, one.end), *segments[at + 1 :]]
    years = _free_years(found, segments)
    return [*segments, Segment("year", years[0], years[0] + 1)] if years else segments


def _free_years(found: Tokens, segments: Segments) -> list[int]:
    """Where years stand outside the fields, and not of a visit."""
    taken = {at for one in segments for at in range(one.start, one.end)}
    free = (at for at, text in enumerate(found.texts) if at not in taken and _YEAR.fullmatch(text))
    return [at for at in free if found.texts[max(0, at - 1)] != "/" and not _is_of_access(found, segments, at)]


def _is_of_access(found: Tokens, segments: Segments, at: int) -> bool:
    """Whether a year is that in which somebody looked: `accessed 2021`, `acessado em 02/07/2021`."""
    first = max(0, at - _BEFORE)
    before = [word(text) for text in found.texts[first:at]]
    asked = max((place for place, text in enumerate(before) if text in ASKED), default=None)
    if asked is None or any(one.label in _NAMED and one.start <= first + asked < one.end for one in segments):
        return False
    behind = before[asked:]
    if (_CLOSED | _MADE).intersection(behind) or any(map(_YEAR.fullmatch, behind)):
        return False
    return "<url>" not in behind or _is_day_behind(behind[behind.index("<url>") + 1 :])


def _is_day_behind(words: Sequence[str]) -> bool:
    """Whether what stands between an address and a year is a day or month: `Accessed at … on 4 March 2021`."""
    named = [*filter(str.isalpha, words)]
    return bool(named) and all(text in _MONTHS or text in _ON for text in named)


@rule(has=("year",))
def whole_dates(found: Tokens, segments: Segments) -> Segments:
    """The month and day behind a year (`2018 Mar 28`) belong to it, whatever they are marked as."""
    dated: Segments = []
    for one in segments:
        if one.label == "year":
            dated.append(Segment("year", one.start, _end_of_date(found, one)))
        elif not (dated and dated[-1].label == "year" and one.start < dated[-1].end):
            dated.append(one)
    return dated


def _end_of_date(found: Tokens, year: Segment) -> int:
    texts = found.texts
    month = year.end + (texts[year.end : year.end + 1] == [","])
    if not _YEAR.fullmatch(texts[year.end - 1]):
        return year.end
    if not _is_month(texts, month):
        return _end_of_second_year(texts, year.end)
    day = month + 1 + (texts[month + 1 : month + 2] == ["."])
    is_day = day < len(texts) and months.is_day(texts[day]) and found.spaced[day]
    first = day + 1 if is_day and texts[day + 1 : day + 2] not in (["("], ["-"]) else month + 1
    return _end_of_range(texts, day + is_day) or first


def _end_of_range(texts: Sequence[str], at: int) -> int:
    """Where a date ends that goes on there with a dash and another month or day: `2010 Jan-Mar`, `2010 Jul 3-9;`,
    `2010 Dec 31-2011 Jan 6`; 0 where none does."""
    if months.is_day(texts[at - 1]) and texts[at + 2 : at + 3] == [";"] and months.is_day(texts[at + 1]):
        return at + 2
    month = at + 1 + bool(_YEAR.fullmatch("".join(texts[at + 1 : at + 2])))
    if texts[at : at + 1] not in (["-"], ["–"], ["/"]) or not _is_month(texts, month):
        return 0
    day = month + 1 + (texts[month + 1 : month + 2] == ["."])
    dated = months.is_day(texts[at - 1]) and months.is_day("".join(texts[day : day + 1]))
    return day + 1 if dated else month + 1


def _end_of_second_year(texts: Sequence[str], at: int) -> int:
    """Where `/jan. 2009` ends behind `dez. 2008`; there without it."""
    end = at + 2 + (texts[at + 2 : at + 3] == ["."])
    second = texts[at : at + 1] in (["-"], ["–"], ["/"]) and _is_month(texts, at + 1)
    return end + 1 if second and _YEAR.fullmatch("".join(texts[end : end + 1])) else at


def _is_month(texts: Sequence[str], at: int) -> bool:
    return at < len(texts) and word(texts[at]) in _MONTHS
