"""The blocks of a BibTeX or BibLaTeX file, each with where it stands; what in one is broken is told, not dropped.

As BibTeX reads them (https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf), with what every program beside it does:
`@comment{…}` ends at its brace, and what stands between blocks is no block. A block that is not closed ends where the
next one begins a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.formats.bibtex_values import Value, balanced, ending

_BLOCK = re.compile(r"@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*([^,={}\"\n]{0,300}?)[ \t]*(?:,|(?=[})\n]))")
_UNPARTED = re.compile(r"\s*([^\s,={}\"#()@%]+)[ \t]+(?=[A-Za-z][\w-]*\s*=)")  # `key title =`
_FIELD = re.compile(r"[\s,]*([^\s,={}\"#()@%]+(?:[ \t]+[^\s,={}\"#()@%]+)?)\s*=\s*")
# A field as most are: its value in braces, none within.
_REGULAR = re.compile(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*(\{([^{}]*+)\})(?=\s*+[,}])")
_JOIN = re.compile(r"\s*#\s*")
_CLOSE = re.compile(r"[\s,]*([})])")
_NO_BLANK = re.compile(r"[^\s,]")
NO_KEY, NO_COMMA = "it has no key", "a comma is missing behind its key"
# A line that begins with a field.
_LINE = re.compile(r"\n[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\d]")


class Block(Struct, frozen=True):
    """A block from `@` to its end: its type in lower case, key, and fields by name in lower case.

    `again` are further values of a field that an earlier one of the block has. `unkeyed` says what is wrong with its
    key, `fault` what else is broken, and `at` where; `rest` is then what could not be read.
    """

    start: int
    end: int
    kind: str
    key: str = ""
    fields: dict[str, Value] = {}
    again: tuple[tuple[str, Value], ...] = ()
    unkeyed: str = ""
    fault: str = ""
    at: int = 0
    rest: str = ""


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order, comments left out."""
    starts = [match.start() for match in _NEXT.finditer(text)]
    at, following, closable = 0, 0, True
    while begin := _BLOCK.search(text, at):
        while following < len(starts) and starts[following] <= begin.start():
            following += 1
        limit = starts[following] if following < len(starts) else len(text)
        if begin[1].lower() == "comment":
            end = balanced(text, begin.end(), len(text)) if closable else -1
            closable = end >= 0
            at = end if closable else begin.end()
            continue
        yield (block := _block(text, begin, limit))
        at = max(block.end, begin.end())


def _block(text: str, begin: re.Match[str], limit: int) -> Block:
    """The block; one that its braces do not close is read again, with every value ending before the next field."""
    kind = begin[1].lower()
    if kind == "preamble":
        end = balanced(text, begin.end(), limit)
        return Block(begin.start(), end if end >= 0 else limit, kind)
    block = _Reader(text, begin, limit, mend=False).block()
    return _Reader(text, begin, limit, mend=True).block() if block.fault else block


class _Reader:
    """A block while it is read; `mend` says to go on behind what is broken."""

    def __init__(self, text: str, begin: re.Match[str], limit: int, *, mend: bool) -> None:
        self._text, self._begin, self._limit, self._mend = text, begin, limit, mend
        self._at = begin.end()
        self._fields: dict[str, Value] = {}
        self._again: list[tuple[str, Value]] = []
        self._faults: list[tuple[str, int]] = []
        self._rest: list[str] = []
        self._lines = [line.start() for line in _LINE.finditer(text, begin.end(), limit)] if mend else []

    def block(self) -> Block:
        kind, close = self._begin[1].lower(), "}" if self._begin[2] == "{" else ")"
        key, unkeyed = ("", "") if kind == "string" else self._key()
        self._regular()
        while not (end := _CLOSE.match(self._text, self._at, self._limit)):
            if not self._field():
                break
            self._regular()
        if end:
            self._at = end.end()
            if end[1] != close:
                self._fault(f"it begins with {self._begin[2]} and ends with {end[1]}", end.start(1))
        fault, where = self._faults[0] if self._faults else ("", 0)
        rest = "\n".join(self._rest)
        again = tuple(self._again)
        return Block(self._begin.start(), self._at, kind, key, self._fields, again, unkeyed, fault, where, rest)

    def _fault(self, reason: str, at: int) -> None:
        self._faults.append((reason, at))

    def _key(self) -> tuple[str, str]:
        """The key, and what is wrong with it, in words."""
        found = _KEY.match(self._text, self._at, self._limit)
        unparted = None if found else _UNPARTED.match(self._text, self._at, self._limit)
        self._at = found.end() if found else unparted.end() if unparted else self._at
        if unparted:
            return unparted[1], NO_COMMA
        return (found[1], "") if found and found[1] else ("", NO_KEY)

    def _regular(self) -> None:
        """Read the fields that are as most are."""
        while not self._mend and (regular := _REGULAR.match(self._text, self._at, self._limit)):
            start, self._at = regular.span(2)
            self._add(regular[1].lower(), Value(start, self._at, ((regular[3], False),)))

    def _field(self) -> bool:
        """Read a field; whether the block goes on behind it."""
        name = _FIELD.match(self._text, self._at, self._limit)
        value = self._value(name.end(), self._line(name.end())) if name else None
        if name and value:
            self._add(name[1].lower(), value)
            self._at = value.end
            return True
        written = _NO_BLANK.search(self._text, self._at, self._limit)
        if not written:
            self._fault("it is not closed", self._begin.start())
            self._at = self._ending()
            return False
        self._fault(f"the value of {name[1]} is not closed" if name else "a field has no = or value", written.start())
        return self._skip(name)

    def _add(self, word: str, value: Value) -> None:
        if word in self._fields:
            self._again.append((word, value))
        else:
            self._fields[word] = value

    def _line(self, at: int) -> int:
        """Where, behind a place, the next field begins a line; the block's limit where none was found or sought."""
        place = bisect_left(self._lines, at)
        return self._lines[place] if place < len(self._lines) else self._limit

    def _ending(self) -> int:
        return max(self._at, self._begin.start() + len(self._text[self._begin.start() : self._limit].rstrip()))

    def _skip(self, name: re.Match[str] | None) -> bool:
        """Go on where the next field begins a line; what lies between is that of the field which is not closed."""
        end = self._line(name.end() if name else self._at + 1)
        further = end < self._limit
        end = end if further else self._ending()
        if name and self._mend:
            left = self._text[name.end() : end].strip(' \t\n,{}"')
            self._add(name[1].lower(), Value(name.end(), end, ((left, False),)))
        else:
            self._rest.append(self._text[self._at : end].strip(", \t\n"))
        self._at = end
        return further

    def _value(self, at: int, limit: int) -> Value | None:
        """The value that begins here; None for one that does not end."""
        start, parts = at, []
        while True:
            end = ending(self._text, at, limit, self._mend)
            if end < 0:
                return None
            written = self._text[at:end]
            string = written[:1] in ("{", '"')
            parts.append((written[1:-1] if string else written, not string and not written.isdigit()))
            joined = _JOIN.match(self._text, end, self._limit)
            if not joined:
                return Value(start, end, tuple(parts))
            at = joined.end()
