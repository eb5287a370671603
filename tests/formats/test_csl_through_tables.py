"""Names and dates of CSL-JSON for which there is no column go through a table and are names and dates again."""

from __future__ import annotations

import json

import pytest

from cluneal_lit.formats import csl_values, writers
from cluneal_lit.store import bibliographies

NAME = [{"family": "Ford", "given": "John"}]
DATE = {"date-parts": [[1999, 5]]}
ROLES = ("director", "interviewer", "illustrator", "recipient", "collection-editor", "container-author", "composer")


def test_names_and_dates_are_the_same_behind_a_table() -> None:
    item: dict[str, object] = {"id": "a", "type": "motion_picture", "title": "Film", "note": '["a", "b"]'}
    item |= dict.fromkeys(ROLES, NAME) | dict.fromkeys(("original-date", "event-date", "submitted"), DATE)
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    records, _ = bibliographies.read(writers.written(records, "csv"), "a.csv")
    (again,) = json.loads(writers.written(records, "csl"))
    assert {word: again.get(word) for word in item} == item


TEXTS = (
    "number-of-pages number-of-volumes archive_location call-number dimensions jurisdiction part-title division"
    " part-number supplement-number citation-label year-suffix annote section printing-number license"
).split()


@pytest.mark.parametrize("said", ["[24]", "[1978]", '{"a": 1}', "[null]"])
def test_a_text_that_looks_like_a_structure_is_a_text_behind_a_table(said: str) -> None:
    item = {"id": "a", "type": "book", "title": "A", **dict.fromkeys(TEXTS, said)}
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    (again,) = json.loads(writers.written(records, "csl"))
    assert again == item
    records, _ = bibliographies.read(writers.written(records, "csv"), "a.csv")
    (again,) = json.loads(writers.written(records, "csl"))
    assert {word: again.get(word) for word in item} == item


def test_every_variable_of_csl_stands_where_processors_seek_it() -> None:
    item: dict[str, object] = {"id": "a", "type": "book", "title": "A"}
    item |= dict.fromkeys(csl_values.NAMES, NAME) | dict.fromkeys(csl_values.DATES, DATE)
    item |= dict.fromkeys(("part-number", "printing-number", "license", "year-suffix", "citation-label"), "3")
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    assert json.loads(writers.written(records, "csl")) == [item]


def test_what_has_the_form_of_no_text_stands_beside_them() -> None:
    item: dict[str, object] = {"id": "a", "type": "book", "title": "A", "event": {"name": "B"}, "scale": ["1:2", {}]}
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    (again,) = json.loads(writers.written(records, "csl"))
    assert not {"event", "scale"} & again.keys()
    assert (again["custom"]["event"], again["custom"]["scale"]) == ({"name": "B"}, ["1:2", {}])


def test_a_text_in_the_place_of_names_or_a_date_stands_beside_them() -> None:
    table = 'id,title,director,submitted,read as\na,Film,"Ford, John",last year,csl\n'
    records, _ = bibliographies.read(table.encode(), "a.csv")
    (item,) = json.loads(writers.written(records, "csl"))
    assert not {"director", "submitted"} & item.keys()
    assert (item["custom"]["director"], item["custom"]["submitted"]) == ("Ford, John", "last year")
