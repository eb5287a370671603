"""Field against field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit import compare
from cluneal_lit.model import Fields
from tests.made import fields


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Superior cluneal nerve entrapment", "Superior Cluneal Nerve Entrapment.", "equal"),
        ("Supeior cluneal nerve entrapment", "Superior cluneal nerve entrapment", "close"),
        ("RETRACTED: Superior cluneal nerve entrapment", "Superior cluneal nerve entrapment", "equal"),
        (
            "Superior cluneal nerve entrapment",
            "Superior cluneal nerve entrapment eight years after decubitus surgery",
            "contradicting",
        ),
        ("Perineal pain", "Low back pain in golfers", "contradicting"),
        ("", "Superior cluneal nerve entrapment", "missing"),
    ],
)
def test_titles_are_compared_by_their_folded_words(left: str, right: str, relation: str) -> None:
    assert compare.title(Fields(title=left), Fields(title=right)).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Yürük D", "Yuruk D", "equal"),
        ("STRONG EK", "Strong E", "equal"),
        ("van der Berg J", "Berg J", "equal"),
        ("Yildrum D", "Yildirim D", "close"),
        ("Quimby A", "Orlov B", "contradicting"),
        ("", "Orlov B", "missing"),
    ],
)
def test_first_authors_are_compared_by_surname(left: str, right: str, relation: str) -> None:
    assert compare.first_author(fields(authors=left), fields(authors=right)).relation == relation


def test_a_first_author_who_is_among_the_others_is_close() -> None:
    assert compare.first_author(fields(authors="Orlov B"), fields(authors="Quimby A, Orlov B")).relation == "close"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [("2019", "2019", "equal"), ("2019", "2020", "close"), ("2019", "2021", "contradicting"), ("", "2020", "missing")],
)
def test_years_may_be_one_apart(left: str, right: str, relation: str) -> None:
    assert compare.year(fields(year=left), fields(year=right)).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("417-29", "417-429", "equal"),
        ("417", "417-429", "equal"),
        ("73-74", "S73-S74", "close"),
        ("0101", "101-9", "equal"),
        ("12", "21", "contradicting"),
        ("", "21", "missing"),
    ],
)
def test_pages_are_compared_by_the_first(left: str, right: str, relation: str) -> None:
    assert compare.page(fields(page=left), fields(page=right)).relation == relation


def test_an_article_number_in_place_of_pages_is_equal() -> None:
    assert compare.page(Fields(page="35505"), Fields(number="35505")).relation == "equal"


def test_descriptions_contradict_only_in_title_and_a_second_strong_field() -> None:
    other = "A guideline on something else entirely"
    assert not compare.contradict(fields(), fields(title=other))
    assert compare.contradict(fields(), fields(title=other, authors="Zabel C"))
    assert not compare.contradict(fields(), fields(title=other, year="2009"))
    assert compare.contradict(fields(), fields(title=other, year="2009", page="1-2"))
    assert not compare.contradict(fields(), fields(authors="Zabel C", year="1999", page="7"))


def test_the_words_of_two_texts_stand_side_by_side() -> None:
    assert compare.stretches("Supeior Cluneal nerve, pain", "Superior cluneal nerve entrapment pain") == (
        (False, "Supeior", "Superior"),
        (True, "Cluneal nerve,", "cluneal nerve"),
        (False, "", "entrapment"),
        (True, "pain", "pain"),
    )


@given(st.text(alphabet="ab .,é"), st.text(alphabet="ab .,é"))
def test_no_word_of_two_texts_is_lost(left: str, right: str) -> None:
    found = compare.stretches(left, right)
    assert " ".join(ours for _, ours, _ in found).split() == left.split()
    assert " ".join(theirs for _, _, theirs in found).split() == right.split()
