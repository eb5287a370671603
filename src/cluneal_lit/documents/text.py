"""Plain text."""

from __future__ import annotations

from itertools import accumulate

from cluneal_lit.documents.file import File
from cluneal_lit.model import Anchor, Document, Place


def read(file: File) -> Document:
    """The document of a plain text."""
    return Document(file.path, "text", file.text, line_anchors(file.text))


def line_anchors(text: str) -> tuple[Anchor, ...]:
    """An anchor at the beginning of each line."""
    lengths = (len(line) + 1 for line in text.split("\n"))
    starts = [0, *accumulate(lengths)][:-1]
    return tuple(Anchor(offset, Place(line, 1)) for line, offset in enumerate(starts, 1))
