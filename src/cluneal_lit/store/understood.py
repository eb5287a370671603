"""What documents, files and records of the store say, in the cache, so that only what changed is understood again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from cluneal_lit.store import kept

Meaning = TypeVar("Meaning")


class Understood:
    """What earlier runs understood, and this one uses; nothing without a `cache`, in which `name` is its file. With
    `keep`, for who holds the writer's lock, `remember` writes it there."""

    def __init__(self, cache: Path | None = None, name: str = "understood", *, keep: bool = False) -> None:
        self._file = cache / name if cache else None
        self._keep = keep
        self._used: dict[bytes, bytes] = {}

    def once(self, kind: Any, made_from: object, make: Callable[[], Meaning]) -> Meaning:
        """What is made from this and from nothing else, of a type, whether it is kept or made now."""
        if not self._file:
            return make()
        try:
            name = hashlib.blake2b(
                msgspec.msgpack.encode((repr(kind), made_from), enc_hook=list), digest_size=16
            ).digest()
        except UnicodeEncodeError:  # half of a character
            return make()
        if (content := self._known.get(name)) is not None:
            self._used[name] = content
            kept_meaning: Meaning = msgspec.msgpack.decode(content, type=kind)
            return kept_meaning
        meaning = make()
        if self._keep and (content := _same(meaning, kind)):
            self._used[name] = content
        return meaning

    def remember(self) -> None:
        """Keep what was used and nothing else, where it may be written and can."""
        if self._file and self._keep:
            kept.remember(self._file, self._known, self._used)

    @cached_property
    def _known(self) -> dict[bytes, bytes]:
        return kept.read(self._file, bytes) if self._file else {}


def _same(meaning: object, kind: Any) -> bytes:
    """What gives the same again; nothing where none does: a tuple that nobody declared, half of a character."""
    try:
        content = msgspec.msgpack.encode(meaning)
    except UnicodeEncodeError:
        return b""
    return content if msgspec.msgpack.decode(content, type=kind) == meaning else b""
