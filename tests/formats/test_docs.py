"""docs/formats.md says what is read and written, and which words mean the same."""

from __future__ import annotations

import re
from pathlib import Path

from cluneal_lit.formats.exchange import FORMATS
from cluneal_lit.formats.meanings import MEANINGS
from cluneal_lit.formats.writers import WRITERS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
COLUMNS = ("ris", "nbib", "bibtex", "endnote", "csl", "csv", "wos")


def rows(head: str) -> list[list[str]]:
    """The cells of each row of the table that begins with this head."""
    table = TEXT[TEXT.index(head) :].split("\n\n")[0].split("\n")[2:]
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in table]


def code(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def test_every_format_stands_in_the_table_with_its_suffixes() -> None:
    told = rows("| format |")
    assert [code(row[2]) for row in told] == [
        *(FORMATS[form].suffixes for form in ("bibtex", "ris", "nbib", "csl", "endnote", "enw", "csv", "wos")),
        (".xml",),
    ]
    assert [name for row in told for name in code(row[1])] == list(WRITERS)
    assert [row[3] for row in told] == ["yes"] * len(WRITERS) + ["no", "no"]


def test_the_words_of_each_meaning_are_those_of_the_program() -> None:
    told = {
        row[0]: {form: code(cell) for form, cell in zip(COLUMNS, row[1:], strict=True) if cell}
        for row in rows("| meaning |")
    }
    del told["custom 1 to 8"]
    assert told == {name: words for name, words in MEANINGS.items() if not name.startswith("custom ")}
