"""The dates of CSL-JSON, read as leniently as reference managers write them, and written strictly."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import dated, edtf
from cluneal_lit.formats.csl_values import text
from cluneal_lit.model import Date

# CSL 1.0.2, "season": 1 to 4 from spring on (docs.citationstyles.org, specification).
_SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter", "fall": "autumn"}
_NUMBERS = {season: int(number) for number, season in _SEASONS.items() if number.isdigit()}
_FALSE = ("", "0", "false", "no")  # of `circa`; any other text says that it is
DATE_KEYS = frozenset({"date-parts", "season", "literal", "raw"})


def date(value: object) -> tuple[Date | None, bool] | None:
    """The date of a CSL date, or of a text, and whether it holds all that was written; None for what is no date."""
    if (plain := text(value)) is not None:
        return _written(plain), True
    if not isinstance(value, dict):
        return None
    listed = value.get("date-parts")
    parts, before = _date_parts(listed), _before_christ(listed)
    said = {word: text(value[word]) for word in ("literal", "season", "raw") if value.get(word) is not None}
    if parts is None or None in said.values():
        return None
    literal, season = said.get("literal") or "", (said.get("season") or "").lower()
    written = said.get("raw") or literal or before
    circa = (text(value.get("circa")) or str(value.get("circa") or "")).lower()
    is_circa = circa not in _FALSE
    others = set(value) - {"circa"} if circa in (*_FALSE, "true", "1") else set(value)
    if not parts or before:
        found = _written(written)
        is_whole = bool(before or not _says(listed)) and others <= DATE_KEYS
        return found and replace(found, circa=found.circa or is_circa), is_whole
    day = _day_of(parts, _SEASONS.get(season, season), literal)
    if not (literal or season) and (end := _open_end(listed)):
        day = dates.opened(day, at_end=end == "end")
    day = replace(day, circa=True) if is_circa else day
    is_left = bool(season) and not literal and any(len(part) > 1 for part in parts)  # the season of a month
    is_whole = not is_left and not _is_cut(listed, parts)
    return day, is_whole and others <= DATE_KEYS - {"raw"}


def _day_of(parts: tuple[tuple[int, ...], ...], season: str, literal: str) -> Date:
    """The date of these parts; a season is said where no month is, of two years in words, as NLM has it: `2018-2019
    Winter`."""
    whole = dates.whole(parts)
    if literal:
        return Date(whole.date_parts, season, literal)
    if not season or any(len(part) > 1 for part in parts):
        return whole
    seasonal = dates.parse(f"{whole.literal} {season.title()}") if whole.literal else None
    return seasonal or Date(whole.date_parts, season)


def moment(day: Date) -> dict[str, object]:
    """The date in the words of CSL; seasons as numbers, which processors agree on."""
    written: dict[str, object] = {}
    if day.date_parts:
        written["date-parts"] = [list(part) for part in day.date_parts]
    if len(day.date_parts) == 1 and day.literal and day.literal == dates.opened(day, at_end=True).literal:
        return {"date-parts": [list(day.date_parts[0]), [0]], **({"circa": True} if day.circa else {})}
    if day.season:
        written["season"] = _NUMBERS.get(day.season, day.season)
    if day.literal:
        written["literal"] = day.literal
    if day.circa:
        written["circa"] = True
    return written


def _written(plain: str) -> Date | None:
    return edtf.read(plain) or dated.read(plain)


def _open_end(listed: object) -> Literal["", "start", "end"]:
    """Which end of a range is nothing but zeros, by which citeproc-js and pandoc write one that is open."""
    days = listed if isinstance(listed, list) and len(listed) == 2 else []
    ends = [isinstance(day, list) and bool(day) and all(text(part) == "0" for part in day) for day in days]
    return "end" if ends == [False, True] else "start" if ends == [True, False] else ""


def _says(listed: object) -> bool:
    """Whether anything stands in the parts of a date, be it no date."""
    days = listed if isinstance(listed, list) else [listed]
    parts = (part for day in days for part in (day if isinstance(day, list) else [day]))
    return any(text(part) not in (None, "", "0") for part in parts)


def _before_christ(listed: object) -> str:
    """The words of a date whose year is negative, as processors print it: `44 BC Mar 15`; empty for any other."""
    days = [[*map(text, day)] for day in listed if isinstance(day, list) and day] if isinstance(listed, list) else []
    return "-".join(map(_of_era, days)) if any((day[0] or "").startswith("-") for day in days) else ""


def _of_era(day: list[str | None]) -> str:
    year = day[0] or ""
    said = dates.words(dates.from_parts(year.lstrip("-"), *day[1:3]))
    number, _, rest = said.partition(" ")
    return f"{number} BC {rest}".strip() if year.startswith("-") else said


def _is_cut(listed: object, parts: tuple[tuple[int, ...], ...]) -> bool:
    """Whether a date has a month or day that no calendar has, which its parts leave out."""
    days = [day for day in listed if isinstance(day, list)] if isinstance(listed, list) else []
    known = [[one for one in day[:3] if text(one) not in (None, "", "0")] for day in days]
    return any(len(day) > len(kept) for day, kept in zip(known, parts, strict=False) if len(day) > 1)


def _date_parts(value: object) -> tuple[tuple[int, ...], ...] | None:
    """The parts as numbers, cut at the first that is none (Crossref writes `[[null]]`); None for what says no date.

    Where a list is missing, the text or the number is the date, or its part: `"2014-03"`, `["2014-03"]`, `[2014, 3]`.
    """
    if value is None:
        return ()
    listed: list[object] = value if isinstance(value, list) else [value]
    days = [part for part in listed if isinstance(part, list)]
    if len(days) < len(listed):
        days = [[part] for part in listed] if all(map(_year_of, listed)) else [listed]
        if not _year_of(days[0][0]):
            return None
    return tuple(day for part in days[:2] if part and (day := _day(part)))


def _day(parts: list[object]) -> tuple[int, ...]:
    """The numbers of one date; of a lone text that is a whole date, those."""
    lone = text(parts[0]) if len(parts) == 1 else None
    day = dates.from_parts(*map(text, parts[:3])) or (_written(lone) if lone else None)
    return day.date_parts[0] if day and day.date_parts else ()


def _year_of(value: object) -> int | None:
    """The year of a text or a number that is a date."""
    day = _written(text(value) or "")
    return day.year if day else None
