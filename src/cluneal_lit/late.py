"""Regular expressions that are compiled when they are first used, and not where an earlier run compiled them."""

from __future__ import annotations

import importlib
import re
from array import array
from collections.abc import Callable
from functools import cached_property
from typing import Any, AnyStr, cast

import msgspec

# What `re.compile` does itself, in two steps: Python makes numbers of the expression, and C a pattern of the numbers.
# Where a Python does it otherwise, all is left to `re.compile`.
_compiler: Any = importlib.import_module("re._compiler")


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, for one that takes a tenth of a millisecond or more to compile in a module that every command loads:
    each start would pay for it, and few runs use it. What reads one format is itself loaded when it is used: there
    `re.compile` serves. It has the methods of a compiled one, as in `PATTERN.search(text)`; `re.search` does not take
    it.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has by that name; then all of it stands here, so that further uses cost nothing."""
        compiled = _patterns.pattern(self.pattern, self._flags)
        vars(self).update({own: getattr(compiled, own) for own in dir(compiled) if not own.startswith("_")})
        return getattr(compiled, name)


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """What an expression compiles to: the flags with those in its text, the numbers that C takes, as this machine
    writes them, and its groups."""

    flags: int
    numbers: bytes
    groups: int
    names: dict[str, int]


class Patterns:
    """What expressions compile to, by what they are: `known` from earlier runs, `new` from this one."""

    def __init__(self, read: Callable[[], dict[bytes, bytes]] = dict) -> None:
        self._read = read
        self.new: dict[bytes, bytes] = {}

    @cached_property
    def known(self) -> dict[bytes, bytes]:
        """What earlier runs left, read when the first pattern is used."""
        return self._read()

    def pattern(self, expression: str | bytes, flags: int) -> re.Pattern[Any]:
        """The pattern as `re.compile` gives it. Raises re.error."""
        name = repr((expression, int(flags))).encode()  # halves of characters too
        try:
            if (kept := self.known.get(name)) is not None:
                return _made(expression, msgspec.msgpack.decode(kept, type=Compiled))
            compiled = _compiled(expression, flags)
            self.new[name] = msgspec.msgpack.encode(compiled)
            return _made(expression, compiled)
        except (AttributeError, TypeError, RuntimeError, msgspec.DecodeError):
            return re.compile(expression, flags)


def _compiled(expression: str | bytes, flags: int) -> Compiled:
    parsed = _compiler._parser.parse(expression, flags)
    numbers = array("I", _compiler._code(parsed, flags)).tobytes()
    return Compiled(int(flags | parsed.state.flags), numbers, parsed.state.groups, parsed.state.groupdict)


def _made(expression: str | bytes, compiled: Compiled) -> re.Pattern[Any]:
    names: list[str | None] = [None] * compiled.groups
    for name, at in compiled.names.items():
        names[at] = name
    numbers = memoryview(compiled.numbers).cast("I").tolist()
    sre = _compiler._sre
    pattern = sre.compile(expression, compiled.flags, numbers, compiled.groups - 1, compiled.names, tuple(names))
    return cast("re.Pattern[Any]", pattern)


_patterns = Patterns()


def take_from(read: Callable[[], dict[bytes, bytes]]) -> Patterns:
    """Take what earlier runs compiled from where they left it. Returns what knows which are new."""
    global _patterns
    _patterns = Patterns(read)
    return _patterns
