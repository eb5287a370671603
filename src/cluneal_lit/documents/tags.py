"""Files of tagged lines as documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cluneal_lit.documents.file import File
from cluneal_lit.formats.tagged import Tagged
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Embedded, Record, Span


def document(file: File, kind: str, entries: Iterable[tuple[Tagged, Record]], shown: Collection[str]) -> Document:
    """The document of a file with these entries.

    Tags other than those `shown` are not searched: abstracts, notes and comments name identifiers of other works.
    """
    embedded: list[Embedded] = []
    hidden: list[Span] = []
    for entry, record in entries:
        key = record.id.partition("#")[2]
        embedded.append(Embedded(entry.start, entry.end, "entry", record.ids, record.fields, key))
        hidden += (
            Span(tag.start, tag.end, "deleted") for tag in entry.tags if tag.name not in shown and tag.start < tag.end
        )
    return Document(file.path, kind, file.text, Lines(file.text), tuple(hidden), tuple(embedded))
