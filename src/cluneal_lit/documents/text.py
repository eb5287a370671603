"""Plain text."""

from __future__ import annotations

from cluneal_lit.documents.file import File
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document


def read(file: File) -> Document:
    """The document of a plain text."""
    return Document(file.path, "text", file.text, line_anchors(file.text))


def line_anchors(text: str) -> Lines:
    """The places of a text that is its file's: an anchor at the beginning of each line, made when it is asked for."""
    return Lines(text)
