"""A BibTeX file as a document: the text stays the source, and every entry is a work that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.documents.file import File
from cluneal_lit.documents.text import line_anchors
from cluneal_lit.formats import bibtex_read
from cluneal_lit.formats.bibtex_read import Entry
from cluneal_lit.model import Document, Embedded, Span

# What names other works than the entry's own, or none, and what only the reading of LaTeX reads right.
_NOT_SCANNED = frozenset(
    "abstract file keywords keyword review comment doi url eprint isbn issn references cited-references".split()
)
_LATEX = re.compile(r"[\\{}]")


def read(file: File) -> Document:
    """The document of a BibTeX source, with a finding for each entry that is broken."""
    text = file.text
    entries = bibtex_read.bibliography(text).entries
    lines = [match.end() for match in re.finditer(r"\n", text)]
    return Document(
        file.path,
        "bibtex",
        text,
        line_anchors(text),
        tuple(span for entry in entries for span in _hidden(text, entry)),
        tuple(_embedded(entry, number) for number, entry in enumerate(entries, 1)),
        tuple(bibtex_read.broken(entries, file.path, lines)),
    )


def _embedded(entry: Entry, number: int) -> Embedded:
    block = entry.block
    ids, fields = bibtex_read.work(entry)
    return Embedded(block.start, block.end, "entry", ids, fields, block.key, number)


def _hidden(text: str, entry: Entry) -> Iterator[Span]:
    values = sorted(entry.block.fields.items(), key=lambda each: each[1].start)
    for name, value in values:
        if name in _NOT_SCANNED and (name not in _IDENTIFYING or _LATEX.search(text, value.start + 1, value.end - 1)):
            yield Span(value.start, value.end, "deleted")


_IDENTIFYING = frozenset("doi url eprint isbn".split())
