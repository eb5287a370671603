"""CSL-JSON items that are held against each other: what works are known by, and what of that could not be read."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from cluneal_lit import months
from cluneal_lit.formats import csl, csl_values
from cluneal_lit.formats.csl_item import PARTS
from cluneal_lit.json_values import texts
from cluneal_lit.model import Date, Record

_LEFT_OUT = "; mend it, it was left out"
_NO_DAY = "`issued` has a month or day that no calendar has; mend it, the year was taken"
_LAST_YEAR = 9999
_YEARLESS = {"literal", "season", "circa"}
_TITLES = frozenset(("title", "container-title", "container-title-short", "original-title"))
_PARTS = PARTS | {"book-chapter", "proceedings-article"}  # as Crossref calls them
_JUDGED = ("title", "author", "issued", "container-title", "volume", "issue", "page", "DOI", "PMID", "PMCID")


def record(item: dict[str, Any], key: str, file: str) -> tuple[Record, tuple[str, ...], tuple[str, ...]]:
    """The record of an item, and in words what was left out: identifiers that are none, and which of the values by
    which works are known have a wrong form.

    A null says nothing. Of a date the year counts; a wrong one is none. Of several titles, as Crossref gives them, the
    first counts, and of what a part stands in the last: before it stands the series.
    """
    said = {word: _one(word, value, item) for word, value in item.items() if value is not None}
    read, findings = csl.record(said, key, file)
    values = [finding.values for finding in findings]
    ids = [f"{one['raw']} is not {one['kind']}: {one['reason']}{_LEFT_OUT}" for one in values if "raw" in one]
    reasons = [one["reason"] for one in values if "raw" not in one]
    undated = not _is_dated(said.get("issued"), read.fields.issued)
    told = "".join(reasons) + ("`issued`" if undated else "")
    wrong = [word for word in _JUDGED if f"`{word}`" in told] if told else []
    forms = [f"`{word}` does not have the form that CSL-JSON gives it{_LEFT_OUT}" for word in wrong]
    forms += [_NO_DAY] if not undated and not _is_in_calendar(said.get("issued")) else []
    kept = replace(read, fields=replace(read.fields, issued=None)) if undated else read
    return kept, tuple(ids), tuple(forms)


def _one(word: str, value: object, item: dict[str, Any]) -> object:
    """The value; of a list of titles the one that counts."""
    if word not in _TITLES or not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return value
    written = texts(value) or ("",)
    return written[-1 if word == "container-title" and item.get("type") in _PARTS else 0]


def _is_dated(written: object, date: Date | None) -> bool:
    """Whether a date tells the year that it should: a literal one (`in press`) need not, nor one that says nothing."""
    if date and date.year and date.year <= _LAST_YEAR:
        return True
    if not isinstance(written, dict):
        return not csl_values.text(written)
    parts = written.get("date-parts")
    empty = not any(parts) if isinstance(parts, list) else not parts
    return empty and {word for word, value in written.items() if value} <= _YEARLESS | {"date-parts"}


def _is_in_calendar(written: object) -> bool:
    """Whether there are the days and months of a date; of one that is a text nothing is said."""
    parts = written.get("date-parts") if isinstance(written, dict) else None
    listed = parts if isinstance(parts, list) else []
    days = [day for day in listed if isinstance(day, list)] or [listed]
    return all(_exists(*map(csl_values.text, day[:3])) for day in days)


@lru_cache(maxsize=2**12)
def _exists(year: str | None = None, month: str | None = None, day: str | None = None) -> bool:
    """Whether the calendar has a date of these parts; without a year alone there is nothing to ask."""
    number = months.number(month) if month else 1
    try:
        return not year or not year.isdigit() or bool(number and datetime.date(int(year), number, int(day or 1)))
    except ValueError:
        return False
