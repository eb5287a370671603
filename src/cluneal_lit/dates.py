"""Dates as bibliographies write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from cluneal_lit import date_forms, months, year_spans
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Date

MONTHS = date_forms.MONTHS

_YEAR = year_spans.YEAR
_COMPACT = re.compile(rf"({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # as EBSCO writes a day
# `[1543?]` of NLM, `1543?`, `ca. 1543`; but no `c1543`, which is a year of copyright.
_CIRCA = re.compile(r"\[([^\[\]?]+)\?\]|([^\[\]?]+)\?|\[?(?:c\.|ca\.|(?:ca|circa)\s)\s*([^\[\]?]+)\]?", re.IGNORECASE)
_OPEN = late(r"(?P<first>.*\w)\s?[-–](?:\s?present)?|until (?P<last>.+)", re.IGNORECASE)
_HYPHENS = re.compile(r"(?<!-)--(?!-)")  # a dash in LaTeX, and on typewriters
_OLD_YEAR = re.compile(r"1[0-4]\d\d")  # as a whole text; within one it is mostly another number
_ANY_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


def from_parts(year: str | int | None, month: str | int | None = None, day: str | int | None = None) -> Date | None:
    """The date of these parts, up to what is no number, month name or day of its month; None without a year."""
    parts: list[int] = []
    for part, number in ((year, _number), (month, months.number), (day, _number)):
        value = number(str(part)) if part is not None else None
        if value is None or (len(parts) == 2 and value > _length(*parts)):
            break
        parts.append(value)
    return Date(date_parts=(tuple(parts),)) if parts else None


def exact(year: str, month: str, day: str = "") -> Date | None:
    """The date of these parts; None where one of them is said and is none, such as February 30."""
    date = from_parts(year, month, day or None)
    return date if date and len(date.date_parts[0]) == (3 if day else 2) else None


def _length(year: int, month: int) -> int:
    """How many days a month has, by the Julian calendar before the Gregorian one."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 1583)
    return 28 + is_leap if month == 2 else 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=4096)
def parse(text: str) -> Date | None:
    """The date that the whole text says (`2018 Mar 28`, `March 28, 2018`, `2020 Jan-Feb`, `2000 Spring`).

    A text that is more or less than a date is kept as `literal`, with the year in it; None for a blank text.
    """
    written = one_line(text)
    if not written:
        return None
    if unsure := _CIRCA.fullmatch(written):
        meant = parse(next(filter(None, unsure.groups())))
        return replace(meant, circa=True) if meant and (is_understood(meant) or not meant.literal) else _worded(written)
    if open_range := _OPEN.fullmatch(_HYPHENS.sub("–", written)):
        day = _read(open_range["first"] or open_range["last"])
        return opened(day, at_end=bool(open_range["first"])) if day and not day.literal else _worded(written)
    said = _HYPHENS.sub("–", written)
    return year_spans.read(said) or _read(said) or _worded(written)


def _read(written: str) -> Date | None:
    """The date that the text says; None for none, and for one that no calendar has."""
    if compact := _COMPACT.fullmatch(written):
        return exact(*compact.groups())
    if _OLD_YEAR.fullmatch(written):
        return from_parts(written)
    match = date_forms.FORM.fullmatch(written)
    if match is None:
        turned = date_forms.MONTH_FIRST.fullmatch(written)
        return exact(turned["year"], turned["month"], turned["before"] or turned["behind"] or "") if turned else None
    if date_forms.is_doubtful(match):
        return None
    start = exact(match["year"], match["month"], match["day"] or "") if match["month"] else from_parts(match["year"])
    if start is None or not any(match[name] for name in ("year2", "month2", "day2")):
        return start
    end = _end(match)
    if end is None or is_backwards(*start.date_parts, *end.date_parts):
        return None
    return start if end == start else Date(start.date_parts + end.date_parts, literal=written)


def _worded(written: str) -> Date:
    found = _ANY_YEAR.search(written)
    return Date(date_parts=((int(found[0]),),) if found else (), literal=written)


def _end(match: re.Match[str]) -> Date | None:
    """The end of a range; what it leaves out it shares with the beginning: `2004 Mar 3-9`, `1965 Dec-1966 Jan`."""
    month = match["month2"] or (match["month"] if match["day2"] else None)
    if match["day2"] and not month:
        return None
    year = match["year2"] or match["year"]
    return exact(year, month, match["day2"] or "") if month else from_parts(year)


def is_backwards(first: tuple[int, ...], last: tuple[int, ...] = ()) -> bool:
    """Whether a range ends before it begins, as `2019 Dec-Jan` does, of which nobody knows where its year belongs."""
    return bool(last) and last < first[: len(last)]


def is_understood(date: Date | None) -> bool:
    """Whether the whole date is known, and not a year alone that stands in a text."""
    if date is None or not date.date_parts:
        return False
    return not date.literal or len(date.date_parts[0]) + len(date.date_parts) > 2 or bool(open_end(date))


def opened(day: Date, *, at_end: bool) -> Date:
    """The range that begins with a day and has no end, or ends with it and has no beginning."""
    said = words(Date(day.date_parts, day.season))
    return Date(day.date_parts, literal=f"{said}-" if at_end else f"until {said}")


def open_end(date: Date) -> Literal["", "start", "end"]:
    """Which end of a range is open; empty for none."""
    if not date.literal.endswith("-") and not date.literal.startswith("until "):
        return ""
    return "start" if date.literal.startswith("until ") else "end" if date.date_parts else ""


def words(date: Date | None) -> str:
    """The date as NLM prints it: `2018 Mar 28`, `2020 Jan-Feb`, `2000 Spring`, `[1543?]`; empty for none."""
    if date is None:
        return ""
    if date.circa:
        return f"[{words(replace(date, circa=False))}?]"
    if date.literal:
        return date.literal
    if not date.date_parts:
        return ""
    year, *rest = date.date_parts[0]
    if date.season:
        return f"{year} {date.season.title()}"
    month = [MONTHS[part - 1] if 1 <= part <= 12 else str(part) for part in rest[:1]]
    return " ".join([str(year), *month, *(str(part) for part in rest[1:])])


def whole(parts: tuple[tuple[int, ...], ...], season: str = "") -> Date:
    """The date of these parts; with the words of a range as its `literal`: `2020 Jan-Feb`, `2004 Mar 3-9`.

    Of a range that runs backwards only its year is known.
    """
    if len(parts) < 2 or season:
        return Date(parts, season)
    first, last = parts[:2]
    shared = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), None)
    if shared is None:  # the same day, or a part of the other
        return Date((max(first, last, key=len),))
    end = words(Date((last,))).split(" ")[shared:]
    known = (first[:1],) if is_backwards(first, last) else (first, last)
    return Date(known, literal=f"{words(Date((first,)))}-{' '.join(end)}")


def years(date: Date | None) -> str:
    """The year or years, `1999-2003`, `2009-`, `until 2010`, or what stands in their place; empty for none."""
    if date is None or date.year is None:
        return date.literal if date else ""
    first, last = str(date.year), str(date.date_parts[-1][0])
    return {"start": f"until {first}", "end": f"{first}-"}.get(
        open_end(date), first if first == last else f"{first}-{last}"
    )


def year_words(date: Date | None) -> str:
    """The year, or what stands in its place; empty for none."""
    return "" if date is None else str(date.year or date.literal)


def iso(date: Date | None) -> str:
    """The date's first day in ISO form, as far as it is known: `2018-03`; empty for none."""
    if date is None or not date.date_parts:
        return ""
    return "-".join(f"{part:02}" for part in date.date_parts[0])


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 and int(text) > 0 else None
