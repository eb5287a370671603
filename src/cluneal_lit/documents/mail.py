"""E-mail whose lines and letters are broken by `=`, as the encoding called quoted-printable has it. (RFC 2045, 6.7)"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterator

_HEAD = re.compile(r"^Content-Transfer-Encoding:[ \t]*quoted-printable[ \t]*$", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
_PART = re.compile(r"^--\S", re.MULTILINE)
_PLAIN = re.compile(r"[^\n]*\n|[^\n]+")
_BROKEN = re.compile(r"(?:[^\n]*=[ \t]*\n)*+(?:[^\n]*\n|[^\n]+)")
_NEAR = 500


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a mail, each with the number of its first in the source; none of a text without that encoding."""
    number = 1
    for start, end, charset in _parts(text):
        for line in (_BROKEN if charset else _PLAIN).finditer(text, start, end):
            yield number, _decoded(line[0], charset) if charset else line[0]
            number += line[0].count("\n")


def _parts(text: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a text one after another, each with its character set where it is encoded."""
    at = 0
    for head in _HEAD.finditer(text):
        start = text.find("\n\n", head.end()) + 2
        if start < 2 or head.start() < at:
            continue
        ends = _PART.search(text, start)
        end = ends.start() if ends else len(text)
        told = _CHARSET.search(text, max(at, head.start() - _NEAR), start)
        yield from ((at, start, ""), (start, end, told[1] if told else "utf-8"))
        at = end
    if at:
        yield at, len(text), ""


def _decoded(line: str, charset: str) -> str:
    try:
        return quopri.decodestring(line.encode()).decode(codecs.lookup(charset).name, "replace")
    except LookupError:
        return line
