"""What CSL-JSON says in names, dates and other structures, as a person writes it: for the notes of other formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cluneal_lit import dates
from cluneal_lit.formats import csl_dates, csl_values, suffixed, unplaced
from cluneal_lit.model import Date, Fields, Record

FURTHER = ", further"
_OF_NAMES = ("family", "literal")
_OF_DATES = ("date-parts", "raw")
_HOURS = ("date-time", "timestamp")  # of a day, as Crossref has it
_NO_MORE = (*csl_values.NAME_KEYS, "comma-suffix", "static-ordering", "parse-names", "sequence")  # what says no more


def words(record: Record) -> dict[str, list[str]]:
    """The words of a record of CSL-JSON that hold more than texts, each with its line of a note; with none where it
    says nothing, or no more than a field of the record does.

    What it says beyond the people of a field stands under a word with `FURTHER`: the word alone is read as the field.
    """
    found = {word: said(value) for word, value in record.custom.items() if _is_structure(word, value)}
    lines: dict[str, list[str]] = {}
    for word, line in found.items():
        is_field = word in unplaced.PEOPLE and bool(getattr(record.fields, word))
        more = [line] if line and line != _held(record.fields, word) else []
        lines |= {word: [], f"{word}{FURTHER}": more} if is_field else {word: more}
    return lines


def _is_structure(word: str, value: object) -> bool:
    parts = value if isinstance(value, list) else ()
    return isinstance(value, dict) or any(word in csl_values.NAMES or not isinstance(part, str) for part in parts)


def _held(fields: Fields, word: str) -> str:
    """The people or the day that a field of this name has, as `said` gives them."""
    value = getattr(fields, word, None)
    return (
        "; ".join(map(suffixed.inverted, value))
        if isinstance(value, tuple)
        else _day(value)
        if word == "issued"
        else ""
    )


def said(value: object) -> str:
    """The value in words: `Müller, Jörg; Smith, A`, `1950-05`, `volume: 2; issue: 3`; empty where it says nothing.

    What a person has besides a name, such as an ORCID iD, stands behind it in brackets.
    """
    if (plain := csl_values.text(value)) is not None:
        return plain
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(filter(None, map(said, value)))
    if not isinstance(value, dict):
        return ""
    if any(isinstance(value.get(key), str) for key in _OF_NAMES):
        return _person(value)
    return (_date(value) if any(key in value for key in _OF_DATES) else "") or _pairs(value)


def _person(value: Mapping[str, object]) -> str:
    people = csl_values.people([value])
    further = _pairs({key: one for key, one in value.items() if key not in _NO_MORE})
    name = "; ".join(map(suffixed.inverted, people[0])) if people else ""
    return f"{name} ({further})" if further else name


def _date(value: Mapping[str, object]) -> str:
    """The day, a season that stands beside a month behind it; the parts as they stand where they are in no calendar."""
    own = {key: one for key, one in value.items() if key in csl_dates.DATE_KEYS or key == "circa"}
    day, is_whole = csl_dates.date(own) or (None, False)
    if day is None:
        return ""
    left = {key: one for key, one in value.items() if key not in own and key not in _HOURS}
    if not is_whole and "season" in own:
        left["season"] = own.pop("season")
        is_whole = (csl_dates.date(own) or (None, False))[1]
    written = _day(day) if is_whole else "/".join(map(_parts, _listed(own.get("date-parts"))))
    return f"{written} ({further})" if (further := _pairs(left)) else written


def _parts(day: object) -> str:
    return "-".join(map(said, _listed(day)))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _day(day: Date | None) -> str:
    if day is None:
        return ""
    is_plain = len(day.date_parts) == 1 and not (day.season or day.literal or day.circa)
    return dates.iso(day) if is_plain else dates.words(day)


def _pairs(value: Mapping[str, object]) -> str:
    return "; ".join(_pair(value))


def _pair(value: Mapping[str, object]) -> Iterator[str]:
    for key, one in value.items():
        if words := said(one):
            yield f"{key}: ({words})" if isinstance(one, dict) else f"{key}: {words}"
