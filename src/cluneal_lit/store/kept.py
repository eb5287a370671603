"""What earlier runs of the same program made, in files of the cache, by digests of what it was made from.

A file consists of parts: a digest of the program and of what follows, its length, and by each name what was made. New
ones are added as a part; all is written anew when the names that nobody asks for any more are more than the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from struct import Struct
from typing import TypeVar

import msgspec

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files
from cluneal_lit.store.program import program

Form = TypeVar("Form", str, bytes)

_HEAD = Struct(">32sQ")


def read(file: Path, form: type[Form]) -> dict[bytes, Form]:
    """What is kept by its names; nothing of another program, or where the file is not as it was written."""
    try:
        rest = memoryview(files.content(file))
    except StoreError:
        return {}
    known: dict[bytes, Form] = {}
    while rest:
        if len(rest) < _HEAD.size:
            return {}
        digest, size = _HEAD.unpack_from(rest)
        part, rest = rest[_HEAD.size :][:size], rest[_HEAD.size :][size:]
        if len(part) != size or _digest(part) != digest:
            return {}
        known |= msgspec.msgpack.decode(part, type=dict[bytes, form])  # type: ignore[valid-type]
    return known


def remember(file: Path, known: Mapping[bytes, Form], used: Mapping[bytes, Form]) -> None:
    """Keep what a run used, where the cache can be written; `known` is what it read from this file."""
    new = {name: made for name, made in used.items() if name not in known}
    idle = len(known) + len(new) - len(used)
    try:
        if (new and not known) or idle > len(used):
            files.written(file, _part(used), durable=False)
        elif new:
            files.append(file, _part(new))
    except StoreError:
        return


def _part(made: Mapping[bytes, Form]) -> bytes:
    content = msgspec.msgpack.encode(made, enc_hook=str)  # also Markup
    return _HEAD.pack(_digest(content), len(content)) + content


def _digest(content: bytes | memoryview) -> bytes:
    of_program = hashlib.sha256(program().encode())
    of_program.update(content)
    return of_program.digest()
