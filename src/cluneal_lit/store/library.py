"""`references/library/`: bibliographies that people bring, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, csl, nbib, ris_read
from cluneal_lit.model import Finding, Record
from cluneal_lit.store import files, found

FOLDER = "references/library/"
READERS = {
    ".json": csl.read,
    ".jsonl": csl.read,
    ".bib": bibtex_read.read,
    ".ris": ris_read.read,
    ".nbib": nbib.read,
}


def read(root: Path, globs: Iterable[str]) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of every library file, in the files' order, and a finding for what in them cannot be read.

    A record is named after its file's path below `references/library/`, or else, with `./` before it, in the project.
    """
    records: list[tuple[str, Record]] = []
    paths, troubles = found.matched(root, globs)
    findings = [Finding("LIT303", name, values={"reason": reason}) for name, reason in troubles]
    for file in paths:
        name = file.relative_to(root).as_posix()
        try:
            found_here, told = _read(file, name.removeprefix(FOLDER) if name.startswith(FOLDER) else f"./{name}")
        except StoreError as error:
            reason = " ".join(str(error).removeprefix(f"{file}: ").split())
            findings.append(Finding("LIT303", document=name, values={"reason": reason}))
            continue
        records += ((name, record) for record in found_here)
        findings += [replace(finding, document=name) for finding in told]
    return tuple(record for _, record in records), (*findings, *_used_twice(records))


def _read(file: Path, name: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise StoreError(f"{file.suffix or file.name} is not read yet; export it as BibTeX (.bib) or CSL-JSON (.json)")
    return reader(files.text(file), name)


def _used_twice(records: Iterable[tuple[str, Record]]) -> Iterator[Finding]:
    """A finding for each key that an entry of an earlier file has, unless an identifier says that both are one work."""
    first: dict[str, tuple[str, Record]] = {}
    for document, record in records:
        key = record.id.partition("#")[2]
        other, before = first.setdefault(key, (document, record))
        if other != document and not set(before.ids.keys()) & set(record.ids.keys()):
            yield Finding("LIT607", document, key=key, values={"key": key, "other": other})
