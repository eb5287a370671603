"""Identifiers in a table's column: bare numbers below a cell that says what they are, cells parted by tabs or bars, or
under a rule that shows how wide the columns are. (https://pandoc.org/MANUAL.html#extension-simple_tables)

A list of one column is a table too where its head stands alone in a line. What a spreadsheet made of a number is read
where no digit is lost (`29656623.0`, `2.9656623E+07`), and is malformed where digits are (`2.97E+07`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers import torn
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.formats import anew, heads

_CUES = ("pmid", "pubmed", "pub med", "pmc", "arxiv", "isbn", "doi")
_VALUES = {
    "pmid": re.compile(r"(?<![\w.,/-])\d{5,8}(?![\w/-]|[.,]\d)"),
    "pmcid": re.compile(r"(?<![\w.,/-])\d{5,9}(?![\w/-]|[.,]\d)"),
    "arxiv": re.compile(r"(?<![\w./-])(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?![\w./])"),
    "isbn": re.compile(r"(?<![\w-])(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx](?![\w-])"),
}
_ONLY = {
    "pmid": re.compile(r"[\s\d;,/&]*"),
    "pmcid": re.compile(r"(?:[\s\d;,/&]|PMC)*"),
    "arxiv": re.compile(r"[\s\w;,/.-]*"),
    "isbn": re.compile(r"[\s\dXx;,/-]*"),
}
_TOO_LONG = re.compile(r"\d{9,12}")
_SIGNS = ("\t", "|")
# A rule has gaps between its columns; reStructuredText writes `=` for the dash.
_RULE = re.compile(r"[ \t>]*(?:(?:-{2,} +)+-{2,}|(?:={2,} +)+={2,})[ \t]*")
_STROKE = re.compile(r"[-=]+")
_NO_ROW = re.compile(r"[ \t>]*(?:-[- ]*|=[= ]*)")
_MOST_HEAD_LINES = 4
_MOST_COLUMNS = 300
_LONGEST_LINE = 100_000
_LONGEST_CELL = 200
_BLANK = " \t|"


def hits(text: Text) -> Iterator[Hit]:
    """The identifiers below a head such as PMID, row by row, down to the end of the table or the heads of another."""
    seen = -1
    for at in sorted({*text.positions(*_CUES)}):
        start = text.text.rfind("\n", 0, at) + 1
        if start <= seen:
            continue
        seen = start
        end = _line_end(text.text, start)
        line = text.text[start:end] if end - start < _LONGEST_LINE else ""
        if _kind(line):
            yield from _list(text.text, end + 1, _kind(line))
        for sign in _SIGNS:
            for column, head in enumerate(line.split(sign, _MOST_COLUMNS) if sign in line else ()):
                if kind := _kind(head):
                    yield from _below(text.text, end + 1, sign, column, kind)
    yield from _ruled(text)


def is_head(text: str, at: int) -> bool:
    """Whether the word at the offset stands at the head of a column, or alone in its line above a number alone."""
    if text[at - 1 : at] in ("\t", "|"):
        return True
    start, end = text.rfind("\n", 0, at) + 1, _line_end(text, at)
    below = text[end + 1 : _line_end(text, end + 1)]
    kind = _kind(text[start:end])
    return bool(kind and not text[start:end].rstrip().endswith(":") and list(_in_cell(kind, below, 0)))


def is_ruled(text: str, at: int) -> bool:
    """Whether the line of the offset stands above a rule that shows columns."""
    below = _line_end(text, at) + 1
    return bool(_RULE.fullmatch(text, below, _line_end(text, below)))


def _kind(head: str) -> str:
    found = heads.field(head) if len(head) < _LONGEST_CELL else ""
    return found if found in _VALUES or found == "doi" else ""


def _list(text: str, at: int, kind: str) -> Iterator[Hit]:
    """The identifiers of the lines below a head, one or more a line, up to a line that holds something else."""
    while at < len(text):
        end = _line_end(text, at)
        found = list(_in_cell(kind, text[at:end], at)) if end - at < _LONGEST_CELL else []
        if not found:
            return
        yield from found
        at = end + 1


def _below(text: str, at: int, sign: str, column: int, kind: str) -> Iterator[Hit]:
    blank = False
    while at < len(text):
        end = _line_end(text, at)
        row = text[at:end] if end - at < _LONGEST_LINE else ""
        cells = row.split(sign)
        if (len(cells) < 2 and row.strip()) or (len(cells) > column and _kind(cells[column]) == kind):
            return
        if row == anew.SHEET or anew.begins(cells, (column,), blank):
            return
        blank = not row.strip(_BLANK)
        if len(cells) > column and len(cells[column]) < _LONGEST_CELL:
            begin = at + sum(len(cell) + 1 for cell in cells[:column])
            yield from _in_cell(kind, cells[column], begin)
        at = end + 1


def _ruled(text: Text) -> Iterator[Hit]:
    """The identifiers of the tables whose columns a rule below their heads shows."""
    seen = -1
    for at in sorted({*text.positions("---", "===")}):
        start, end = text.text.rfind("\n", 0, at) + 1, _line_end(text.text, at)
        if start <= seen:
            continue
        seen = start
        if end - start < _LONGEST_LINE and _RULE.fullmatch(text.text, start, end):
            begins = [0, *(found.start() - start for found in [*_STROKE.finditer(text.text, start, end)][1:])]
            above, parted = _heads_above(text.text, start, begins)
            for column, head in enumerate(above):
                if kind := _kind(head):
                    yield from _under(text.text, end + 1, [*begins, _LONGEST_LINE][column : column + 2], parted, kind)


def _heads_above(text: str, at: int, begins: Sequence[int]) -> tuple[list[str], bool]:
    """The heads of columns above a rule. Below another rule they may be of several lines, and blank lines part the rows
    of such a table: then the second value is true."""
    rows: list[list[str]] = []
    while at and len(rows) <= _MOST_HEAD_LINES:
        start = text.rfind("\n", 0, at - 1) + 1
        line = text[start : at - 1]
        if _NO_ROW.fullmatch(line):
            return [" ".join(filter(None, cells)) for cells in zip(*reversed(rows), strict=True)], True
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
        end = _line_end(text, at)
        row = text[at:end] if end - at < _LONGEST_LINE else ""
        if _NO_ROW.fullmatch(row) or (not row.strip() and not parted):
            return
        yield from _in_cell(kind, row[cell[0] : cell[1]], at + cell[0])
        at = end + 1


def _in_cell(kind: str, cell: str, at: int) -> Iterator[Hit]:
    """The identifiers of a cell that holds nothing else."""
    written = cell.strip()
    start = at + cell.find(written)
    if kind == "doi":  # good ones are found anywhere
        if odd := torn.field(written, 0):
            yield replace(odd, start=start, end=start + odd.end)
        return
    if number := heads.exact(written) if kind != "arxiv" else "":
        value = identifiers.NORMAL[kind](number) if len(number) > 4 else ""
        if value:
            yield Hit(kind, value, start, start + len(written), kind)
    elif _is_spoilt(kind, written):
        yield Hit(kind, "", start, start + len(written), "malformed", 0.8)
    elif _ONLY[kind].fullmatch(cell):
        for match in _VALUES[kind].finditer(cell):
            value = identifiers.NORMAL[kind](match[0])
            form = kind if value else "malformed"
            yield Hit(kind, value, at + match.start(), at + match.end(), form, 1.0 if value else 0.8)


def _is_spoilt(kind: str, written: str) -> bool:
    """Whether a cell holds a number that is no identifier: rounded, too long, or with signs between its digits."""
    if kind == "pmid" and (_TOO_LONG.fullmatch(written) or heads.GROUPED.fullmatch(written)):
        return True
    return kind != "arxiv" and heads.is_rounded(written)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
