"""`references/lock.jsonl`: for every identifier, who was asked, on which day, and what came of it.

While a run goes on lines are appended, what changed first, the record second and its line last; a later line wins. At
the end the file is written anew, sorted. A record without its line was interrupted, and is asked again.

`pubmed-doi/doi:…` is no answer of the DOI's registry: it says under which PMID PubMed has the work (`elsewhere`), or
that on that day it did not have it (`absent`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from cluneal_lit import days
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked
from cluneal_lit.store import files

Lock = dict[str, Asked]

_decode = msgspec.json.Decoder(Asked).decode


def read(path: Path) -> Lock:
    """The lock, by record key. A last line cut off by a kill is passed over: its record is asked again.

    Raises StoreError for any other line that does not read.
    """
    lock: Lock = {}
    for number, line in lines(path):
        if not isinstance(line, Asked):
            raise StoreError(f"{path}:{number}: is no line of the lock ({line}); remove the line") from line
        lock[line.key] = line
    return lock


def lines(path: Path) -> Iterator[tuple[int, Asked | Exception]]:
    """Each line with its number from 1, as what it says or what is wrong with it; without blank ones and a last one
    that a kill cut off."""
    texts = files.content(path).split(b"\n")
    for number, text in enumerate(texts, 1):
        if not text.strip():
            continue
        try:
            yield number, _line(text)
        except files.UNREADABLE as error:
            if number < len(texts):
                yield number, error


def append(path: Path, *lines: Asked) -> None:
    """Add lines; whoever begins to append has written the lock anew before, so that no line is cut off."""
    files.append_line(path, b"\n".join(map(msgspec.json.encode, lines)))


def write(path: Path, lock: Lock) -> bool:
    """Write the lock sorted; say whether that changed the file."""
    if not lock and not path.exists():
        return False
    return files.written(path, b"".join(msgspec.json.encode(lock[key]) + b"\n" for key in sorted(lock)))


def _line(text: bytes) -> Asked:
    """A line whose day, which is printed as it stands, is one. Raises DecodeError for any other."""
    line = _decode(text)
    if line.day and not days.is_day(line.day):
        raise msgspec.DecodeError(f"its day {line.day!r} is none; days are written 2026-11-20")
    return line
