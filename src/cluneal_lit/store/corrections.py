"""What people correct in a note, in CSL's names and in the forms in which people write names and dates."""

from __future__ import annotations

import difflib
import re
from typing import Any

from msgspec.structs import fields

from cluneal_lit import dates
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl_dates, csl_values, dated
from cluneal_lit.model import Date, Fields, Name

NAMES = {field.encode_name: field.name for field in fields(Fields)}

_DAY = re.compile(r"\d{4}[\s/-]*(?:[A-Za-z]{3,9}\.?|\d{1,2})[\s/-]*\d{1,2}")  # read as none: in no calendar
_IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "isbn", "arxiv", "nct"})
_PEOPLE = frozenset({"author", "editor", "translator", "chair"})
_HOW = {"issued": "write 2018 or 2018 Mar 28"} | dict.fromkeys(_PEOPLE, "write a list: [Isu T, Kim K]")


def corrections(written: object) -> Fields:
    """The fields of a note's `corrections`. Raises StoreError for a field that there is not, or that does not read."""
    if written in (None, ""):
        return Fields()
    if not isinstance(written, dict):
        raise StoreError("`corrections` is no mapping; write `field: value` lines below it, indented")
    read: dict[str, Any] = {
        NAMES[_name(field)]: _value(field, value) for field, value in written.items() if value != ""
    }
    return Fields(**read)


def _name(field: str) -> str:
    if field in NAMES:
        return field
    if field.lower() in _IDENTIFIERS:
        raise StoreError(f"`corrections` holds {field}, an identifier; identifiers stand under `works`")
    near = difflib.get_close_matches(field.lower().replace("_", "-"), NAMES, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(NAMES))}"
    raise StoreError(f"`corrections` knows no field {field}; {hint}")


def _value(field: str, value: object) -> object:
    found: object = None
    if field in _PEOPLE:
        found = _people(value)
    elif field == "issued":
        found = _date(value)
    elif isinstance(value, str):
        found = csl_values.text(value)
    if found is None:
        raise StoreError(f"`corrections`: {field} cannot be read; {_HOW.get(field, 'write one text')}")
    return found


def _people(value: object) -> tuple[Name, ...] | None:
    read = csl_values.people(value)
    return read[0] if read and read[1] and len(read[0]) == len(value) else None  # type: ignore[arg-type]


def _date(value: object) -> Date | None:
    if isinstance(value, str):
        day = dated.read(value)
        return day if day and day.year and (dates.is_understood(day) or not _DAY.fullmatch(day.literal)) else None
    read = csl_dates.date(value)
    if not read or not read[0] or not read[1] or not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    nested = isinstance(parts, list) and all(isinstance(part, list) for part in parts)
    whole = parts is None or (nested and [len(part) for part in parts] == [len(part) for part in read[0].date_parts])
    return read[0] if whole else None
