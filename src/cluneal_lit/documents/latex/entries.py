"""The list of works that Biber writes for BibLaTeX, as a document: one numbered reference for each entry."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit import names, pages
from cluneal_lit.documents.file import File
from cluneal_lit.documents.latex import bbl
from cluneal_lit.documents.latex.source import Source
from cluneal_lit.documents.latex.text import PARAGRAPH, Writer
from cluneal_lit.formats import bibtex_read
from cluneal_lit.model import Document, Embedded, Fields, Ids


def read(file: File) -> Document:
    """The document: what a reader sees is set from the fields, since BibLaTeX sets it only on paper."""
    writer = Writer(Source(file.text))
    for number, entry in enumerate(bbl.entries(file.text), 1):
        ids, fields, _ = bibtex_read.work(entry)
        writer.part(PARAGRAPH)
        writer.say(f"[{number}] ", entry.block.start)
        start = writer.size
        writer.say(". ".join(filter(None, _parts(ids, fields))) or entry.block.key, entry.block.start)
        writer.embed(Embedded(start, writer.size, "entry", ids, fields, entry.block.key, number))
    return writer.document(file.path)


def _parts(ids: Ids, fields: Fields) -> Iterator[str]:
    yield ", ".join(names.nlm(person) for person in fields.author)
    yield fields.title
    yield fields.container_title
    year = str(fields.issued.year or "") if fields.issued else ""
    yield pages.located(year, fields.volume, fields.issue, fields.page)
    yield f"doi:{ids.doi}" if ids.doi else ""
