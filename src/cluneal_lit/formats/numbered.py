"""Two numbers that stand beside a year: which of them is the month, or whether both are.

What may be two dates, such as `11/5`, is none of them.
"""

from __future__ import annotations

import re

from cluneal_lit import dates
from cluneal_lit.model import Date

NUMBERS = re.compile(r"(\d{1,2})\.?(?:(\s*[-–—/.]\s*|\s)(\d{1,2})\.?)?")
_LAST_MONTH = 12


def day_of(year: str, one: str, sign: str, other: str) -> Date | None:
    """The day of two numbers before their year, `28/03/2018`; None where either may be the month, but with full stops,
    which stand behind the day alone."""
    if sign == "." or int(one) > _LAST_MONTH or one.lstrip("0") == other.lstrip("0"):
        return dates.exact(year, other, one) or dates.exact(year, one, other)
    return dates.exact(year, one, other) if int(other) > _LAST_MONTH else None


def may_be_two(one: str, sign: str, other: str) -> bool:
    """Whether two numbers with a full stop between them, behind their year, are one day or another: `2018 03.05`."""
    return (
        sign.strip() == "." and 0 < int(one) <= _LAST_MONTH and 0 < int(other) <= _LAST_MONTH and int(one) != int(other)
    )


def of(year: str, one: str, sign: str, other: str) -> Date | None:
    """The date of one number or two: a month; its day, where that is no month; or the months of a double issue."""
    known = [part for part in (one, other) if part.strip("0")]
    if len(known) < 2:  # zeros say that a day or month is not known
        return dates.exact(year, *known) if known else dates.from_parts(year)
    if int(other) > _LAST_MONTH:
        return dates.exact(year, one, other)
    if int(one) > _LAST_MONTH or sign.strip() == ".":
        return dates.exact(year, other, one)
    follows = int(other) == int(one) + 1
    rises = int(other) > int(one) and sign.strip() != "/" and "0" not in (one[0], other[0])  # no `03-05`
    if sign.strip() and (follows or rises):
        return ranged(dates.exact(year, one), dates.exact(year, other), True)
    return None


def ranged(first: Date | None, last: Date | None, is_range: bool) -> Date | None:
    """The range of two days, or the first where no range is meant; None for one that has no end or runs backwards."""
    if not is_range or first is None:
        return first
    return dates.whole(first.date_parts + last.date_parts) if last and last.date_parts > first.date_parts else None
