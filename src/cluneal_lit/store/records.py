"""`references/records/SOURCE/ID.json`: what each source says, one file a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked, Finding, Record
from cluneal_lit.store import files

_decode = msgspec.json.Decoder(Record).decode


def path(folder: Path, record: Record) -> Path:
    """Where a record lies; its name is the id without the kind."""
    return folder / record.source / f"{files.file_name(record.id.partition(':')[2])}.json"


def content(record: Record) -> bytes:
    """The bytes of a record's file."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def write(folder: Path, record: Record) -> bool:
    """Write the record if it changed; say whether it did."""
    return files.written(path(folder, record), content(record))


def read(folder: Path) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """All records, sorted by key, and a finding for each file that is none."""
    records: list[Record] = []
    findings: list[Finding] = []
    for file in sorted(folder.glob("*/*.json")):
        try:
            records.append(_decode(files.content(file)))
        except (msgspec.DecodeError, StoreError) as error:
            name = f"{folder.parent.name}/{folder.name}/{file.parent.name}/{file.name}"
            reason = f"{error}; remove the file, and the next refresh asks for it again"
            findings.append(Finding("LIT303", document=name, values={"reason": reason}))
    return tuple(sorted(records, key=lambda record: record.key)), tuple(findings)


def changed(folder: Path, records: Iterable[Record], lock: Mapping[str, Asked]) -> Iterator[Finding]:
    """A finding for each record whose file is not the bytes that were received, by the digest in its line."""
    for record in records:
        line = lock.get(record.key)
        file = path(folder, record)
        if line and line.state == "here" and files.digest(files.content(file)) != line.sha256:
            name = f"{folder.parent.name}/{folder.name}/{file.parent.name}/{file.name}"
            yield Finding("LIT306", name, values={"id": record.id, "source": record.source, "day": line.day})


def one(folder: Path, record: Record) -> Record | None:
    """The stored record of the same name, None where there is none or it does not read."""
    try:
        return _decode(files.content(path(folder, record)))
    except msgspec.DecodeError:
        return None
