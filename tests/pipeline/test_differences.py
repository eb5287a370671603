"""What differs between two values of a field, in words. Every value is invented."""

from __future__ import annotations

import msgspec
import pytest

from cluneal_lit import dates
from cluneal_lit.model import Ids, Relation
from cluneal_lit.pipeline.differences import difference, sides
from cluneal_lit.store.changes import Change

RETRACTION = Relation("retraction", "in", Ids(doi="10.5555/r"), dates.parse("2021 May 4"), "publisher")
REINSTATEMENT = Relation("reinstatement", "in", Ids(doi="10.5555/b"), dates.parse("2022 Jan 3"), "publisher")
LONG = "A long and invented history of the treatment of invented nerves in invented adults, "


def json(*values: object) -> str:
    return msgspec.json.encode(values).decode()


def change(old: str, new: str, field: str = "title") -> Change:
    return Change("2026-11-20", "crossref/doi:10.5555/a", field, old, new)


def test_of_ties_what_came_and_what_is_gone_is_told() -> None:
    more = change(json(RETRACTION), json(RETRACTION, REINSTATEMENT), "relations")
    came = "reinstatement, 2022 Jan 3: doi: 10.5555/b"
    assert sides(more) == (f"no {came}", came)
    assert difference(more) == f"relations: added {came}"
    fewer = change(json(RETRACTION, REINSTATEMENT), json(RETRACTION), "relations")
    assert sides(fewer) == (came, f"no {came}")
    assert difference(fewer) == f"relations: removed {came}"


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("volume", "12", "13", ("12", "13")),
        ("volume", "", "13", ("nothing", "13")),
        ("title", f"{LONG} part one", f"{LONG} part two", ("one", "two")),
        ("title", f"{LONG} I", f"{LONG} I revised", ("no revised", "revised")),
        ("types", json("Review"), json("Review", "Journal Article"), ("no Journal Article", "Journal Article")),
        ("abstract", json({"text": f"{LONG} 12 of 40"}), json({"text": f"{LONG} 13 of 40"}), ("12", "13")),
        ("keywords", json("nerve", "pain"), json("pain", "nerve"), ("nerve; pain", "pain; nerve")),
        ("author", json({"family": "Quimby", "given": "A"}), "", ("Quimby A", "nothing")),
        (
            "author",
            json({"family": "Quimby", "given": "Ada"}),
            json({"family": "Quimby", "given": "Anna"}),
            ("Quimby, Ada", "Quimby, Anna"),
        ),
        (
            "dates",
            '{"print":{"date-parts":[[2017,2]]}}',
            '{"print":{"date-parts":[[2017,2,1]]}}',
            ("print 2017 Feb", "print 2017 Feb 1"),
        ),
        ("journal", '{"country":"Utopia"}', '{"country":"Erewhon"}', ("country Utopia", "country Erewhon")),
    ],
)
def test_both_sides_show_where_they_differ(field: str, old: str, new: str, told: tuple[str, str]) -> None:
    assert sides(change(old, new, field)) == told


def test_long_texts_that_differ_in_marks_alone_are_shown_where_they_do() -> None:
    old, new = sides(change(f"{LONG}adults", f"{LONG}Adults"))
    assert ("adults" in old, "Adults" in new, len(old) < 61) == (True, True, True)
