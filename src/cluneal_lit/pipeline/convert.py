"""Bibliographies of any format as one of another."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cluneal_lit.model import Finding, Record
from cluneal_lit.pipeline import dedupe


class Source(Struct, frozen=True):
    """A file that was read, by its name: how many records it gave."""

    file: str
    records: int


class Converted(Struct, frozen=True):
    """The file of all records, how many each file gave, and what was wrong in them."""

    content: bytes
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]


def converted(files: Iterable[dedupe.File], form: str) -> Converted:
    """The records of files in a format. Raises StoreError for one that is no bibliography; one that nobody named is a
    finding."""
    records: list[Record] = []
    sources: list[Source] = []
    findings: list[Finding] = []
    for file in files:
        found = dedupe.brought((file,))
        records += found.records
        findings += found.findings
        sources.append(Source(file.name, len(found.records)))
    return Converted(dedupe.written(records, form), tuple(sources), tuple(findings))
