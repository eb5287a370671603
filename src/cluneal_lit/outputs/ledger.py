"""Who says what of a work, field by field, as pages print it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct

from cluneal_lit.formats import csl_item
from cluneal_lit.model import Entry
from cluneal_lit.outputs import words
from cluneal_lit.registries import spoken

LABELS = {
    "title": "title",
    "author": "authors",
    "editor": "editors",
    "container_title": "journal",
    "collection_title": "series",
    "collection_number": "series no.",
    "publisher": "publisher",
    "edition": "edition",
    "version": "version",
    "issued": "date",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "number": "number",
}


class Line(Struct, frozen=True):
    """A field in a person's words, as it is printed, who says so, and what others say: each (who, what)."""

    field: str
    printed: str
    said_by: tuple[str, ...]
    others: tuple[tuple[str, str], ...] = ()


Ledger = Mapping[str, tuple[Line, ...]]


def whence(entry: Entry) -> str:
    """`PubMed and Crossref, asked 2026-11-20; the library file own.json`, and how its maker marked it, if any."""
    told: list[str] = []
    for (is_file, _), own in groupby(entry.sources, key=lambda one: (one.source == "library", one.day)):
        first, *others = own
        if is_file:
            told += map(words.source, (first, *others))
        else:
            before = words.joined([spoken(one.source) for one in (first, *others)])
            told.append(before + words.source(first).removeprefix(spoken(first.source)))
    marked = f", whose maker marked it “{entry.basis}”" if entry.basis else ""
    return "; ".join((told[0] + marked, *told[1:])) if told else ""


def label(field: str, kind: str) -> str:
    """What people call a field of a work of this kind; empty for one that is not told."""
    return "book" if field == "container_title" and kind in csl_item.PARTS else LABELS.get(field, "")
