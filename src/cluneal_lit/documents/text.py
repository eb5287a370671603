"""Plain text."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document


def read(file: File) -> Document:
    """The document of a plain text."""
    return Document(file.path, "text", file.text, Lines(file.text))
