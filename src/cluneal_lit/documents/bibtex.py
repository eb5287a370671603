"""A BibTeX file as a document: the text stays the source, and every entry is a work that it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cluneal_lit.documents.file import File
from cluneal_lit.formats import bibtex_faults, bibtex_read, brought, claims
from cluneal_lit.formats.bibtex_read import Entry
from cluneal_lit.formats.noted import is_of_its_own
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Embedded, Finding, Relation, Span

# What names other works than the entry's own, or none; and what is read as LaTeX, or told, where it is not plain.
_OTHERS = frozenset("abstract file keywords keyword review comment references cited-references".split())
_OF_A_PERSON = "comment-"  # JabRef's, with the name behind it
_IDENTIFYING = frozenset("doi url eprint isbn issn pmid pmcid pmc".split())
_NOTES = ("note", "annote", "annotation", "addendum", "extra")
_LINE = re.compile(r".+(?:\n[ \t]+(?=\S).+)*")  # of a note, with the lines into which a program breaks it
_LATEX = re.compile(r"[\\{}]")


def read(file: File) -> Document:
    """The document of a BibTeX source, with findings for what in its entries is broken or no identifier."""
    text, place = file.text, Lines(file.text).at
    spans: list[Span] = []
    embedded: list[Embedded] = []
    findings: list[Finding] = []
    taken: set[str] = set()
    for number, entry in enumerate(bibtex_read.bibliography(text).entries, 1):
        block = entry.block
        ids, fields, faults = bibtex_read.work(entry)
        told = _claims(entry, file.path)
        embedded.append(Embedded(block.start, block.end, "entry", ids, fields, block.key, number, told))
        spans += _hidden(text, entry, {fault.field for fault in faults})
        for reason in bibtex_faults.fault(block):
            values = {"reason": f"{bibtex_faults.named(block)}: {reason}"}
            findings.append(Finding("LIT106", file.path, place(block.at or block.start), block.key, values=values))
        if block.key in taken:
            values = {"reason": brought.shared("key", block.key)}
            findings.append(Finding("LIT617", file.path, place(block.start), block.key, values=values))
        taken |= {block.key} - {""}
        for fault in faults:
            at = place(block.fields[fault.field].start if fault.field in block.fields else block.start)
            findings.append(Finding("LIT201", file.path, at, block.key, values=bibtex_faults.said(fault)))
    return Document(file.path, "bibtex", text, Lines(text), tuple(spans), tuple(embedded), tuple(findings))


def _claims(entry: Entry, path: str) -> tuple[Relation, ...]:
    if not claims.may_stand(entry.values.values()):
        return ()
    return claims.of(bibtex_read.record(entry, path)[0], "bibtex")


def _hidden(text: str, entry: Entry, told: Collection[str]) -> Iterator[Span]:
    for name, value in entry.block.fields.items():
        unread = name in _IDENTIFYING and _LATEX.search(text, value.start + 1, value.end - 1)
        if name in _OTHERS or name.startswith(_OF_A_PERSON) or name in told or unread:
            yield Span(value.start, value.end, "deleted")
        elif name in _NOTES:
            lines = _LINE.finditer(text, value.start, value.end)
            yield from (Span(*line.span(), "deleted") for line in lines if not is_of_its_own(line[0]))
