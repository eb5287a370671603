"""Who says what of a work, field by field, as pages print it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cluneal_lit.outputs import imprint

LABELS = {
    "title": "title",
    "author": "authors",
    "editor": "editors",
    "container_title": "journal",
    "collection_title": "series",
    "publisher": "publisher",
    "edition": "edition",
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


def label(field: str, kind: str) -> str:
    """What people call a field of a work of this kind; empty for one that is not told."""
    return "book" if field == "container_title" and kind in imprint.PARTS else LABELS.get(field, "")
