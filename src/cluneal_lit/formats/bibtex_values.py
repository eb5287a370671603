"""Where a value of BibTeX ends: a string in braces or quotes, a number, the name of a macro."""

from __future__ import annotations

import re

from msgspec import Struct

_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTED = re.compile(r"[{}\"]")
_UNESCAPED_QUOTED = re.compile(r"\\.|[{}\"]", re.DOTALL)
_BARE = re.compile(r"[^\s,#{}\"()=]+")


class Value(Struct, frozen=True):
    """A field's value: where it stands, and its parts, strings as they are and `macro` names still to be looked up."""

    start: int
    end: int
    parts: tuple[tuple[str, bool], ...]


def ending(text: str, at: int, limit: int, mend: bool) -> int:
    """Where a string, number or macro ends; -1 where none is."""
    opening = text[at : at + 1]
    if opening == "{":
        return balanced(text, at + 1, limit)
    if opening == '"':
        return _quoted(text, at + 1, limit, _UNESCAPED_QUOTED if mend else _QUOTED)
    bare = _BARE.match(text, at, limit)
    return bare.end() if bare else -1


def balanced(text: str, at: int, limit: int) -> int:
    """The place behind the brace that closes; escaped braces count, as for BibTeX, unless none closes then."""
    for pattern in (_BRACES, _UNESCAPED):
        depth = 1
        for match in pattern.finditer(text, at, limit):
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if not depth:
                return match.end()
    return -1


def _quoted(text: str, at: int, limit: int, pattern: re.Pattern[str]) -> int:
    depth = 0
    for match in pattern.finditer(text, at, limit):
        if match[0] == '"' and depth <= 0:
            return match.end()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return -1
