"""Dates as RIS writes them, `YYYY/MM/DD/other`, each part but the first left out at will."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit import dates
from cluneal_lit.formats import brought
from cluneal_lit.model import Date


def issued(written: Iterable[str]) -> Date | None:
    """The day of `2018/03/28/` or `2018//03/Spring`; a year alone is made whole by a date of the same year."""
    known = [found for one in written if (found := day(one))]
    same = [day for day in known if day.year == known[0].year and dates.is_understood(day)]
    return max(same, key=_precision, default=known[0]) if known else None


def _precision(day: Date) -> int:
    return len(day.date_parts) + len(day.date_parts[0]) + bool(day.season)


def day(written: str) -> Date | None:
    """The date; None for no date."""
    year, *rest = written.split("/")
    if not rest:
        return dates.parse(written)
    month, monthday, beside, *_ = (*(part.strip() for part in rest), "", "", "")
    if beside and not month and (whole := brought.dated(year.strip(), beside)) and whole.date_parts:
        return whole
    return dates.from_parts(year.strip(), month or None, monthday or None)


def is_begun(day: Date | None, whole: Date | None) -> bool:
    """Whether the date is the other, or says the beginning of it."""
    if day is None or whole is None or day == whole:
        return day == whole
    parts, known = (date.date_parts[0] if date.date_parts else () for date in (day, whole))
    return bool(parts) and not day.season and known[: len(parts)] == parts
