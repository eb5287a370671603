"""Taking in what a source replied, in an order in which a kill loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cluneal_lit.model import Asked, Record, Reply
from cluneal_lit.registries import SEARCHES
from cluneal_lit.sources import pubmed_doi, replies
from cluneal_lit.store import changes, lock, records
from cluneal_lit.store.changes import Change


def take(references: Path, known: lock.Lock, source: str, reply: Reply, day: str) -> tuple[str, ...]:
    """Store a reply, add its lines to `known`, and give the names of the records that are new or changed.

    What changed is written first, the records second and their lines last, all of a reply at once: a record without its
    line is asked again, and what changed is then told a second time at worst.
    """
    contents = {record.key: records.content(record) for record in reply.records}
    changed = tuple(one.key for one in reply.records if _took(references, known, one, contents[one.key], day))
    digests = {key: records.digest(content) for key, content in contents.items()}
    lines = replies.lines(source, reply, day)
    note(references, known, [replace(line, sha256=digests.get(line.key, "")) for line in lines])
    return changed


def note(references: Path, known: lock.Lock, lines: Sequence[Asked]) -> None:
    """Add lines to `known` and to the lock, all at once, behind what they changed."""
    if lines:
        lock.append(references / "lock.jsonl", *(_noted(references, known, line) for line in lines))


def _took(references: Path, known: lock.Lock, record: Record, content: bytes, day: str) -> bool:
    """Store a record; whether it is new or changed."""
    old = records.one(references / "records", record, known) if record.key in known else None
    changes.append(references / "changes.jsonl", differences(old, record, day) if old else ())
    records.write(references / "records", record, content)
    return old != record


def differences(old: Record, new: Record, day: str) -> Iterator[Change]:
    """One change for each field of a record that has another value now."""
    before, after = _flat(old), _flat(new)
    for field in sorted(before.keys() | after.keys()):
        one, other = before.get(field), after.get(field)
        if one != other:
            yield Change(day, new.key, field, _shown(one), _shown(other))


def _noted(references: Path, known: lock.Lock, line: Asked) -> Asked:
    """The line as it is known now. A record that is no longer there keeps its digest: its file is still believed."""
    before = known.get(line.key)
    if before and before.state != line.state and line.source not in (*SEARCHES, pubmed_doi.NAME):  # a search is no work
        change = Change(line.day, line.key, "state", before.state, f"{line.state} {line.to}".rstrip())
        changes.append(references / "changes.jsonl", (change,))
    if before and not line.sha256:
        line = replace(line, sha256=before.sha256)
    known[line.key] = line
    return line


def _flat(record: Record) -> dict[str, object]:
    whole = msgspec.to_builtins(record)
    fields: dict[str, object] = whole.pop("fields", {})
    return {**whole, **fields}


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
