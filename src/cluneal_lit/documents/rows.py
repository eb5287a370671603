"""Rows of a table as a text: a row is a line, a tab parts its cells; rows of a list of works are works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cluneal_lit.documents.composed import Composed
from cluneal_lit.formats import heads, tabled
from cluneal_lit.model import Embedded, Place, Span

_MOST_HEADS = 20  # rows among which the heads of the columns are sought: exports put a title above them
_SIGNS = str.maketrans("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)


class Cell(Struct, frozen=True):
    """A cell: its text, the place of each of its lines, and where a link in it leads."""

    text: str
    places: tuple[Place, ...] = ()
    target: str = ""


def write(composed: Composed, rows: Iterable[Sequence[Cell]]) -> None:
    """Add the rows of one table."""
    columns: dict[str, int] = {}
    for number, row in enumerate(rows):
        start = composed.size
        starts = _row(composed, row)
        if columns:
            _work(composed, row, columns, start)
            _leave(composed, row, columns, starts)
        elif number < _MOST_HEADS:
            columns = heads.columns([cell.text for cell in row])
        composed.say("\n")


def _row(composed: Composed, row: Sequence[Cell]) -> list[int]:
    starts = []
    for column, cell in enumerate(row):
        composed.say("\t" if column else "")
        starts.append(composed.size)
        lines = cell.text.split("\n") if len(cell.places) > 1 else [cell.text]
        for place, line in enumerate(lines):
            composed.say(" " if place else "")
            composed.say(line.translate(_SIGNS), cell.places[place] if place < len(cell.places) else None)
        if cell.target:
            composed.lay((Span(starts[-1], composed.size, "link", cell.target),))
    return starts


def _work(composed: Composed, row: Sequence[Cell], columns: dict[str, int], start: int) -> None:
    ids, fields, key, number = tabled.work([cell.text for cell in row], columns)
    if ids or fields.title:
        composed.embed(Embedded(start, composed.size, "entry", ids, fields, key, number))


def _leave(composed: Composed, row: Sequence[Cell], columns: dict[str, int], starts: Sequence[int]) -> None:
    """Leave out what speaks of other works: abstracts, and the works that a work cites."""
    column = columns.get("others", len(row))
    if column < len(row):
        composed.lay((Span(starts[column], starts[column] + len(row[column].text), "deleted"),))
