"""Bibliographies of any format as one of another."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cluneal_lit.formats import writers
from cluneal_lit.model import Finding, Record
from cluneal_lit.store import bibliographies


class Source(Struct, frozen=True):
    """A file that was read, by its name: how many records it gave."""

    file: str
    records: int


class Converted(Struct, frozen=True):
    """The text of all records, how many each file gave, and what was wrong in them."""

    text: str
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]


def converted(contents: Iterable[tuple[str, bytes]], form: str) -> Converted:
    """The records of files, each a name and its bytes, in a format. Raises StoreError for what is none."""
    records: list[Record] = []
    sources: list[Source] = []
    findings: list[Finding] = []
    for name, content in contents:
        found, told = bibliographies.read(content, name)
        records += found
        findings += told
        sources.append(Source(name, len(found)))
    return Converted(writers.written(records, form), tuple(sources), tuple(findings))
