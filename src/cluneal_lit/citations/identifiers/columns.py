"""Identifiers in a table's column: bare numbers below a cell that says what they are, cells parted by tabs or bars.

A list of one column is a table too where its head stands alone in a line. A cell of several lines ends the line of its
row, and what stands behind it has lines of its own; so the lines between two rows belong to the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit.citations.identifiers import cells
from cluneal_lit.citations.identifiers.cells import LONGEST, LONGEST_LINE, line_end
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.formats import anew
from cluneal_lit.late import late

_CUES = ("pmid", "pubmed", "pub med", "pmc", "arxiv", "isbn", "doi")
_SIGNS = ("\t", "|")
_MOST_COLUMNS = 300
_MOST_LOOSE = 12  # lines of the cells of one row
_BLANK = " \t|"
_TITLE = late(r"(?:table|tab\.|tabelle|tableau|tabla|tabela|box|fig)", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d;, ]{6,}")


def hits(text: Text) -> Iterator[Hit]:
    """The identifiers below a head such as PMID, row by row, down to the end of the table or the heads of another."""
    seen = -1
    for at in sorted({*text.positions(*_CUES)}):
        start = text.text.rfind("\n", 0, at) + 1
        if start <= seen:
            continue
        seen = start
        end = line_end(text.text, start)
        line = text.text[start:end] if end - start < LONGEST_LINE else ""
        if kind := cells.kind(line):
            yield from _list(text.text, end + 1, kind)
        for sign in _SIGNS:
            for column, head in enumerate(line.split(sign, _MOST_COLUMNS) if sign in line else ()):
                if kind := cells.kind(head):
                    yield from _below(text.text, end + 1, sign, column, kind)


def is_head(text: str, at: int) -> bool:
    """Whether the word at the offset stands at the head of a column, or alone in its line above a number alone."""
    if text[at - 1 : at] in ("\t", "|"):
        return True
    start, end = text.rfind("\n", 0, at) + 1, line_end(text, at)
    below = text[end + 1 : line_end(text, end + 1)]
    kind = cells.kind(text[start:end])
    return bool(kind and not text[start:end].rstrip().endswith(":") and list(cells.hits(kind, below, 0)))


def _list(text: str, at: int, kind: str) -> Iterator[Hit]:
    """The identifiers of the lines below a head, one or more a line, up to a line that holds something else,
    or two blank ones."""
    blank = False
    while at < len(text):
        end = line_end(text, at)
        found = list(cells.hits(kind, text[at:end], at)) if end - at < LONGEST else []
        if not found and (blank or text[at:end].strip()):
            return
        blank = not found
        yield from found
        at = end + 1


def _below(text: str, at: int, sign: str, column: int, kind: str) -> Iterator[Hit]:
    blank = loose = False  # whether a blank line, or one of a cell's own, stands above
    while at < len(text):
        end = line_end(text, at)
        row = text[at:end] if end - at < LONGEST_LINE else ""
        written = row.split(sign)
        if len(written) < 2 and row.strip():
            if not (sign == "\t" and _goes_on(text, at)) and (blank or not _NUMBERS.fullmatch(row)):
                return
            loose = True
            yield from cells.hits(kind, row, at) if _NUMBERS.fullmatch(row) else ()
        elif row == anew.SHEET or anew.begins(written, (column,), blank) or cells.kind(_at(written, column)) == kind:
            return
        elif len(written) > column and len(written[column]) < LONGEST:
            begin = at + sum(len(cell) + 1 for cell in written[:column])
            found = list(cells.hits(kind, written[column], begin))
            if loose and not found and written[column].strip():
                return
            loose = False
            yield from found
        blank = not row.strip(_BLANK)
        at = end + 1


def _at(written: Sequence[str], column: int) -> str:
    return written[column] if column < len(written) else ""


def _goes_on(text: str, at: int) -> bool:
    """Whether another row follows the lines that begin here: then they are those of a cell, else of what stands below
    the table."""
    for _ in range(_MOST_LOOSE):
        end = line_end(text, at)
        line = text[at:end]
        if "\t" in line:
            return True
        if end >= len(text) or end - at >= LONGEST or line == anew.SHEET or _TITLE.match(line):
            return False
        at = end + 1
    return False
