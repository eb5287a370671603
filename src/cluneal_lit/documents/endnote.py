"""EndNote's XML as a document: each reference is a work, where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.documents.file import File
from cluneal_lit.documents.listed import Listed, document
from cluneal_lit.formats import brought, endnote
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Finding

_RECORD = re.compile(r"<record(?=[\s>])[^>]*(?<!/)>|</record\s*>")


def read(file: File) -> Document:
    """The document of an EndNote export; a reference that is cut off or broken is told, and read as far as it goes."""
    entries: list[Listed] = []
    findings: list[Finding] = []
    place = Lines(file.text).at
    for start, end in _places(file.text):
        records, told = endnote.read(file.text[start:end], file.path)
        for record in records[:1]:
            entries.append(Listed(start, end, record, brought.without_digest(brought.key(record))))
        if told:
            reason = "the XML of this reference is cut off or broken; export it again"
            findings.append(Finding("LIT106", file.path, place(start), values={"reason": reason}))
    return document(file, "endnote", entries, findings)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each reference begins and ends, without those within others; the last may be cut off."""
    depth = start = 0
    for tag in _RECORD.finditer(text):
        if not tag[0].startswith("</"):
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, tag.end()
    if depth:
        yield start, len(text.rstrip())
