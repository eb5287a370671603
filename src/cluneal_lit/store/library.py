"""`references/library/`: bibliographies that people bring, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.citations.identifiers.tails import without_tails
from cluneal_lit.errors import StoreError
from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought
from cluneal_lit.formats.exchange import Reading
from cluneal_lit.model import Finding, Record
from cluneal_lit.store import bibliographies, files, found
from cluneal_lit.store.understood import Understood

FOLDER = "references/library/"
_LARGE = 2**16  # bytes; to read fewer takes no longer than to see that the program is the same
# What lies beside libraries and holds no work: it is told, and makes no work of the others unknown.
_PROSE = frozenset((".md", ".markdown", ".rst", ".adoc"))


def read(
    root: Path, globs: Iterable[str], known: Understood | None = None
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of every library file, in the files' order, and a finding for what in them cannot be read.

    A record is named after its file's path below `references/library/`, or else, with `./` before it, in the project.
    `known` has what large files say that were understood before. Raises StoreError for what stands in the place of a
    folder.
    """
    found.folders(root, globs := tuple(globs))
    known = known or Understood()
    records: list[tuple[str, Record]] = []
    paths, troubles = found.matched(root, globs)
    findings = [_unread(name, reason) for name, reason in troubles]
    for file in paths:
        name = file.relative_to(root).as_posix()
        own = own_name(name)
        try:
            content = files.content(file)
            reading = _reading(content, own, known)
        except StoreError as error:
            reason = one_line(str(error).removeprefix(f"{own}: ").removeprefix(f"{file}: "))
            told = _unread(name, reason)
            findings.append(replace(told, values={"reason": reason}) if file.suffix.lower() in _PROSE else told)
            continue
        records += ((name, _as_claimed(record)) for record in reading[0])
        findings += [replace(finding, document=name) for finding in reading[1]]
    return tuple(record for _, record in records), (*findings, *_used_twice(records))


def _unread(name: str, reason: str) -> Finding:
    """With the file, by which it is known that nothing of it was read."""
    return Finding("LIT303", name, values={"reason": reason, "file": name})


def _as_claimed(record: Record) -> Record:
    """The record without what addresses add to its DOI; whatever it says of other works is the library's word."""
    ties = tuple(replace(tie, source=record.source) for tie in record.relations)
    return replace(record, ids=without_tails(record.ids), relations=ties)


def _reading(content: bytes, name: str, known: Understood) -> Reading:
    """The records of a file, and findings for what in it is wrong. Raises StoreError for what is none."""

    def read() -> Reading:
        records, told = bibliographies.read(content, name)
        return records, (*told, *bibliographies.refused(content, name))

    return read() if len(content) < _LARGE else known.once(Reading, (name, content), read)


def own_name(document: str) -> str:
    """What the records of a library file are named after, by its path in the project."""
    return document.removeprefix(FOLDER) if document.startswith(FOLDER) else f"./{document}"


def _used_twice(records: Iterable[tuple[str, Record]]) -> Iterator[Finding]:
    """A finding for each key that an entry of an earlier file has, unless an identifier says that both are one work."""
    first: dict[str, tuple[str, Record]] = {}
    for document, record in records:
        key = brought.key(record)
        other, before = first.setdefault(key, (document, record))
        if other != document and not set(before.ids.keys()) & set(record.ids.keys()):
            yield Finding("LIT607", document, key=key, values={"key": key, "other": other})
