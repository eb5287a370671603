"""EndNote's tagged export as a document: each entry is a work, at the line where it begins."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.documents.listed import Listed, document
from cluneal_lit.formats import brought, enw
from cluneal_lit.model import Document


def read(file: File) -> Document:
    """The document of a tagged EndNote or Refer file; its text is the source."""
    entries = (
        Listed(start, end, record, brought.without_digest(brought.key(record)))
        for start, end, record in enw.placed(file.text, file.path)
    )
    return document(file, "enw", tuple(entries))
