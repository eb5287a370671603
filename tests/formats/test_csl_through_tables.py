"""Names and dates of CSL-JSON for which there is no column go through a table and are names and dates again."""

from __future__ import annotations

import json

from cluneal_lit.formats import writers
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


def test_a_text_in_the_place_of_names_or_a_date_stands_beside_them() -> None:
    table = 'id,title,director,submitted,read as\na,Film,"Ford, John",last year,csl\n'
    records, _ = bibliographies.read(table.encode(), "a.csv")
    (item,) = json.loads(writers.written(records, "csl"))
    assert not {"director", "submitted"} & item.keys()
    assert (item["custom"]["director"], item["custom"]["submitted"]) == ("Ford, John", "last year")
