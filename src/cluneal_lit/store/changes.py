"""`references/changes.jsonl`: what refreshes saw change, run after run; within a run sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit import days
from cluneal_lit.store import files


class Change(Struct, frozen=True):
    """What a refresh saw change, a line of `references/changes.jsonl`.

    `work` is the record's name in the store, `source/id`; `field` one of its fields, or `state`, that of its line.
    """

    day: str
    work: str
    field: str
    old: str
    new: str


def begin(path: Path) -> int:
    """Give a last line that a kill cut off up, end a whole one, and say how many bytes stand before this run's.

    What the line said is seen and told again: its record was not written.
    """
    content = files.content(path)
    whole, _, last = content.rpartition(b"\n")
    if last:
        kept = whole + b"\n" if whole else b""
        content = content + b"\n" if _is_change(last) else kept
        files.written(path, content)
    return len(content)


def read(path: Path) -> tuple[Change, ...]:
    """What was seen to change, in the order of the file; lines that are none are passed over."""
    return tuple(
        msgspec.json.decode(line, type=Change) for line in files.content(path).splitlines() if _is_change(line)
    )


def broken(path: Path) -> Iterator[int]:
    """The numbers, from 1, of the lines that are no changes, without blank ones and a last one that a kill cut off."""
    texts = files.content(path).split(b"\n")
    yield from (number for number, text in enumerate(texts[:-1], 1) if text.strip() and not _is_change(text))


def append(path: Path, changes: Iterable[Change]) -> None:
    """Add changes, unless they are the last that were added: then the run that added them was killed behind it."""
    lines = b"\n".join(msgspec.json.encode(change) for change in changes)
    if lines and not files.ends_with(path, lines + b"\n"):
        files.append_line(path, lines)


def end(path: Path, start: int) -> bool:
    """Sort the lines behind the first `start` bytes, which came as answers arrived, and give up those that tell again
    what a run told that was killed before it stored it; say whether that changed the file.

    Only for a run that was not broken off: the next one knows by the last lines what was told and not yet stored.
    """
    content = files.content(path)
    lines = (*content[:start].splitlines(keepends=True), *sorted(content[start:].splitlines(keepends=True)))
    return bool(lines) and files.written(path, b"".join(_once(lines)))


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines without those that tell again, on whatever day, what was last told of their field: no value becomes
    another twice without having come back."""
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for line in lines:
        if _is_change(line):
            told = msgspec.json.decode(line, type=Change)
            where, what = (told.work, told.field), (told.old, told.new)
            if last.get(where) == what:
                continue
            last[where] = what
        yield line


def _is_change(line: bytes) -> bool:
    try:
        return days.is_day(msgspec.json.decode(line, type=Change).day)
    except files.UNREADABLE:
        return False
