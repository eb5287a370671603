"""Files that are lists of works and nothing else, as documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cluneal_lit.documents.file import File
from cluneal_lit.formats import claims
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Embedded, Finding, Record, Span


class Listed(Struct, frozen=True):
    """A work of a list: where in the text its entry begins and ends, its record, and its key there."""

    start: int
    end: int
    record: Record
    key: str


def document(file: File, form: str, entries: Sequence[Listed], findings: Iterable[Finding] = ()) -> Document:
    """The document of a list: the text is its source, and nothing is sought in it beside these works.

    Abstracts and notes name identifiers of other works.
    """
    works = tuple(
        Embedded(
            one.start,
            one.end,
            "entry",
            one.record.ids,
            one.record.fields,
            one.key,
            claims=claims.of(one.record, form),
        )
        for one in entries
    )
    hidden = (Span(0, len(file.text), "deleted"),) if entries else ()
    return Document(file.path, form, file.text, Lines(file.text), hidden, works, tuple(findings))
