"""Records by other people, and by one of two people with one surname."""

from __future__ import annotations

from typing import Any

import pytest

from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

TITLE = str(SAID["title"])
OTHERS = "Smith A; Brown C"
NOWHERE = {"volume": "", "issue": "", "page": ""}


@pytest.mark.parametrize("front", ["Re: ", "Comment on: ", "Letter to the editor regarding ", ""])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOWHERE, NOWHERE),
        ({"page": "", "issue": ""}, {"page": "", "issue": ""}),
        ({"page": "661-661"}, {"page": "661-662"}),
        ({"page": "661"}, {"page": "661"}),
    ],
)
def test_texts_of_one_title_by_other_people_are_asked_about(front: str, one: Any, other: Any) -> None:
    title = f"{front}{TITLE}"
    assert outcome(record(title=title, **one), record(title=title, author=OTHERS, **other)) in ("people", "asked")


def test_letters_of_one_issue_without_pages_are_asked_about_where_other_people_wrote_them() -> None:
    ours, theirs = (record(title=f"Re: {TITLE}", page="", author=who) for who in (SAID["author"], OTHERS))
    assert outcome(ours, theirs) == "people"


@pytest.mark.parametrize(
    "said",
    [
        {"author": OTHERS},  # the same pages: one database has the wrong people
        {"author": OTHERS, "page": ""},  # a title of its own, in one issue
        {"author": "Invented Rowing Group", **NOWHERE},  # a group, of these people
        {"author": "", **NOWHERE},
        {"author": "Orlov B", **NOWHERE},
    ],
)
def test_one_work_is_joined_though_a_database_names_other_people(said: dict[str, Any]) -> None:
    assert outcome(record(), record(**said)) == "join"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Smith, Jane", "Smith, John", "bare"),
        ("Smith, Alex", "Smith, Alexander", "join"),
        ("Smith, Jane", "Smith, J", "join"),
        ("Smith, Jane", "Smith, Jane Ann", "join"),
        ("Meyer, Stephan", "Meyer, Stefan", "join"),
    ],
)
def test_given_names_in_full_tell_two_people_apart(one: str, other: str, expected: str) -> None:
    assert outcome(record(author=one, **NOWHERE), record(author=other, **NOWHERE)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller, Jürgen; Größl, Änne", "Mueller, Juergen; Groessl, Aenne"),
        ("Kuniya, H", "Kunia, H"),
        ("World Health Organization", "WHO"),
        ("National Institute for Health and Care Excellence", "NICE"),
    ],
)
def test_a_name_in_another_spelling_and_the_letters_of_a_group_are_no_other_people(one: str, other: str) -> None:
    assert outcome(record(author=one, **NOWHERE), record(author=other)) == "join"


@pytest.mark.parametrize(("one", "other"), [("World Health Organization", "OECD"), ("Kuniya, H", "Nakamura, H")])
def test_other_groups_and_people_are_asked_about(one: str, other: str) -> None:
    assert outcome(record(author=one, **NOWHERE), record(author=other)) == "people"
