"""RIS files as documents: each entry is a work, at the line where it begins."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.documents.tags import document
from cluneal_lit.formats import ris_read
from cluneal_lit.model import Document

_SHOWN = ("DO", "UR", "AN", "SN", "ID", "TI", "T1")


def read(file: File) -> Document:
    """The document of a RIS file; its text is the source."""
    return document(file, "ris", ris_read.entries(file.text), _SHOWN)
