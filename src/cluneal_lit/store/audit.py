"""Whether the store holds what was received, by its lock and by its form; no document and no network is needed.

What an interrupted run leaves (a record without its line, a last line cut off) is no error. What cannot be seen: a
record that was invented together with its line and the right digest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked, Finding, Place, Record
from cluneal_lit.registries import spoken
from cluneal_lit.store import changes, files, lock, records, remembered

_WEAK = ("isbn:", "nct:")  # identifiers that several works share


class Audit(Struct, frozen=True):
    """How many records there are, how many of them are what was received by the lock, and what is wrong."""

    records: int
    agree: int
    findings: tuple[Finding, ...]


def audited(root: Path) -> Audit:
    """What is wrong with the store of a project; whatever lies there, nothing is raised."""
    references = root / "references"
    lines, told = _lock(references / "lock.jsonl")
    folder = references / "records"
    there = _walked(folder)
    kept = [file for file in there if file.parent.parent == folder and file.suffix == ".json"]
    placed = set(kept)
    doubts = [_record(folder, file, lines) for file in kept]
    findings = [
        *told,
        *(doubt for doubt in doubts if doubt),
        *_missing(folder, lines, placed),
        *_stray(root, [file for file in there if file not in placed]),
        *_keys(references / "keys.json"),
        *_changes(references / "changes.jsonl"),
        *_matches(references / "matches.json"),
    ]
    return Audit(len(kept), doubts.count(None), tuple(findings))


def _walked(folder: Path) -> list[Path]:
    """All that lies below the folder and is no folder, or has the place of a record."""
    return sorted(
        path for path in folder.rglob("*") if path.suffix == ".json" or path.is_symlink() or not path.is_dir()
    )


def _lock(path: Path) -> tuple[lock.Lock, list[Finding]]:
    """The lines of the lock that read, the later of two of a record, and a finding for each of the others."""
    found: lock.Lock = {}
    broken: list[Finding] = []
    try:
        for number, line in lock.lines(path):
            if isinstance(line, Asked):
                found[line.key] = line
            else:
                reason = f"it is no line of the lock ({line}); remove the line"
                broken.append(_unreadable(path.name, reason, number))
    except StoreError as error:
        broken.append(_unreadable(path.name, _without(path, error)))
    return found, broken


def _record(folder: Path, file: Path, lines: Mapping[str, Asked]) -> Finding | None:
    """What is wrong with a record's file; None where it is what was received."""
    name = records.shown(folder, file)
    try:
        content, record = records.at(file)
    except StoreError as error:
        return Finding("LIT303", name, values={"reason": _without(file, error)})
    code, reason = _doubt(folder, file, content, record, lines.get(record.key))
    return Finding(code, name, values={"id": record.id, "reason": reason}) if code else None


def _doubt(folder: Path, file: Path, content: bytes, record: Record, line: Asked | None) -> tuple[str, str]:
    """The code and reason of what is wrong with a record that reads; empty if nothing is."""
    if records.path(folder, record) != file:
        return "LIT311", "its name is not that of its id"
    if line and not line.sha256 and line.state != "here":
        return "LIT311", f"{spoken(record.source)} sent no such record, by lock.jsonl on {line.day}"
    if line is None or not line.sha256:
        # A run that was killed between a record and its line leaves what this program writes, byte by byte.
        if records.digest(content) == records.digest(records.content(record)):
            return (
                "LIT306",
                f"lock.jsonl does not know that {spoken(record.source)} answered it; a run was interrupted there",
            )
        return "LIT311", "lock.jsonl does not know it, and this program did not write it"
    if records.digest(content) != line.sha256:
        return "LIT311", f"its file is not what {spoken(record.source)} answered, by lock.jsonl on {line.day}"
    return "", ""


def _missing(folder: Path, lines: Mapping[str, Asked], there: set[Path]) -> Iterator[Finding]:
    for key in sorted(lines):
        line = lines[key]
        if line.state == "here" and records.place(folder, line.source, line.id) not in there:
            yield Finding("LIT312", _name("lock.jsonl"), key=line.id, values={"id": key, "day": line.day})


def _stray(root: Path, others: list[Path]) -> Iterator[Finding]:
    unfinished = {part for folder in ("references", "output") for part in files.unfinished(root / folder)}
    for path in sorted({*others, *unfinished}):
        name = files.shown(path.relative_to(root).as_posix())
        half = "a run that was killed, or one that is under way, left it half written"
        yield Finding(
            "LIT313", name, values={"reason": half if path in unfinished else "it is no record; nobody reads it"}
        )


def _keys(path: Path) -> Iterator[Finding]:
    """What of the citation keys does not read or contradicts itself."""
    try:
        keys = remembered.read(path)
    except StoreError as error:
        yield _unreadable(path.name, _without(path, error))
        return
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(keys.works.keys() - keys.aliases.keys()):
        for name in dict.fromkeys(keys.works[key]):
            if not name.startswith(_WEAK):
                holders[name].append(key)
    for name in sorted(holders):
        if len(holders[name]) > 1:
            yield _contradiction(path.name, f"{name} stands under {' and '.join(holders[name])}")
    for old in sorted(keys.aliases):
        if keys.aliases[old] not in keys.works:
            yield _contradiction(path.name, f"the alias {old} leads to {keys.aliases[old]}, which is no key")


def _changes(path: Path) -> Iterator[Finding]:
    try:
        for number in changes.broken(path):
            yield _unreadable(path.name, "it is no line of what changed; remove the line", number)
    except StoreError as error:
        yield _unreadable(path.name, _without(path, error))


def _matches(path: Path) -> Iterator[Finding]:
    try:
        content = files.content(path)
        if content:
            msgspec.json.decode(content)
    except StoreError as error:
        yield _unreadable(path.name, _without(path, error))
    except files.UNREADABLE as error:
        yield _unreadable(path.name, f"{error}; remove the file, and the next run writes it again")


def _contradiction(name: str, reason: str) -> Finding:
    return Finding("LIT314", _name(name), values={"reason": reason})


def _unreadable(name: str, reason: str, line: int | None = None) -> Finding:
    return Finding("LIT303", _name(name), Place(line=line, column=line and 1), values={"reason": reason})


def _name(name: str) -> str:
    return f"references/{name}"


def _without(path: Path, error: StoreError) -> str:
    """The reason without the path, which the finding gives."""
    return files.shown(str(error).removeprefix(f"{path}: ").removeprefix("cannot be read: "))
