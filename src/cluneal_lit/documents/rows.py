"""Rows of a table as a text: a row is a line, a tab parts its cells; rows of a list of works are works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.documents.composed import Composed
from cluneal_lit.formats import anew, csv_heads, heads, tabled
from cluneal_lit.model import Embedded, Fields, Place, Span

_MOST_HEADS = 20  # rows among which the heads of the columns are sought: exports put a title above them
_SIGNS = str.maketrans("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)


class Cell(Struct, frozen=True):
    """A cell: its text, the place of each of its lines, and where a link in it leads."""

    text: str
    places: tuple[Place, ...] = ()
    target: str = ""


def write(composed: Composed, rows: Iterable[Sequence[Cell]]) -> None:
    """Add the rows of a sheet; where heads stand again below a table, another one begins."""
    columns: dict[str, int] = {}
    unread: tuple[int, ...] = ()
    number, blank = 0, False
    for row in rows:
        starts = _row(composed, row)
        cells = [cell.text for cell in row]
        if columns and anew.begins(cells, [at for name, at in columns.items() if name in heads.IDENTIFIERS], blank):
            number, columns, unread = 0, heads.columns(cells), csv_heads.unread(cells)
        elif columns:
            _works(composed, row, columns, starts)
            composed.lay(_left_out(row, unread, starts))
        elif number < _MOST_HEADS:
            columns, unread = heads.columns(cells), csv_heads.unread(cells)
        composed.say("\n")
        number, blank = number + 1, not any(cell.strip() for cell in cells)


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


def _works(composed: Composed, row: Sequence[Cell], columns: dict[str, int], starts: Sequence[int]) -> None:
    """Embed the works of a row: that of a cell with a whole reference, of the row, and those of further identifiers."""
    cells = [cell.text for cell in row]
    own, *others = tabled.works(cells, columns)
    key, number = tabled.named(cells, columns)
    column = tabled.reference(cells, columns)
    if column >= 0:
        start, end = starts[column], starts[column] + len(cells[column])
        composed.embed(Embedded(start, end, "entry", own.ids, Fields(), key, number))
    elif not heads.lists_works(columns):
        return
    elif own.fields.title or (own.told and not others):
        composed.embed(Embedded(starts[0], composed.size, "entry", own.ids, own.fields, key, number))
    elif own.told:
        others = [own, *others]
    for work in others:
        first = work.told[0]
        start, end = (starts[first.column] + at for at in (first.start, first.end))
        composed.embed(Embedded(start, end, "entry", work.ids))
    if others or column >= 0:
        told = [one for work in (own, *others) for one in work.told if one.column != column]
        places = {(starts[one.column] + one.start, starts[one.column] + one.end) for one in told}
        composed.lay(Span(start, end, "code") for start, end in sorted(places))


def _left_out(row: Sequence[Cell], unread: Iterable[int], starts: Sequence[int]) -> Iterator[Span]:
    """The cells that speak of other works."""
    for column in unread:
        if column < len(row) and row[column].text:
            yield Span(starts[column], starts[column] + len(row[column].text), "deleted")
