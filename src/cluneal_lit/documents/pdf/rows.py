"""The rows of a column: pieces of one height put together, and whether they are cells or words set far apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from cluneal_lit.documents.pdf.lines import HIGHEST, Line, is_raised, joined

_ROW = 0.35
_EVEN = 0.3  # of the height of a font: by how much blanks of one line differ
_WORDS = 1.6  # … and how wide they may be where others of the line were not told from those of a text
_LOOSEST = 4  # … of two words
_EDGE = 0.2
_PITCH = 1.6
_NEAR = 2
_LABEL = re.compile(r"[\[(]?\d{1,4}(?:[\])][.:]?|\.)\s")  # stands at its own distance

_HEIGHT, _LEFT = attrgetter("y"), attrgetter("x0")

Row = Sequence[Line]


def in_rows(lines: Iterable[Line]) -> list[Line]:
    """The lines from top to bottom, those of one height made one; a tab parts what stands far apart."""
    rows: list[list[Line]] = []
    for line in sorted(sorted(lines, key=_LEFT), key=_HEIGHT, reverse=True):
        if rows and _is_in_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        if len(row) > 1:
            row.sort(key=_LEFT)
    return [row[0] if len(row) == 1 else _row(rows, at) for at, row in enumerate(rows)]


def _is_in_row(row: Row, line: Line) -> bool:
    """Whether a line stands in a row; no line of the row stands lower than it does."""
    if row[-1].y - line.y >= HIGHEST * max(row[0].size, row[-1].size, line.size):
        return False
    first = row[-1] if is_raised(row[0], row[-1]) else row[0]
    near = abs(first.y - line.y) < _ROW * max(first.size, line.size)
    return (near or any(is_raised(each, line) for each in row)) and all(
        line.x0 > each.x1 - 1 or line.x1 < each.x0 + 1 for each in row
    )


def _row(rows: Sequence[Row], at: int) -> Line:
    whole = reduce(joined, rows[at])
    if "\t" in whole.text and _is_even(rows[at]) and _is_filled(rows, at):
        return replace(whole, text=whole.text.replace("\t", " "))
    return whole


def _is_even(row: Row) -> bool:
    """Whether the blanks of a row are of one width, as those of a justified line are."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    size = row[0].size
    words = max(gaps) < _WORDS * size or not any(" " in _LABEL.sub("", piece.text) for piece in row)
    words = words and (len(gaps) > 1 or gaps[0] < _LOOSEST * size)
    return words and max(gaps) - min(gaps) < _EVEN * size


def _is_filled(rows: Sequence[Row], at: int) -> bool:
    """Whether a row ends where a whole line near it does."""
    end = rows[at][-1]
    near = [row[0] for row in rows[max(0, at - _NEAR) : at + _NEAR + 1] if len(row) == 1 and " " in row[0].text]
    return any(
        abs(line.x1 - end.x1) < _EDGE * end.size and abs(line.y - end.y) < _NEAR * _PITCH * end.size for line in near
    )
