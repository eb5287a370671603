"""Rendered pieces by a digest of all that they were made from, so that what did not change is not rendered again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import msgspec
from markupsafe import Markup

NONE: Mapping[bytes, str] = MappingProxyType({})
# What is worth to be kept: filters of a work that give ready texts, and those that give cells or other data.
TEXTS = frozenset({"biblatex_fields", "bibtex_fields", "evidence_line", "nbib", "ris"})
CELLS = frozenset({"annotated", "evidence_row"})
_SMALL = frozenset({str, bool, int, type(None)})


class Pieces:
    """The texts that an earlier build made, `known`, and those that this one has used.

    A piece is made from the values that are handed to it and from nothing else, so that none can be out of date.
    """

    def __init__(self, known: Mapping[bytes, str] = NONE) -> None:
        self.known = known
        self.used: dict[bytes, Markup] = {}
        # With the value itself, so that no other gets its id.
        self._digests: dict[int, tuple[object, bytes]] = {}
        self._alone: dict[str, bytes] = {}  # the names of pieces that are made from no value

    def text(self, kind: str, values: Mapping[str, object], make: Callable[[], str]) -> Markup:
        """The text of a piece of a kind made from values. Raises TypeError for a value that is not made of data."""
        try:
            name = self._name(kind, values)
        except UnicodeEncodeError:  # half of a character, which no digest takes
            return Markup(make())
        text = self.used.get(name)
        if text is None:
            found = self.known.get(name)
            self.used[name] = text = Markup(make() if found is None else found)
        return text

    def _name(self, kind: str, values: Mapping[str, object]) -> bytes:
        if not values:
            return self._alone.get(kind) or self._alone.setdefault(kind, _digest(kind))
        told = [value if type(value) in _SMALL else self._digest(value) for value in values.values()]
        return _digest([kind, *values, *told])

    def _digest(self, value: object) -> bytes:
        if value == {}:
            return b""
        known = self._digests.get(id(value))
        if known is None:
            self._digests[id(value)] = known = (value, _digest(str(value) if isinstance(value, str) else value))
        return known[1]


def kept(pieces: Pieces, kind: str, filtered: Callable[..., object]) -> Callable[..., Markup]:
    """The filter of a format, by which a text is made once for the same values."""

    def made(*values: object, **named: object) -> Markup:
        given = {**{str(place): value for place, value in enumerate(values)}, **named}
        return pieces.text(kind, given, lambda: str(filtered(*values, **named)))

    return made


def kept_cells(pieces: Pieces, kind: str, filtered: Callable[..., object]) -> Callable[..., object]:
    """The same for a filter that gives what can be written as JSON."""
    text = kept(pieces, kind, lambda *values, **named: msgspec.json.encode(filtered(*values, **named)).decode())

    def made(*values: object, **named: object) -> object:
        try:
            return msgspec.json.decode(str(text(*values, **named)))
        except UnicodeEncodeError:
            return filtered(*values, **named)

    return made


def only(mapping: Mapping[str, object], keys: Iterable[str]) -> dict[str, object]:
    """What a mapping has for some keys, sorted."""
    if not mapping:
        return {}
    return {key: mapping[key] for key in sorted({*keys}) if key in mapping}


def name(content: object) -> str:
    """A name for what is made of data, of which another has another."""
    return _digest(content).hex()


def _digest(content: object) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(content), digest_size=16).digest()
