"""An entry of a list as markers name it: its number, its years, and in which of a document's lists it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cluneal_lit.citations.references import locators
from cluneal_lit.late import late
from cluneal_lit.model import Fields

LETTERED = late(rf"(?<!\d)({locators.YEAR})([a-h])\b")
# `(1900/2010)`, `([1900] 2010)`, `2010 [1900]`, and what the APA puts last: `(Original work published 1900)`.
_AGAIN = late(rf"(?<![\d-])({locators.YEAR})(?:\s?/\s?|\]\s?|\s?\[)({locators.YEAR})(?=[a-h]?[\s\])).,:])")
_ORIGINAL = late(rf"[oO]riginal(?:ly)?(?:\swork)?\spublished(?:\sin)?,?\s({locators.YEAR})(?!\d)")
_SAID = 400  # characters in which authors and year stand


class Listed(Struct, frozen=True):
    """An entry of a list, as markers name it; `note` says that marks of a footnote lead to it."""

    start: int
    number: int | None
    fields: Fields
    raw: str
    note: bool = False


def year(fields: Fields) -> str:
    """The year of a work, as namings have it."""
    return str(fields.issued.year) if fields.issued and fields.issued.year else "undated"


def years(one: Listed) -> set[str]:
    """The year of an entry, and that when the work was first published where both are given."""
    own = year(one.fields)
    others = (match for match in _AGAIN.finditer(one.raw, 0, _SAID) if own in match[0])
    first = _ORIGINAL.search(one.raw)
    return {own, *(each for match in others for each in match.groups() if each), *(first.groups() if first else ())}


def lists(numbered: Iterable[Listed]) -> list[list[Listed]]:
    """The lists of a document: numbers rise within one."""
    lists: list[list[Listed]] = []
    for one in numbered:
        if lists and (one.number or 0) > (lists[-1][-1].number or 0):
            lists[-1].append(one)
        else:
            lists.append([one])
    return lists


def no_notes(found: Sequence[Listed]) -> list[Listed]:
    """The entries that are no notes."""
    return [one for one in found if not one.note]


def letter(one: Listed, dated: str) -> str:
    """The letter behind the year of an entry, `2013a`; empty where it has none."""
    match = LETTERED.search(one.raw)
    return match[2] if match and match[1] == dated else ""
