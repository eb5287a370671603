"""Identifiers in tables whose columns stand under a rule that shows how wide they are.
(https://pandoc.org/MANUAL.html#extension-simple_tables)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cluneal_lit.citations.identifiers import cells
from cluneal_lit.citations.identifiers.cells import LONGEST_LINE, line_end
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

# A rule has gaps between its columns; reStructuredText writes `=` for the dash.
_RULE = late(r"[ \t>]*(?:(?:-{2,} +)+-{2,}|(?:={2,} +)+={2,})[ \t]*")
_STROKE = re.compile(r"[-=]+")
_NO_ROW = late(r"[ \t>]*(?:-[- ]*|=[= ]*)")
_MOST_HEAD_LINES = 4


def hits(text: Text) -> Iterator[Hit]:
    """The identifiers of the tables whose columns a rule below their heads shows."""
    seen = -1
    for at in sorted({*text.positions("---", "===")}):
        start, end = text.text.rfind("\n", 0, at) + 1, line_end(text.text, at)
        if start <= seen:
            continue
        seen = start
        if end - start < LONGEST_LINE and _RULE.fullmatch(text.text, start, end):
            begins = [0, *(found.start() - start for found in [*_STROKE.finditer(text.text, start, end)][1:])]
            above, parted = _heads_above(text.text, start, begins)
            for column, head in enumerate(above):
                if kind := cells.kind(head):
                    yield from _under(text.text, end + 1, [*begins, LONGEST_LINE][column : column + 2], parted, kind)


def is_ruled(text: str, at: int) -> bool:
    """Whether the line of the offset stands above a rule that shows columns."""
    below = line_end(text, at) + 1
    return bool(_RULE.fullmatch(text, below, line_end(text, below)))


def _heads_above(text: str, at: int, begins: Sequence[int]) -> tuple[list[str], bool]:
    """The heads of columns above a rule. Below another rule they may be of several lines, and blank lines part the rows
    of such a table: then the second value is true."""
    rows: list[list[str]] = []
    while at and len(rows) <= _MOST_HEAD_LINES:
        start = text.rfind("\n", 0, at - 1) + 1
        line = text[start : at - 1]
        if _NO_ROW.fullmatch(line):
            return [" ".join(filter(None, each)) for each in zip(*reversed(rows), strict=True)], True
        if not line.strip():
            break
        rows.append(_cells(line, begins))
        at = start
    return (rows[0] if rows else []), False


def _cells(line: str, begins: Sequence[int]) -> list[str]:
    return [line[start:end].strip() for start, end in pairwise((*begins, len(line) + begins[-1]))]


def _under(text: str, at: int, cell: Sequence[int], parted: bool, kind: str) -> Iterator[Hit]:
    """The identifiers of one column, row by row, down to the end of the table."""
    while at < len(text):
        end = line_end(text, at)
        row = text[at:end] if end - at < LONGEST_LINE else ""
        if _NO_ROW.fullmatch(row) or (not row.strip() and not parted):
            return
        yield from cells.hits(kind, row[cell[0] : cell[1]], at + cell[0])
        at = end + 1
