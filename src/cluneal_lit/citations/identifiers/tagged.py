"""Identifiers in a table that is written with tags of HTML, as it stands in Markdown or in a text.
(https://html.spec.whatwg.org/multipage/tables.html)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from cluneal_lit.citations.identifiers import cells
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

_CUES = ("pmid", "pubmed", "pmc", "arxiv", "isbn")
_TABLE = (("<table", "</table"), ("<TABLE", "</TABLE"))
_TAG = late(r"<(?P<end>/?)(?P<name>table|tr|t[hd])\b(?P<told>[^<>]{0,500})>", re.IGNORECASE)
_ROWS = late(r"rowspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_COLUMNS = late(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_MARKUP = late(r"<[^<>]{0,500}>|[*_`]")
_LONGEST = 1_000_000


class _Cell(Struct, frozen=True):
    """What a cell holds, in which row and column it begins, and how many rows it has."""

    start: int
    end: int
    row: int
    column: int
    rows: int


def hits(text: Text) -> Iterator[Hit]:
    """The identifiers below a head such as PMID, row by row, down to another head or the end of the table."""
    for begin, end in chain.from_iterable(_tables(text.text, *names) for names in _TABLE):
        lower = text.text[begin:end].lower()
        if any(cue in lower for cue in _CUES):
            yield from _below_heads(text.text, list(_cells(text.text, begin + 1, end)))


def _tables(text: str, first: str, last: str) -> Iterator[tuple[int, int]]:
    """Where tables begin and end; a head may stand far from any digit, so that they are sought in the whole text."""
    begin = text.find(first)
    while begin >= 0:
        end = text.find(last, begin, begin + _LONGEST)
        end = end if end >= 0 else min(len(text), begin + _LONGEST)
        yield begin, end
        begin = text.find(first, end)


def parts_rows(written: str) -> bool:
    """Whether a row of a table ends in what is written: what stands before it is beside nothing that stands behind."""
    return any(tag["name"].casefold() == "tr" for tag in _TAG.finditer(written))


def _below_heads(text: str, table: list[_Cell]) -> Iterator[Hit]:
    kinds: dict[int, tuple[int, str]] = {}  # of each column: the row below its head, and its kind
    for cell in table:
        shown = _MARKUP.sub(lambda match: " " * len(match[0]), text[cell.start : cell.end])
        if len(shown) >= cells.LONGEST:
            continue
        if kind := cells.kind(shown.strip()):
            kinds[cell.column] = cell.row + cell.rows, kind
        elif cell.column in kinds and cell.row >= kinds[cell.column][0]:
            yield from cells.hits(kinds[cell.column][1], shown, cell.start)


def _cells(text: str, at: int, end: int) -> Iterator[_Cell]:
    """The cells of a table in the order in which they are written, each in its column."""
    taken: dict[int, int] = {}  # column -> the first row that no cell from above reaches
    row, column, opened = -1, 0, None
    for tag in _TAG.finditer(text, at, end):
        if opened:
            rows, columns = _spanned(_ROWS, opened), _spanned(_COLUMNS, opened)
            while taken.get(column, 0) > row:
                column += 1
            yield _Cell(opened.end(), tag.start(), row, column, rows)
            taken.update(dict.fromkeys(range(column, column + columns), row + rows))
            column, opened = column + columns, None
        if not tag["end"] and tag["name"].casefold() == "tr":
            row, column = row + 1, 0
        elif not tag["end"] and tag["name"].casefold() != "table":
            opened = tag


def _spanned(attribute: re.Pattern[str], tag: re.Match[str]) -> int:
    told = attribute.search(tag["told"])
    return max(1, int(told[1])) if told else 1
