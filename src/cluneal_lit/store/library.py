"""`references/library/`: bibliographies that people bring, as records."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl
from cluneal_lit.model import Finding, Record
from cluneal_lit.store import files

READERS = {".json": csl.read, ".jsonl": csl.read}


def read(root: Path, globs: Iterable[str]) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of every library file, in the files' order, and a finding for what in them cannot be read."""
    records: list[Record] = []
    findings: list[Finding] = []
    for file in found(root, globs):
        name = file.relative_to(root).as_posix()
        try:
            found_here, told = _read(file)
        except (StoreError, UnicodeDecodeError) as error:
            findings.append(Finding("LIT303", document=name, values={"reason": " ".join(str(error).split())}))
            continue
        records += found_here
        findings += [replace(finding, document=name) for finding in told]
    return tuple(records), tuple(findings)


def found(root: Path, globs: Iterable[str]) -> tuple[Path, ...]:
    """The files that globs relative to the project mean, sorted, each once; hidden files are passed over."""
    files_found = {file for glob in globs for file in root.glob(glob) if file.is_file()}
    hidden = {file for file in files_found if any(part.startswith(".") for part in file.relative_to(root).parts)}
    return tuple(sorted(files_found - hidden))


def _read(file: Path) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise StoreError(f"{file.suffix or file.name} is not read yet; export it as CSL-JSON (.json)")
    return reader(files.content(file).decode("utf-8-sig"), file.name)
