"""Rendered pieces in the cache, for the next build by the same program."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cluneal_lit.errors import StoreError
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.store import built, files

_FILE = "pieces"
_DIGEST = 64  # hex digits before the pieces: half a file, or one that somebody changed, is none


def read(cache: Path) -> Pieces:
    """The pieces of the last build; none of another program, or where the file is not as it was written."""
    try:
        content = files.content(cache / _FILE)
    except StoreError:
        return Pieces()
    digest, pieces = content[:_DIGEST], content[_DIGEST:]
    if files.digest(built.program().encode() + pieces).encode() != digest:
        return Pieces()
    return Pieces(msgspec.msgpack.decode(pieces, type=dict[bytes, str]))


def remember(cache: Path, pieces: Pieces) -> None:
    """Keep what a build used, and nothing else, where the cache can be written."""
    if pieces.used.keys() == pieces.known.keys():
        return
    content = msgspec.msgpack.encode({name: str(text) for name, text in pieces.used.items()})
    digest = files.digest(built.program().encode() + content).encode()
    try:
        files.written(cache / _FILE, digest + content, durable=False)
    except StoreError:
        return
