"""Which entry of a library is which that the key file remembers, as the table of docs/merging.md says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.following import followed
from cluneal_lit.formats import brought
from cluneal_lit.model import Fields, Record
from tests.made import fields, record

TITLE = "Of trees beside many invented rivers"
SAID = fields(TITLE)
NOWHERE = replace(SAID, volume="", issue="", page="")


def entry(name: str, said: Fields = SAID, **ids: str) -> Record:
    return record("library", name, said, **ids)


OTHER = entry("a.ris#1", fields("Of something else", "Zabel C", "1999", volume="4", page="9"))
NEW = "library/b.ris#77"


@pytest.mark.parametrize(
    ("was", "now", "is_followed"),
    [
        (entry("a.ris#1"), entry("b.ris#77"), True),
        (entry("a.ris#1", doi="10.5555/a"), entry("b.ris#77", doi="10.5555/b"), False),
        (entry("a.ris#1", doi="10.5555/a"), entry("b.ris#77", fields("Of trees by a road"), doi="10.5555/a"), True),
        (entry("a.ris#1"), entry("b.ris#77", fields("Nothing of the kind")), True),  # on the same pages
        (entry("a.ris#1", NOWHERE), entry("b.ris#77", replace(NOWHERE, title="Nothing of the kind")), False),
        (entry("a.ris#1"), entry("b.ris#77", fields(TITLE, page="5")), True),
        (entry("a.ris#1", fields("Editorial")), entry("b.ris#77", fields("Editorial", page="5")), False),
        (entry("a.ris#1"), entry("b.ris#77", fields(TITLE, year="2018")), True),
        (entry("a.ris#1"), entry("b.ris#77", fields(TITLE, year="2018", page="5")), False),
        (entry("a.ris#1", NOWHERE), entry("b.ris#77", replace(NOWHERE, title=TITLE.replace("i", "y", 1))), True),
        (entry("a.ris#1", NOWHERE), entry("b.ris#77", replace(NOWHERE, title=f"{TITLE} 2")), False),
        (entry("a.ris#1"), entry("b.ris#77", fields(TITLE.replace("many", "mani"), page="5")), False),
        (entry("a.bib#salt"), entry("b.bib#salt", fields("Nothing", year="2019", page="5")), True),
        (entry("a.bib#17"), entry("b.bib#17", fields("Nothing", year="2019", page="5")), False),
        (entry("a.bib#salt"), entry("b.bib#salt", fields("Nothing", "Zabel C", "1999", page="5")), False),
    ],
)
def test_an_entry_is_followed_by_what_it_says(was: Record, now: Record, is_followed: bool) -> None:
    """The other entry stands where it stood, or its file is gone."""
    keyed = brought.key(was) == brought.key(now)
    before = followed({}, (was,)).entries
    found = followed(before, (now,) if keyed else (OTHER, now))
    assert (found.moves.get(was.key) == now.key) == is_followed
    assert found.works({"key": (was.key,)})["key"] == (found.moves.get(was.key, was.key),)
    again = followed(found.entries, (now,) if keyed else (OTHER, now))
    assert (again.entries, again.moves) == (found.entries, {})


@pytest.mark.parametrize(
    ("name", "title", "stays"),
    [
        ("a.bib#salt", "Nothing of the kind", True),
        ("a.ris#17", TITLE.replace("trees", "tress"), True),
        ("a.ris#17", "Nothing of the kind", False),
    ],
)
def test_what_stands_under_a_name_is_its_entry_corrected_unless_it_may_be_any(
    name: str, title: str, stays: bool
) -> None:
    before = followed({}, (entry(name, NOWHERE),)).entries
    found = followed(before, (entry(name, replace(NOWHERE, title=title)),))
    assert (not found.moves) == stays
    assert len(found.entries) == 2 - stays


def test_what_is_gone_keeps_what_it_said_and_comes_back() -> None:
    was = entry("a.ris#1")
    gone = followed(followed({}, (was,)).entries, (OTHER,))
    name = f"library/a.ris#{brought.content_key(was)}"
    assert gone.moves == {was.key: name}
    assert gone.entries[name].title == TITLE.lower()
    assert was.key in gone.entries[name].once
    back = followed(gone.entries, (OTHER, entry("c.ris#5")))
    assert back.moves == {name: "library/c.ris#5"}


def test_of_two_that_fit_alike_none_is_followed_but_by_its_name() -> None:
    slips = [replace(NOWHERE, title=TITLE.replace(*word)) for word in (("trees", "treees"), ("rivers", "riverss"))]
    before = followed({}, (entry("a.ris#9", NOWHERE),)).entries
    assert "library/a.ris#9" not in followed(before, [entry(f"b.ris#{at}", one) for at, one in enumerate(slips)]).moves
    stays = followed(before, [entry("b.ris#1", slips[0]), entry("a.ris#9", slips[1])])
    assert stays.moves == {}
    assert stays.entries["library/a.ris#9"].title == slips[1].title.lower()


def test_entries_that_say_the_same_are_parted_by_their_identifiers() -> None:
    one, other = entry("a.ris#1", doi="10.5555/a"), entry("a.ris#2", doi="10.5555/b")
    before = followed({}, (one, other)).entries
    found = followed(before, (replace(one, id="a.ris#2"), replace(other, id="a.ris#1")))
    assert found.moves == {one.key: other.key, other.key: one.key}
