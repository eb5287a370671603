"""The report on duplicates: what stands side by side, what is marked, and the reasons. The works are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cluneal_lit.duplicates.origins import Count
from cluneal_lit.model import Date, Fields, Ids, Name, Record
from cluneal_lit.outputs import deduped
from cluneal_lit.outputs.deduped import Group, Line, Member, Tied, chance
from cluneal_lit.store import templates

TEMPLATES = templates.read([Path(__file__).resolve().parents[2] / "templates"])


def member(id: str, title: str, pages: str = "1-9", doi: str = "") -> Member:
    fields = Fields(title=title, author=(Name(family="Quimby", given="Ada"),), issued=Date(((2019,),)), page=pages)
    return Member(id, "Embase", "a.ris", Record(1, "library", f"a.ris#{id}", Ids(doi=doi), fields))


ONE = member("1", "A trial of <nerve> blocks", doi="10.5555/invented.1")
OTHER = member("2", "The trial of nerve blocks", pages="5-9")


def test_words_that_differ_are_told_and_what_is_the_same_stands_once() -> None:
    shown = deduped.shown(Group((ONE, OTHER), (Tied(0, 1, 2.0),)))
    assert shown.tables[0].lines == (
        Line(
            "Title",
            (
                ((True, "A"), (False, "trial of <nerve> blocks")),
                ((True, "The"), (False, "trial of nerve blocks")),
            ),
        ),
        Line("Authors", (((False, "Quimby A"),),)),
        Line("Year", (((False, "2019"),),)),
        Line("Pages", (((True, "1-9"),), ((True, "5-9"),))),
        Line("DOI", (((False, "10.5555/invented.1"),), ((False, ""),))),
    )
    assert shown.reasons == ("1 and 2: chance 88 %; the same first author, authors, year; close title; other pages",)


def test_of_many_records_the_first_stands_beside_all_others() -> None:
    shown = deduped.shown(Group(tuple(member(str(number), "Nerves") for number in range(6)), ()))
    assert [[one.id for one in table.members] for table in shown.tables] == [["0", "1", "2", "3"], ["0", "4", "5"]]


def test_the_page_is_whole_loads_nothing_and_shows_text_as_text() -> None:
    counts = (Count("Embase", ("a.ris",), 3, 1, 0),)
    groups = [Group((ONE, OTHER), (Tied(0, 1, 100.0, "a person decided"),))]
    written = deduped.page(counts, groups, groups, (), 3, TEMPLATES)
    figures = re.findall(r"<div><dt>([^<]+)</dt><dd>(\d+)</dd></div>", written)
    assert figures == [
        ("records identified", "3"),
        ("duplicate records removed", "1"),
        ("records left for screening", "2"),
        ("questions for a person", "1"),
    ]
    assert (written.count('class="stays"'), written.count("a person decided")) == (1, 2)
    assert "<nerve>" not in written and not re.search(r'(?:src|href)="(?!#|data:)', written)
    ids = re.findall(r'\bid="([^"]+)"', written)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', written)) <= set(ids)


def test_a_page_about_nothing_says_so() -> None:
    written = deduped.page((), (), (), (), 0, TEMPLATES)
    assert "No two records need a person to decide." in written and "No two records are one work." in written


@pytest.mark.parametrize(
    ("points", "said"), [(-0.3, "43 %"), (0.0, "50 %"), (3.0, "95.3 %"), (9.0, "over 99.9 %"), (100.0, "over 99.9 %")]
)
def test_points_are_a_chance(points: float, said: str) -> None:
    assert chance(points) == said
