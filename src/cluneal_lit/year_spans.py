"""Years that belong together, and seasons of a year or of two: `2018/19`, `1990–95`, `2018-2019 Winter`."""

from __future__ import annotations

import re

from cluneal_lit.folding import plain
from cluneal_lit.late import late
from cluneal_lit.model import Date

SEASONS = {"winter": "winter", "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn"}

YEAR = r"(?:1[5-9]|20|21)\d\d"
_SEASON = "|".join(SEASONS)
_SIGN = r"\s?[-–—/]\s?"
_SHORT = late(rf"({YEAR})\s?([-–—/])\s?(\d\d?)")
_OF_TWO = late(rf"({YEAR}) (?:{_SEASON})\s?[-–/]\s?({YEAR}) (?:{_SEASON})", re.IGNORECASE)  # `1998 Fall-1999 Winter`
_OF_ONE = late(rf"(?P<year>{YEAR})\s+(?P<season>{_SEASON})|(?P<season2>{_SEASON})\s+(?P<year2>{YEAR})", re.IGNORECASE)
_OVER = late(
    rf"(?P<years>{YEAR}{_SIGN}(?:{YEAR}|\d\d))\s+(?:{_SEASON})|(?:{_SEASON})\s+(?P<years2>{YEAR}{_SIGN}(?:{YEAR}|\d\d))",
    re.IGNORECASE,
)
_MOST = 10  # years between; more stand so for a month or a day that is none as often


def read(written: str) -> Date | None:
    """The year and season, or the two years, that the whole text says; None for anything else."""
    if one := _OF_ONE.fullmatch(written):
        return Date(((int(one["year"] or one["year2"]),),), season=SEASONS[plain(one["season"] or one["season2"])])
    if both := _OF_TWO.fullmatch(written):
        return _spanned(int(both[1]), int(both[2]), written)
    if over := _OVER.fullmatch(written):
        first, last = re.split(_SIGN, over["years"] or over["years2"])
        return _spanned(int(first), _ended(int(first), last), written)
    if short := _SHORT.fullmatch(written):
        first, sign, last = short.groups()
        if sign in "-/" and int(last) in range(1, 13):  # a month of ISO 8601, or of RIS
            return None
        return _spanned(int(first), _ended(int(first), last), written)
    return None


def _ended(first: int, last: str) -> int:
    """The year whose last digits are given: the next such one from the first."""
    if len(last) == len(str(first)):
        return int(last)
    step = 10 if len(last) == 1 else 100
    return first + (int(last) - first) % step


def _spanned(first: int, last: int, written: str) -> Date | None:
    return Date(((first,), (last,)), literal=written) if 0 < last - first <= _MOST else None
