"""Files of tagged lines as documents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from cluneal_lit.documents.file import File
from cluneal_lit.formats import brought, claims
from cluneal_lit.formats.tagged import Fault, Tagged
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Embedded, Finding, Record, Span


def document(
    file: File,
    kind: str,
    entries: Iterable[tuple[Tagged, Record]],
    faults: Callable[[Tagged], Iterable[Fault]],
    shown: Collection[str],
) -> Document:
    """The document of a file with these entries, and findings for what in them is no identifier.

    Lines of tags other than those `shown` are not searched: abstracts, notes and comments name identifiers of other
    works, and one that is cut off would go on in the next line.
    """
    place = Lines(file.text).at
    embedded: list[Embedded] = []
    hidden: list[Span] = []
    findings: list[Finding] = []
    for entry, record in entries:
        key = brought.without_digest(brought.key(record))
        embedded.append(
            Embedded(entry.start, entry.end, "entry", record.ids, record.fields, key, claims=claims.of(record, kind))
        )
        hidden += _hidden(file.text, entry, shown)
        findings += (
            Finding("LIT201", file.path, place(fault.tag.start), key, values=fault.values) for fault in faults(entry)
        )
    return Document(file.path, kind, file.text, Lines(file.text), tuple(hidden), tuple(embedded), tuple(findings))


def _hidden(text: str, entry: Tagged, shown: Collection[str]) -> Iterator[Span]:
    for tag in entry.tags:
        start = text.rfind("\n", 0, tag.start) + 1
        if tag.name not in shown and start < tag.end:
            yield Span(start, tag.end, "deleted")
