"""The rows of CSV and its kin."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

# The module's own limit of 128 kB would make an error of a long abstract; how much is read is for the caller to say.
csv.field_size_limit(2**31 - 1)

PARTING = "\n\n"  # between several values in a cell of ours
# What a spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection); with a sign before it,
# which is taken off where we read it, it is text.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
SIGNS = "\t;,|"
NAMED = re.compile(r"sep=([^\w\s]|\t)\n", re.IGNORECASE)  # what Excel obeys, and writes


def guarded(cell: str) -> str:
    """The text of a cell, safe to open in a spreadsheet."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text of a cell as it was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell


def line(cells: Iterable[str]) -> str:
    """The cells as a row of CSV, with its line break."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def rows(text: str, sign: str) -> Iterator[tuple[int, list[str]]]:
    """Each row, with the line where it begins, counted from 1; a quote that is never closed is a sign like others."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        begun = at
        reader = csv.reader((f"{line}\n" for line in islice(lines, at, None)), delimiter=sign)
        for row in reader:
            end = at + reader.line_num
            if end >= len(lines) and _is_open(lines[begun:]):
                break
            yield begun + 1, row
            begun = end
        else:
            return
        yield begun + 1, lines[begun].split(sign)
        at = begun + 1


def _is_open(lines: Sequence[str]) -> bool:
    """Whether what reads as one row is one only because a quote in it is not closed."""
    return len(lines) > 1 and sum(line.count('"') for line in lines) % 2 == 1
