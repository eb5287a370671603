"""RIS files as documents: each entry is a work, at the line where it begins."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.documents.tags import document
from cluneal_lit.formats import ris_ids, ris_read
from cluneal_lit.model import Document

_SHOWN = ("UR", "AN", "ID")  # where other words stand around identifiers


def read(file: File) -> Document:
    """The document of a RIS file; its text is the source."""
    return document(file, "ris", ris_read.entries(file.text), ris_ids.faults, _SHOWN)
