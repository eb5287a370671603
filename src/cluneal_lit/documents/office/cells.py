"""Cells of the tables of office documents, named as spreadsheets name them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cluneal_lit.documents.numerals import letters
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import whole_number


class Cells:
    """Where in a table the walk is, and what parts its cells; a table may stand in a cell of another.

    `name` is that of the cell (`B2`), empty outside of tables; no cell covers more than `widest` columns.
    """

    def __init__(self, writer: Writer, widest: int) -> None:
        self.name = ""
        self._widest = widest
        self._writer = writer
        self._row = self._column = 0

    @contextmanager
    def table(self) -> Iterator[None]:
        """A table, whose rows are walked in the block; behind it the outer one goes on."""
        outer = self.name, self._row, self._column
        self._row = 0
        yield
        self._writer.end_table()
        self.name, self._row, self._column = outer

    def begin_row(self) -> None:
        """Begin the next row of the table."""
        self._writer.row()
        self._row += 1
        self._column = 0

    def begin(self, width: str) -> None:
        """Begin the next cell of the row, which covers so many columns as is written."""
        if self._column:
            self._writer.next_cell()
        self.name = f"{letters(self._column + 1)}{self._row}"
        self.skip(width)

    def skip(self, width: str) -> None:
        """Pass over so many columns."""
        self._column += min(whole_number(width) or 1, self._widest)
