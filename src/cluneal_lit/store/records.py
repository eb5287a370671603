"""`references/records/SOURCE/ID.json`: what each source says, one file a record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked, Finding, Record
from cluneal_lit.registries import spoken
from cluneal_lit.store import files

_decode = msgspec.json.Decoder(Record).decode
_MEND = "remove the file; the next refresh asks again for what is cited"


def path(folder: Path, record: Record) -> Path:
    """Where a record lies; its name is the id without the kind."""
    return place(folder, record.source, record.id)


def place(folder: Path, source: str, name: str) -> Path:
    """Where the record of a source about an id lies, whether it is there or not."""
    return folder / source / f"{files.file_name(name.partition(':')[2])}.json"


def content(record: Record) -> bytes:
    """The bytes of a record's file."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def digest(content: bytes) -> str:
    """The digest of a record's file, the same after a checkout that gave its lines other ends."""
    return files.digest(content.replace(b"\r\n", b"\n"))


def write(folder: Path, record: Record, content: bytes) -> bool:
    """Write the content of a record if it changed; say whether it did.

    What a power cut leaves of it is held against its digest, and asked for again.
    """
    return files.written(path(folder, record), content, durable=False)


def read(folder: Path, lock: Mapping[str, Asked]) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records that are what was received, by the lock, sorted by key; and a finding for each other file.

    A file without its line, or with another digest than its line's, was made or changed by hand, or its run was
    killed: it is left aside, so that nothing is printed as a source's word that the source did not say.
    """
    records: list[Record] = []
    findings: list[Finding] = []
    for file in sorted(folder.glob("*/*.json")):
        name = shown(folder, file)
        try:
            found, record = at(file)
        except StoreError as error:
            findings.append(Finding("LIT303", document=name, values={"reason": str(error)}))
            continue
        if reason := _doubt(record, found, lock) if path(folder, record) == file else "its name is not that of its id":
            findings.append(Finding("LIT306", name, values={"id": record.id, "reason": reason}))
        else:
            records.append(record)
    return tuple(sorted(records, key=lambda record: record.key)), tuple(findings)


def at(file: Path) -> tuple[bytes, Record]:
    """The bytes of a record's file and what they say. Raises StoreError, with what to do, for one that does not read.

    Not even opened is what is no file: a pipe would never end.
    """
    if files.is_other(file):
        raise StoreError(f"is no file; {_MEND}")
    found = files.content(file)
    try:
        return found, _decode(found)
    except files.UNREADABLE as error:
        raise StoreError(f"{error}; {_MEND}") from error


def shown(folder: Path, file: Path) -> str:
    """The path of a file below the records in the project, as it can be printed."""
    return files.shown(f"{folder.parent.name}/{folder.name}/{file.relative_to(folder).as_posix()}")


def one(folder: Path, record: Record, lock: Mapping[str, Asked]) -> Record | None:
    """The stored record of the same name; None where there is none, or none that is what was received."""
    found = files.content(path(folder, record))
    try:
        stored = _decode(found)
    except files.UNREADABLE:
        return None
    return None if stored.key != record.key or _doubt(stored, found, lock) else stored


def _doubt(record: Record, found: bytes, lock: Mapping[str, Asked]) -> str:
    """Why the file's content is not what was received; empty if it is."""
    line = lock.get(record.key)
    if line and not line.sha256 and line.state != "here":
        return f"{spoken(record.source)} sent no such record, by lock.jsonl on {line.day}"
    if line is None or not line.sha256:
        return f"lock.jsonl does not know that {spoken(record.source)} answered it"
    changed = digest(found) != line.sha256
    return f"its file is not what {spoken(record.source)} answered, by lock.jsonl on {line.day}" if changed else ""
