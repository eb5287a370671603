"""NBIB files as documents: each entry is a work, at the line where it begins."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.documents.tags import document
from cluneal_lit.formats import nbib
from cluneal_lit.model import Document


def read(file: File) -> Document:
    """The document of an NBIB file; its text is the source."""
    return document(file, "nbib", nbib.entries(file.text), nbib.faults, ())
