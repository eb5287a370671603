"""Plain text, with the templates of wikis, and e-mail."""

from __future__ import annotations

from cluneal_lit.documents import mail, wiki
from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Place


def read(file: File) -> Document:
    """The document of a plain text; a place in an encoded mail is its line alone."""
    composed = Composed()
    for number, line in mail.lines(file.text):
        composed.say(line, Place(line=number))
    if composed.size:
        return composed.document(file.path, "text")
    return Document(file.path, "text", file.text, Lines(file.text), embedded=tuple(wiki.works(file.text)))
