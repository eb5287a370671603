"""The forms in which bibliographies write a date, the year first or last."""

from __future__ import annotations

import re

from cluneal_lit.late import late
from cluneal_lit.year_spans import YEAR

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MONTH = "|".join(f"{month}[a-z]*\\.?" for month in MONTHS)
FORM = late(
    rf"(?P<year>{YEAR})(?:\s*(?P<sign>[/-]?)\s*(?P<month>{_MONTH}|0?[1-9](?!\d)|1[0-2])"
    r"(?:\s*(?P<again>[/-]?)\s*(?P<day>[0-3]?\d)(?!\d))?)?"
    rf"(?:\s*(?P<to>[-–/])\s*(?P<year2>{YEAR})?\s*(?P<month2>{_MONTH})?(?:\s*(?P<day2>[0-3]?\d)(?!\d))?)?",
    re.IGNORECASE,
)
MONTH_FIRST = late(
    rf"(?:(?P<before>[0-3]?\d)[\s-]?)?(?P<month>{_MONTH})(?:\s(?P<behind>[0-3]?\d)(?!\d))?,?[\s-]?(?P<year>{YEAR})",
    re.IGNORECASE,
)


def is_doubtful(match: re.Match[str]) -> bool:
    """Whether the text may be another date than its parts in their order: two months, `2018 10-12`, or the month of a
    span of years, `2018/2019 Mar`; with a dash this is how a range is written that has no month at first."""
    of_numbers = (match["month"] or "").isdigit() and match["day"] and match["sign"] != match["again"]
    no_day = match["day2"] and not (match["day"] or match["month2"])
    return bool(
        of_numbers or no_day or (match["to"] == "/" and match["year2"] and match["month2"] and not match["month"])
    )
