"""Whose word is printed: the table of docs/merging.md says what the code does. Every value is invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cluneal_lit.entries import merge
from cluneal_lit.entries.precedence import SOURCES
from cluneal_lit.model import Date, Entry, Fields, Ids, Name, Note, Record, Section, Subject, Work

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "merging.md").read_text(encoding="utf-8")
ROWS = {
    name: order.strip()
    for names, order in re.findall(r"^\| ((?:`[^`]+` )+)\| ([^|]+)\|$", TEXT, re.MULTILINE)
    for name in re.findall(r"`([^`]+)`", names)
}
FIELDS = dict(zip(Fields.__struct_encode_fields__, Fields.__struct_fields__, strict=True))
SPEAKING = [source for source in SOURCES if source != "idconv"]  # which tells identifiers alone


def said(source: str, field: str) -> Any:
    """A value of a field that says whose it is."""
    return {"author": (Name(source),), "issued": Date(literal=source)}.get(
        field, (Name(source),) if field in ("editor", "translator", "chair") else source
    )


def record(source: str, field: str) -> Record:
    return Record(1, source, f"{source}#1", Ids(doi="10.5555/a"), Fields(**{field: said(source, field)}))


def test_the_table_has_every_field_once() -> None:
    assert {name for name, order in ROWS.items() if order.startswith("note")} == set(FIELDS)
    assert set(ROWS) - set(FIELDS) <= {*Entry.__struct_fields__, *Ids.__struct_fields__}


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_field_is_printed_from_the_first_that_has_it(name: str) -> None:
    field, order = FIELDS[name], ROWS[name].split(", ")
    assert order == ["note", *SPEAKING]
    note = Note("k", (), corrections=Fields(**{field: said("note", field)}))
    for place, source in enumerate(order):
        records = tuple(record(one, field) for one in reversed(order[place:]) if one != "note")
        work = Work(("k",), records, note if source == "note" else None, Ids())
        assert getattr(merge.fields(work), field) == said(source, field)


@pytest.mark.parametrize("name", ["types", "mesh", "abstract"])
def test_what_stands_beside_the_fields_follows_its_row(name: str) -> None:
    order = ROWS[name].split(", ")
    assert order == SPEAKING
    forms = {"mesh": Subject, "abstract": lambda source: Section("", source)}
    for place, source in enumerate(order):
        values = {one: (forms.get(name, str)(one),) for one in order[place:]}
        records = [
            msgspec.structs.replace(record(one, "title"), **{name: value}) for one, value in reversed(values.items())
        ]
        entry = merge.entry(Work(("k",), tuple(records), None, Ids()), (), (), {})
        assert getattr(entry, name) == values[source]


def test_identifiers_follow_their_row() -> None:
    assert ROWS["doi"] == f"the record that bears it as its name, then {', '.join(SOURCES)}"
