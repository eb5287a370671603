"""The formats in which records are written, and the writer of each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from msgspec import Struct

from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import one_line
from cluneal_lit.formats import (
    bibtex_write,
    brought,
    csl_write,
    csv_write,
    endnote_write,
    nbib_write,
    ris_write,
    tagged,
)
from cluneal_lit.model import Record

_LONGEST = 150  # characters of a key
Keyed = Iterable[tuple[str, Record]]


class Writer(Struct, frozen=True):
    """How a format is written: its suffix, and what makes texts of records with their keys, one behind the other."""

    suffix: str
    write: Callable[[Keyed], Iterator[str]]


WRITERS = {
    "bibtex": Writer(".bib", bibtex_write.write),
    "ris": Writer(".ris", ris_write.write),
    "nbib": Writer(".nbib", nbib_write.write),
    "csl": Writer(".json", csl_write.write),
    "endnote": Writer(".xml", endnote_write.xml),
    "enw": Writer(".enw", endnote_write.enw),
    "csv": Writer(".csv", csv_write.write),
}


def written(records: Iterable[Record], form: str) -> bytes:
    """The file of records in a format, one of WRITERS, in their order; each has a key of its own.

    A key is the one that the record's own file has, with a number behind it where a record before has it.
    """
    taken: dict[str, int] = {}
    keyed = ((tagged.keyed(_key(record, form), taken, lambda: "work"), record) for record in records)
    out = io.BytesIO()  # of many records the text and its parts would be as large again
    for part in WRITERS[form].write(keyed):
        out.write(part.encode("utf-8", "replace"))
    return out.getvalue()


def named(path: str) -> str:
    """The format that a file's suffix names. Raises ConfigError for a suffix of none."""
    suffix = PurePath(path).suffix.lower()
    for form, writer in WRITERS.items():
        if writer.suffix == suffix:
            return form
    known = ", ".join(writer.suffix for writer in WRITERS.values())
    raise ConfigError(f"{path}: its suffix names no format that is written; use one of {known}, or say it with --to")


def _key(record: Record, form: str) -> str:
    """The key in the record's file; in BibTeX, which has letters first, in place of a number author and year."""
    key = one_line(brought.without_digest(brought.key(record)))[:_LONGEST]
    if form != "bibtex":
        return key
    return key if key[:1].isalpha() else brought.author_year(record.fields)
