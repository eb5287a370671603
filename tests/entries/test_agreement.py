"""Whether a source says what is printed. Every value is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates, names
from cluneal_lit.entries.agreement import agree, agree_in_status
from cluneal_lit.model import Fields, Ids, Name, Status
from tests.made import fields

SAME_PEOPLE = [
    ("Quimby A; Orlov B", "Quimby, Ada; Orlov, Boris"),
    ("Quimby A; Orlov BC", "Quimby A; Orlov B"),  # one initial of two
    ("Quimby A; Orlov B", "Quimby; Orlov"),
    ("van der Berg A; Müller B", "Berg A; Muller B"),
    ("Quimby A Jr; Orlov B", "Quimby A; Orlov B"),
]
OTHER_PEOPLE = [
    ("Quimby A", "Quimby A; Orlov B"),
    ("Quimby A; Orlov B; Zabel C", "Quimby A; Orlov B"),
    ("Quimby A; Orlov B", "Orlov B; Quimby A"),
    ("Quimby A", "Quimby B"),
    ("Quimby AB", "Quimby AC"),
    ("Quimby WA Jr", "Quimby WA Sr"),
]


def people(text: str) -> Fields:
    return replace(fields(), author=tuple(map(names.parse, text.split("; "))))


@pytest.mark.parametrize(("one", "other"), SAME_PEOPLE)
def test_the_same_people_however_they_are_written(one: str, other: str) -> None:
    assert agree("author", people(one), people(other))
    assert agree("author", people(other), people(one))


@pytest.mark.parametrize(("one", "other"), OTHER_PEOPLE)
def test_who_names_more_or_fewer_or_others_says_something_else(one: str, other: str) -> None:
    assert not agree("author", people(one), people(other))
    assert not agree("author", people(other), people(one))


def test_a_list_that_is_cut_and_one_with_a_group_say_something_else_than_the_people_alone() -> None:
    whole = people("Quimby A; Orlov B")
    cut = replace(whole, author=(whole.author[0], names.ET_AL))
    group = replace(whole, author=(*whole.author, Name(literal="Invented Study Group")))
    assert not agree("author", whole, cut)
    assert not agree("author", whole, group)
    assert agree("author", cut, replace(cut, author=(names.parse("Quimby, Ada"), names.ET_AL)))


def test_editors_are_compared_as_authors_are() -> None:
    one, other = (Fields(editor=(names.parse(text),)) for text in ("Quimby A", "Quimby, Ada"))
    assert agree("editor", one, other)
    assert not agree("editor", one, replace(other, editor=(*other.editor, names.parse("Orlov B"))))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("101-109", "101-9", True),
        ("101-109", "101–109", True),
        ("101-109", "101", True),  # says less
        ("S15-S25", "S15-25", True),
        ("20-25", "20-29", False),
        ("20-25", "21-25", False),
        ("240-245", "240-240", False),
        ("1825-34, 1839-40", "1825-1834, 1839-1840", True),
        ("1825-34, 1839-40", "1825-1834, 1839-1841", False),
        ("1825-34, 1839-40", "1825-1834", False),
        ("73", "S73", False),
        ("Suppl", "Insert", False),
        ("xii", "XII", True),
    ],
)
def test_pages_agree_from_the_first_to_the_last(one: str, other: str, same: bool) -> None:
    assert agree("page", fields(page=one), fields(page=other)) is same
    assert agree("page", fields(page=other), fields(page=one)) is same


def test_an_article_number_stands_in_the_place_of_the_page() -> None:
    assert agree("page", fields(page="e12516"), replace(fields(page="1-8"), number="e12516"))
    assert not agree("page", fields(page="e12516"), replace(fields(page="1-8"), number="e12517"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2018 Mar", "2018 Mar 28", True),
        ("2018", "2018 Mar-Apr", True),
        ("2018 Spring", "2018", True),
        ("2018 Mar", "2018 Apr", False),
        ("2018 Mar", "2018 Mar-Apr", False),
        ("2018", "2017", False),
        ("2018 Spring", "2018 Winter", False),
    ],
)
def test_a_date_agrees_with_its_year_and_month_and_with_no_other(one: str, other: str, same: bool) -> None:
    assert agree("issued", fields(year=one), fields(year=other)) is same
    assert agree("issued", fields(year=other), fields(year=one)) is same


def test_a_journal_agrees_with_its_abbreviation_and_not_with_its_neighbour() -> None:
    assert agree("container_title", fields(journal="Journal of Invented Pain"), fields(journal="J Invent Pain"))
    assert not agree("container_title", fields(journal="Journal of Invented Pain"), fields(journal="Invented Pain"))
    assert not agree("container_title", fields(journal="J Pain"), fields(journal="Journal of Pain Research"))


def test_a_status_agrees_with_another_of_the_same_day_and_notice() -> None:
    one = Status("retracted", dates.parse("2020 May 4"), Ids(pmid="90000009"))
    assert agree_in_status(one, replace(one, date=dates.parse("2020 May"), notice=Ids(doi="10.5555/n")))
    assert not agree_in_status(one, replace(one, name="concern"))
    assert not agree_in_status(one, replace(one, date=dates.parse("2021 May 4")))
    assert not agree_in_status(one, replace(one, notice=Ids(pmid="90000008")))
