"""The days that dates mean, to be held against each other; and those that stand in other words."""

from __future__ import annotations

import datetime
import re

from cluneal_lit import dates
from cluneal_lit.model import Date

# Words before the day on which somebody looked at a page, folded: `Accessed 3 May 2020`, `[cited 2020 May 3]`.
ASKED = frozenset(
    "accessed access acesso acessado acceso viewed visited retrieved citado cited consulte consultado consultato"
    " abgerufen zugriff zugegriffen dostep accesso accedido acedido recuperado visitado consulted geraadpleegd".split()
)

_IN_SOURCE = re.compile(r"(?<=[\s.])((?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)(?=[;:.]|$)")

Day = tuple[int, int, int]  # year, month, day; only to be compared, the month may have fewer days


def is_day(text: str) -> bool:
    """Whether it is a day, written as 2026-11-20."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def earliest(date: Date | None) -> Day:
    """The first day that the date can mean; before all others where it names no year."""
    is_known = date and date.year and dates.open_end(date) != "start"
    parts = date.date_parts[0] if date and is_known else (0, 0, 0)
    return _day(parts, (1, 1, 1))


def latest(date: Date | None) -> Day:
    """The last day that the date can mean, `(2018, 12, 31)` of a year; after all others where it names no year."""
    is_known = date and date.year and dates.open_end(date) != "end"
    parts = date.date_parts[-1] if date and is_known else (9999, 12, 31)
    return _day(parts, (1, 12, 31))


def _day(parts: tuple[int, ...], rest: Day) -> Day:
    year, month, day = (*parts, *rest[len(parts) :])[:3]
    return year, month, day


def in_source(line: str) -> Date | None:
    """The date in PubMed's line about another article: `Cell. 2023 Jan 5;186(1):1-2.`, `J Urol 1995 Oct;154:9`."""
    match = _IN_SOURCE.search(line)
    return dates.parse(match[1]) if match else None
