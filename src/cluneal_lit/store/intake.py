"""Taking in what a source replied: the record first, its line in the lock second, so that a kill loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit.model import Asked, Record, Reply
from cluneal_lit.store import files, lock, records


class Change(Struct, frozen=True):
    """What a refresh saw change in a record or in its registry, a line of `references/changes.jsonl`."""

    day: str
    work: str
    field: str
    old: str
    new: str


def take(references: Path, known: lock.Lock, source: str, reply: Reply, day: str) -> tuple[str, ...]:
    """Store a reply, add its lines to `known`, and give the names of the records that are new or changed."""
    changed: list[str] = []
    changes: list[Change] = []
    for record in reply.records:
        old = records.one(references / "records", record)
        if records.write(references / "records", record):
            changed.append(record.key)
            changes += differences(old, record, day) if old else ()
        sha256 = files.digest(records.content(record))
        _note(references, known, Asked(source, record.id, day, "here", sha256))
    given = {record.id for record in reply.records}
    for name, to in reply.links:
        if name not in given:
            _note(references, known, Asked(source, name, day, "merged-into" if ":" in to else "elsewhere", to=to))
    for name in reply.absent:
        before = known.get(f"{source}/{name}")
        if before and before.state == "here":
            changes.append(Change(day, name, f"{source} record", "here", "absent"))
        _note(references, known, Asked(source, name, day, "absent", before.sha256 if before else ""))
    for change in changes:
        files.append_line(references / "changes.jsonl", msgspec.json.encode(change))
    return tuple(changed)


def differences(old: Record, new: Record, day: str) -> Iterator[Change]:
    """One change for each field of a record that has another value now."""
    before, after = _flat(old), _flat(new)
    for field in sorted(before.keys() | after.keys()):
        one, other = before.get(field), after.get(field)
        if one != other:
            yield Change(day, new.key, field, _shown(one), _shown(other))


def _note(references: Path, known: lock.Lock, line: Asked) -> None:
    known[line.key] = line
    lock.append(references / "lock.jsonl", line)


def _flat(record: Record) -> dict[str, object]:
    whole = msgspec.to_builtins(record)
    fields: dict[str, object] = whole.pop("fields", {})
    return {**whole, **fields}


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
