"""Dates of ISO 8601-2, as BibLaTeX has them in `date`, and Zotero and others in texts of CSL-JSON.

(https://www.loc.gov/standards/datetime/, levels 0 and 1; `open` and `unknown` are those of its draft of 2012)
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.model import Date

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_CODES = {season: code for code, season in _SEASONS.items()}
_UNKNOWN = ("00", "XX", "uu")  # in place of a month or a day; the last is of the draft
_PART = rf"\d\d|{'|'.join(_UNKNOWN)}"
_DATE = re.compile(rf"(\d{{4}})(?:-({_PART})(?:-({_PART}))?)?(?:T[\d:.Z+-]*)?([~?%]?)")
_NO_DATE = ("", "..", "open", "unknown")


def read(written: str) -> Date | None:
    """The date of `2018-03-28`, `2018-21` (spring), `2018-03/2018-05`, `2009/` or `1543~`; None for none of these.

    What is uncertain (`?`) or approximate (`~`) is `circa`, be it one end of a range.
    """
    ends = [end.strip() for end in written.split("/")]
    known = [end for end in ends if end not in _NO_DATE]
    found = [date for end in known if (date := _date(end))]
    if not known or len(found) < len(known) or len(ends) > 2:
        return None
    day = found[0]
    if len(ends) == 1:
        return day
    if len(known) == 1:
        return replace(dates.opened(day, at_end=ends[0] == known[0]), circa=day.circa)
    first, last = (replace(one, circa=False) for one in found)
    both = first.date_parts + last.date_parts
    seasonal = dates.parse(f"{dates.words(first)}-{dates.words(last)}") if first.season or last.season else None
    return replace(seasonal or dates.whole(both), circa=any(one.circa for one in found))


def written(date: Date | None) -> str:
    """The date in this form; empty for what no parts of a date say."""
    if date is None or not date.date_parts or (date.season and date.season not in _CODES):
        return ""
    sign = "~" if date.circa else ""
    if date.season:
        return f"{date.year:04}-{_CODES[date.season]}{sign}"
    whole = "/".join(f"{_iso(day)}{sign}" for day in date.date_parts)
    if end := dates.open_end(date):
        return f"{whole}/" if end == "end" else f"/{whole}"
    return whole if dates.is_understood(date) else ""


def _iso(day: tuple[int, ...]) -> str:
    return f"{day[0]:04}" + "".join(f"-{part:02}" for part in day[1:])


def _date(end: str) -> Date | None:
    match = _DATE.fullmatch(end)
    if match is None:
        return None
    year, month, day, sign = ("" if part in _UNKNOWN else part for part in match.groups(default=""))
    if day and not month:
        return None
    if month in _SEASONS:
        found = None if day else dates.from_parts(year)
        return replace(found, season=_SEASONS[month], circa=bool(sign)) if found else None
    date = dates.exact(year, month, day) if month else dates.from_parts(year)
    return replace(date, circa=bool(sign)) if date else None
