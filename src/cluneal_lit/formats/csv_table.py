"""Where the table of a text begins, and what its columns hold."""

from __future__ import annotations

from itertools import islice

from msgspec import Struct

from cluneal_lit.folding import one_line
from cluneal_lit.formats import csv_heads, heads
from cluneal_lit.formats.csv_rows import NAMED, SIGNS, rows, unguarded

_MOST_HEADS = 20  # rows among which the heads are sought: exports put a title above them
_HEAD = 100_000  # characters in which they stand


class Table(Struct, frozen=True):
    """A table: the sign that parts its values, the row of its heads, these, and the column of each field; `beside`,
    by their heads, are those of `csv_heads.BESIDE`."""

    sign: str
    at: int
    heads: tuple[str, ...]
    columns: dict[str, int]
    beside: dict[str, int]


def table(text: str) -> Table | None:
    """The table that a text is; None where no row holds the heads of a list of works."""
    told = NAMED.match(text)
    sample = text[:_HEAD]
    for sign in told[1] if told else SIGNS:
        for number, row in islice(rows(sample, sign), _MOST_HEADS):
            columns = csv_heads.columns(row)
            if len(columns) > 1 and ("title" in columns or any(kind in columns for kind in heads.IDENTIFIERS)):
                named = tuple(one_line(unguarded(head)) for head in row)
                others = {head: column for column, head in enumerate(named) if head in csv_heads.BESIDE}
                return Table(sign, number, named, columns, others)
    return None
