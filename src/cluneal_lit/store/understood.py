"""What large library files say, kept in the cache, so that one that did not change is not read again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from cluneal_lit.errors import StoreError
from cluneal_lit.formats.exchange import Reading
from cluneal_lit.store import bibliographies, built, files

_FOLDER = "library"
_DIGEST = 64  # hex digits before what is kept: half a file, or one that somebody changed, is none
_LARGE = 2**16  # bytes; to read fewer takes no longer than to see that the program is the same


def read(content: bytes, name: str) -> Reading:
    """The records of a library file, and findings for what in it is wrong. Raises StoreError for what is none."""
    records, told = bibliographies.read(content, name)
    return records, (*told, *bibliographies.refused(content, name))


def kept(cache: Path, content: bytes, name: str) -> tuple[Reading, str]:
    """The same, from the cache where it is there, and the name under which it is, or could be, kept there.

    Of a small file nothing is kept, and the name is empty.
    """
    if len(content) < _LARGE:
        return read(content, name), ""
    own = files.digest(f"{built.program()} {name}\n".encode() + content)
    try:
        found = files.content(cache / _FOLDER / own)
        if files.digest(found[_DIGEST:]).encode() == found[:_DIGEST]:
            return msgspec.msgpack.decode(found[_DIGEST:], type=Reading), own
    except StoreError:
        pass
    return read(content, name), own


def remember(cache: Path, readings: dict[str, Reading]) -> None:
    """Keep these readings by their names, and nothing else, where the cache can be written."""
    folder = cache / _FOLDER
    try:
        for name, reading in readings.items():
            if not (folder / name).exists() and (content := _same(reading)):
                files.written(folder / name, files.digest(content).encode() + content, durable=False)
        _remove_all_but(folder, readings)
    except StoreError:
        return


def _same(reading: Reading) -> bytes:
    """What gives the same reading again; nothing where none does: a tuple that nobody declared, half of a character."""
    try:
        content = msgspec.msgpack.encode(reading)
    except UnicodeEncodeError:
        return b""
    return content if msgspec.msgpack.decode(content, type=Reading) == reading else b""


def _remove_all_but(folder: Path, names: Collection[str]) -> None:
    for file in folder.glob("*") if folder.is_dir() else ():
        if file.name not in names:
            files.remove(file)
