"""Dates as RIS writes them, `YYYY/MM/DD/other`, each part but the first left out at will."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cluneal_lit import dates
from cluneal_lit.formats import dated
from cluneal_lit.model import Date

_YEAR = re.compile(r"\d{4}")


def issued(written: Iterable[str]) -> Date | None:
    """The day of `2018/03/28/` or `2018//03/Spring`; a year alone is made whole by a date of the same year."""
    known = [found for one in written if (found := day(one))]
    same = [day for day in known if day.year == known[0].year and dates.is_understood(day)]
    return max(same, key=_precision, default=known[0]) if known else None


def _precision(day: Date) -> int:
    return len(day.date_parts) + len(day.date_parts[0]) + bool(day.season or dates.open_end(day)) + day.circa


@lru_cache(maxsize=2**12)  # an export holds the same days many times, each of them twice
def day(written: str) -> Date | None:
    """The date, also where its year stands last; None for no date. What is no date is kept in words."""
    year, rest = _parted(written)
    if not rest or not _YEAR.fullmatch(year):
        return dates.parse(year if not any(rest) else written)
    month, monthday = (*rest, "")[:2]
    beside = "/".join(rest[2:]).strip("/")
    if month and (found := dates.exact(year, month, monthday)):
        return found
    if not month and monthday.isdigit() and not beside:
        return Date(((int(year),),), literal=written.strip())  # the day of no month
    words = "/".join(filter(None, (month, monthday)))
    return dated.beside(year, words if month or not beside else beside)


def _parted(written: str) -> tuple[str, list[str]]:
    """The year and what stands behind it, or before it."""
    first, *rest = (part.strip() for part in written.split("/"))
    if not _YEAR.fullmatch(first) and rest and _YEAR.fullmatch(rest[-1]):
        return rest[-1], ["/".join(filter(None, (first, *rest[:-1])))]
    return first, rest


@lru_cache(maxsize=2**12)
def is_said(written: str, whole: Date | None) -> bool:
    """Whether a date says no more than the other, or the beginning of it."""
    found, (_, rest) = day(written), _parted(written)
    if any(rest[2:]) and any(rest[:2]):  # more words behind a month, or a day of none
        return False
    if found is None or whole is None or found == whole:
        return found == whole
    parts, known = (date.date_parts[0] if date.date_parts else () for date in (found, whole))
    return bool(parts) and not (found.season or found.literal or found.circa) and known[: len(parts)] == parts
