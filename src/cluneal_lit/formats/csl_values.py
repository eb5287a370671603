"""The values inside CSL-JSON, read as leniently as reference managers write them, and written strictly.

Each reader gives None for what has another form altogether; the caller keeps that as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from cluneal_lit import dates, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import edtf
from cluneal_lit.model import Date, Name

# CSL 1.0.2, "season": 1 to 4 from spring on (docs.citationstyles.org, specification).
_SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter", "fall": "autumn"}
_NUMBERS = {season: int(number) for number, season in _SEASONS.items() if number.isdigit()}
_ABBREVIATED_END = re.compile(r"(?:\.\.|\b\w\.\w)\.$")
_NAME_KEYS = frozenset({"family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"})
_DATE_KEYS = frozenset({"date-parts", "season", "literal", "raw"})


def text(value: object) -> str | None:
    """The value as text on one line; numbers count as text, None and nothing else is no text."""
    if isinstance(value, str):
        return one_line(value)
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int | float) else None


def joined(values: list[object]) -> object:
    """The texts of a list with blanks between them; the list where one is no text."""
    plain = [text(value) for value in values]
    return values if None in plain else " ".join(filter(None, plain))


def without_stop(title: str) -> str:
    """The title without its final full stop; an ellipsis and the stop of an abbreviation (`U.S.`) stay."""
    return title[:-1] if title.endswith(".") and not _ABBREVIATED_END.search(title) else title


def people(value: object) -> tuple[tuple[Name, ...], bool] | None:
    """The names of a CSL list, and whether they hold all that was written; None for what is no list of names."""
    if not isinstance(value, list):
        return None
    read = [_name(name) for name in value]
    return tuple(name for name, _ in read if name != Name()), all(whole for _, whole in read)


def date(value: object) -> tuple[Date | None, bool] | None:
    """The date of a CSL date, or of a text, and whether it holds all that was written; None for what is no date."""
    if (plain := text(value)) is not None:
        return _written(plain), True
    if not isinstance(value, dict):
        return None
    parts = _date_parts(value.get("date-parts"))
    said = {word: text(value[word]) for word in ("literal", "season", "raw") if value.get(word) is not None}
    if parts is None or None in said.values():
        return None
    literal, season = said.get("literal") or "", (said.get("season") or "").lower()
    written = said.get("raw") or literal
    circa = value.get("circa")
    is_known = not circa or circa in (True, 1, "1", "true")
    others = set(value) - {"circa"} if is_known else set(value)
    if not parts:
        found = _written(written)
        return found and replace(found, circa=found.circa or bool(circa)), others <= _DATE_KEYS
    season = _SEASONS.get(season, season)
    day = Date(parts, season, literal) if literal else dates.whole(parts, season)
    if not (literal or season) and _is_endless(value.get("date-parts")):
        day = dates.opened(day, at_end=True)
    day = replace(day, circa=True) if circa else day
    return day, others <= _DATE_KEYS - {"raw"} and not _is_cut(value.get("date-parts"), parts)


def moment(day: Date) -> dict[str, object]:
    """The date in the words of CSL; seasons as numbers, which processors agree on."""
    written: dict[str, object] = {}
    if day.date_parts:
        written["date-parts"] = [list(part) for part in day.date_parts]
    if day.season:
        written["season"] = _NUMBERS.get(day.season, day.season)
    if day.literal:
        written["literal"] = day.literal
    if day.circa:
        written["circa"] = True
    return written


def _written(plain: str) -> Date | None:
    return edtf.read(plain) or dates.parse(plain)


def _is_endless(listed: object) -> bool:
    """Whether the end of a range is nothing but zeros, by which citeproc-js and pandoc write one that is open."""
    last = listed[1] if isinstance(listed, list) and len(listed) == 2 else None
    return isinstance(last, list) and bool(last) and all(text(part) == "0" for part in last)


def _is_cut(listed: object, parts: tuple[tuple[int, ...], ...]) -> bool:
    """Whether a date has a month or day that no calendar has, which its parts leave out."""
    days = [day for day in listed if isinstance(day, list)] if isinstance(listed, list) else []
    known = [[one for one in day[:3] if text(one) not in (None, "", "0")] for day in days]
    return any(len(day) > len(kept) for day, kept in zip(known, parts, strict=False) if len(day) > 1)


def _name(value: object) -> tuple[Name, bool]:
    if isinstance(value, str):
        return names.parse(value), True
    if not isinstance(value, dict):
        return Name(), False
    family, given = value.get("family"), value.get("given")
    if len(value) == 2 and isinstance(family, str) and isinstance(given, str):  # as most are
        return Name(one_line(family), one_line(given)), True
    said = {key: plain for key in value if key in _NAME_KEYS and (plain := text(value[key]))}
    dropping = said.get("dropping-particle", "")
    particles = f"{dropping} {said.get('non-dropping-particle', '')}".strip()
    name = Name(
        said.get("family", ""), said.get("given", ""), particles, said.get("suffix", ""), said.get("literal", "")
    )
    return name, _says_no_more(value) and not dropping


def _says_no_more(value: Mapping[str, object]) -> bool:
    return value.keys() <= _NAME_KEYS and all(
        part is None or isinstance(part, str) or text(part) is not None for part in value.values()
    )


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
    day = dates.from_parts(*map(text, parts[:3])) or (dates.parse(lone) if lone else None)
    return day.date_parts[0] if day and day.date_parts else ()


def _year_of(value: object) -> int | None:
    """The year of a text or a number that is a date."""
    day = dates.parse(text(value) or "")
    return day.year if day else None
