"""CSV and its kin: values parted by commas, semicolons, tabs or bars, as spreadsheets and databases export them.

Quoted values may hold line ends and the sign that parts (RFC 4180); a quote that is never closed is a sign like others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.documents.rows import Cell, write
from cluneal_lit.model import Document, Place

_SIGNS = "\t;,|"
_NAMED = re.compile(r"sep=([^\w\s]|\t)\n", re.IGNORECASE)  # what Excel obeys, and writes
_SAMPLE_ROWS = 40
_SAMPLE = 100_000


def read(file: File) -> Document:
    """The document of a table; its text has a line for each row, tabs between the cells."""
    text = file.text
    named = _NAMED.match(text)
    sign = named[1] if named else parting(text)
    composed = Composed()
    write(composed, _rows(text, sign, named.end() if named else 0, 2 if named else 1))
    return composed.document(file.path, "csv")


def parting(text: str) -> str:
    """The sign that parts the values: the one by which most rows have as many values, and the most of them."""
    sample = text if len(text) <= _SAMPLE else text[:_SAMPLE].rpartition("\n")[0] or text[:_SAMPLE]
    return max(_SIGNS, key=lambda sign: _fit(sample, sign))


def _fit(sample: str, sign: str) -> tuple[float, int]:
    if sign not in sample:
        return 0.0, 0
    widths = Counter(len(row) for row in islice(_rows(sample, sign), _SAMPLE_ROWS) if len(row) > 1 or row[0].text)
    if not widths:
        return 0.0, 0
    width, rows = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]))
    return (rows / widths.total(), width) if width > 1 else (0.0, 0)


def _rows(text: str, sign: str, at: int = 0, line: int = 1) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    first, end, quoted = at, -1, True  # where the line begins and ends; whether quotes are believed
    while at < len(text):
        end = _line_end(text, at, end)
        if not row and '"' not in text[at:end]:
            yield _simple(text[at:end], sign, line)
            at = first = end + 1
            line += 1
            continue
        place = Place(line, at - first + 1)
        closing = _closing(text, at) if quoted and text.startswith('"', at) else -1
        quoted = quoted and not (text.startswith('"', at) and closing < 0)
        end = _line_end(text, max(at, closing + 1), end)
        stop = text.find(sign, max(at, closing + 1), end)
        stop = stop if stop >= 0 else end
        value = text[at:stop]
        if closing >= 0:
            place = Place(line, at - first + 2)
            value = text[at + 1 : closing].replace('""', '"') + text[closing + 1 : stop]
        ends = value.count("\n")
        row.append(Cell(value, (place, *(Place(line + further, 1) for further in range(1, ends + 1)))))
        if ends:
            line += ends
            first = text.rfind("\n", at, stop) + 1
        at = stop + 1
        if stop >= len(text) or text[stop] == "\n":
            yield row
            row, first, line = [], at, line + 1
        elif at >= len(text):
            row.append(Cell(""))
    if row:
        yield row


def _simple(line: str, sign: str, number: int) -> list[Cell]:
    """The cells of a line without quotes, which stand in the text as they do in the line."""
    first, *others = line.split(sign)
    return [Cell(first, (Place(number, 1),)), *(Cell(value) for value in others)]


def _closing(text: str, at: int) -> int:
    """Where the quote that opens here is closed; -1 where it is not."""
    found = text.find('"', at + 1)
    while found >= 0 and text.startswith('"', found + 1):
        found = text.find('"', found + 2)
    return found


def _line_end(text: str, at: int, known: int) -> int:
    """Where the line ends, unless it is known: a line may have a million values."""
    if at <= known:
        return known
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
