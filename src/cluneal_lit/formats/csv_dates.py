"""The date of a row of a table, from its columns of date, year, month and day."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import dated, heads
from cluneal_lit.model import Date


def issued(year: Date | None, said: Mapping[str, str]) -> Date | None:
    """The day of `date`, where it is one of the year; of a year alone, or words in its place, what the columns of month
    and day say besides."""
    day = dated.read(said.get("date", ""))
    is_day = day and day.year and (dates.is_understood(day) or not said.get("month"))
    same = is_day and day and (not year or day.year == year.year)
    found = day if same else year or day
    month = _month(said)
    if found is None or not month or found.season or _precision(found) > 1 or _tells(found, month):
        return found
    of_month = dated.beside(found.literal or str(found.year), month)
    monthday = _exact(said, "day")
    whole = dated.with_day(of_month, monthday) if of_month and monthday else None
    told = whole or of_month
    return replace(told, circa=True) if told and found.circa else told


def held(issued: Date | None, said: Mapping[str, str]) -> dict[str, bool]:
    """Whether the columns of month and day are in a date."""
    if issued is None:
        return {"month": False, "day": False}
    precision = _precision(issued)
    return {"month": precision > 1 or bool(issued.season) or _tells(issued, _month(said)), "day": precision > 2}


def _precision(issued: Date) -> int:
    """How many parts the more exact end of a date has."""
    return max(map(len, issued.date_parts), default=0)


def _month(said: Mapping[str, str]) -> str:
    """The month or season of its column; of a number the name, which is no year's end beside words."""
    month = _exact(said, "month")
    known = dates.from_parts(1, month)
    return dates.MONTHS[known.date_parts[0][1] - 1] if month.isdigit() and known and _precision(known) > 1 else month


def _exact(said: Mapping[str, str], name: str) -> str:
    return heads.exact(said.get(name, "")) or said.get(name, "")


def _tells(issued: Date, month: str) -> bool:
    """Whether the words of a date have the month."""
    return month.lower() in issued.literal.lower()
