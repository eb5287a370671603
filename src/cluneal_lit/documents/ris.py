"""RIS files as documents: each entry is a work, at the line where it begins."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.documents.file import File
from cluneal_lit.documents.tags import document
from cluneal_lit.formats import brought, ris_ids, ris_read
from cluneal_lit.model import Document, Finding

_SHOWN = ("UR", "AN", "ID")  # where other words stand around identifiers


def read(file: File) -> Document:
    """The document of a RIS file; its text is the source."""
    entries = tuple(ris_read.entries(file.text))
    read = document(file, "ris", entries, ris_ids.faults, _SHOWN)
    shared = ((entry, written) for entry, record in entries if (written := ris_ids.again(entry, record)))
    told = (
        Finding("LIT617", file.path, read.place(entry.start), written, values={"reason": brought.shared("ID", written)})
        for entry, written in shared
    )
    return replace(read, findings=(*read.findings, *told))
