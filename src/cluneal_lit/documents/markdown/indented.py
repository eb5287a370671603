"""Code that Markdown shows by its indent alone, behind an empty line.

(https://spec.commonmark.org/0.31.2/#indented-code-blocks) What is indented below the item of a list, a footnote, a
definition or an admonition goes on with that, and is code from four blanks behind its text on; so may what begins as
such an item or as a tag of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.late import late
from cluneal_lit.model import Span

_ANY = re.compile(r"\n(?: {4}| {0,3}\t)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<said>[^\n]*)\n?")
_DEEP = 4
_MOST = 5  # blanks behind the sign of an item that are code themselves
_ITEM = late(r"(?:[-*+•]|\(?(?:\d{1,9}|[a-zA-Z#]|[ivxlcIVXLC]{2,5}|@\w{0,20})[.)])(?:(?P<blanks>[ \t]+)|$)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:|[:~](?:\s|$)|!!!|\?\?\?")
_OTHER = re.compile(r"\\?\[[^\]\n]{1,40}\\?\]|>|\||==|\{|<|```|~~~")
_HEADING = re.compile(r"#{1,6}\s|[=-]{3,}\s*$")
_NEVER = 1 << 30


class _Container(Struct, frozen=True):
    """From which columns on a line goes on with an item, and is code in it."""

    own: int
    code: int


def blocks(text: str, at: int) -> Iterator[Span]:
    """The spans of code by indent behind an offset."""
    within: list[_Container] = []
    free = True  # whether a block may begin in this line
    begun = end = -1
    for line in _LINE.finditer(text, at) if _ANY.search(text, at) else ():
        if not line["said"]:
            free = True
            continue
        column = len(line["indent"].expandtabs(_DEEP))
        if begun >= 0 and column >= _code(within):
            end = line.end("said")
            continue
        if begun >= 0:
            yield Span(begun, end, "code")
            begun = -1
        begins = _container(line["indent"], line["said"])
        if free or begins:
            _leave(within, column)
        if column >= _code(within) and free and not begins:
            begun, end = line.start(), line.end("said")
            continue
        if begins:
            within.append(begins)
        free = bool(_HEADING.match(line["said"]))
    if begun >= 0:
        yield Span(begun, end, "code")


def _code(within: list[_Container]) -> int:
    return within[-1].code if within else _DEEP


def _leave(within: list[_Container], column: int) -> None:
    """Leave what a line at this column does not go on with; a line that is indented at all goes on with something."""
    while within and column < within[-1].own and (not column or len(within) > 1):
        within.pop()


def _container(indent: str, said: str) -> _Container | None:
    """What a line begins that others go on with."""
    column = len(indent.expandtabs(_DEEP))
    if item := _ITEM.match(said):
        sign = len((indent + said[: item.start("blanks") if item["blanks"] else item.end()]).expandtabs(_DEEP))
        content = len((indent + item[0]).expandtabs(_DEEP))
        content = content if 0 < content - sign < _MOST else sign + 1
        return _Container(content, content + _DEEP)
    if _NOTE.match(said):
        return _Container(column + 1, column + 2 * _DEEP)
    return _Container(column + 1, _NEVER) if _OTHER.match(said) else None
