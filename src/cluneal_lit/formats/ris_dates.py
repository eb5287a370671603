"""Dates as RIS writes them, `YYYY/MM/DD/other`, each part but the first left out at will."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cluneal_lit import dates
from cluneal_lit.formats import dated
from cluneal_lit.model import Date

_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"\d{4}\s?[-–]\s?(?:\d{2}|\d{4})")


def issued(written: Iterable[str]) -> Date | None:
    """The day of `2018/03/28/` or `2018//03/Spring`; a year alone is made whole by a date of the same year, or by one
    that has none, as Web of Science writes `MAR 28` beside it."""
    first, *others = [*filter(None, map(str.strip, written))] or [""]
    begin = day(first)
    known = [begin, *(day(one, begin.year) for one in others)] if begin else []
    same = [one for one in known if one and begin and one.year == begin.year]
    return max(same, key=_precision, default=begin)


def _precision(day: Date) -> float:
    if not dates.is_understood(day):
        return 2.5 if day.date_parts else 0  # more than a year, less than all else
    return len(day.date_parts) + len(day.date_parts[0]) + bool(day.season or dates.open_end(day)) + day.circa


@lru_cache(maxsize=2**12)  # an export holds the same days many times, each of them twice
def day(written: str, beside: int | None = None) -> Date | None:
    """The date, also where its year stands last, or `beside` it; None for no date. What is no date is kept in words."""
    year, *rest = _parts(written)
    if not _YEAR.fullmatch(year):
        found = dated.read(written)
        if rest and found and not dates.is_understood(found) and _YEARS.fullmatch(year):
            return dated.read(" ".join(filter(None, (year, *rest))))
        return dated.beside(f"{beside:04}", written) if found and not found.year and beside else found
    if len(rest) < 2:
        if dated.is_span(whole := "/".join((year, *rest))):
            return dated.read(whole)
        found = dated.beside(year, *rest) if rest and not rest[0].isdigit() else None
        found = found if dates.is_understood(found) else dated.read(whole)  # such as `2018/19`
        return found if dates.is_understood(found) or not rest else dated.beside(year, *rest)
    month, monthday = (*rest, "")[:2]
    more = "/".join(rest[2:])
    if month and (found := dates.exact(year, month, monthday)):
        further = dated.beside(year, more) if more else None  # as EBSCO has it, `2019/03//Mar/Apr2019`
        return further if dates.is_understood(further) and dated.is_said(found, further) else found
    if not month and monthday.isdigit() and not more:
        return Date(((int(year),),), literal=written.strip())  # the day of no month
    return dated.beside(year, more if more and not month else "/".join(filter(None, (month, monthday))))


def _parts(written: str) -> list[str]:
    """What stands between the slashes, without empty parts behind, and but for a lone one (`1999/00`) without zeros for
    month and day, which say that these are not known."""
    first, *rest = (part.strip() for part in dated.without_clock(written.strip(" /")).split("/"))
    if len(rest) > 1:
        rest = [part if part.strip("0") or place > 1 else "" for place, part in enumerate(rest)]
        rest = "/".join(rest).rstrip("/").split("/")
    return [first, *rest]


@lru_cache(maxsize=2**12)
def is_said(written: str, whole: Date | None) -> bool:
    """Whether a date says no more than the other, or the beginning of it."""
    year, *rest = _parts(written)
    known = whole.year if whole else None
    more = "/".join(rest[2:])
    if _YEAR.fullmatch(year) and any(rest[:2]) and more:  # more words behind a month, or a day of none
        return dated.is_said(day("/".join((year, *rest[:2])), known), whole) and (
            dated.is_said(dated.beside(year, more), whole)
        )
    return dated.is_said(day(written, known), whole)
