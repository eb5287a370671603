"""Two parts of one work are two works, however they are counted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

TITLE = str(SAID["title"])
PLACES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"issue": "", "page": ""}, {"issue": "", "page": ""}),
    ({"page": ""}, {"page": ""}),
    ({}, {"issue": "", "page": ""}),
]


@pytest.mark.parametrize(("one", "other"), PLACES)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("Teil I", "Teil II"), ("Erster Teil", "Zweiter Teil"), ("Teil eins", "Teil zwei"), ("Band I", "Band II")),
        *(("Première partie", "Deuxième partie"), ("Partie I", "Partie II"), ("Tome premier", "Tome second")),
        *(("Primera parte", "Segunda parte"), ("Prima parte", "Seconda parte"), ("Parte I", "Parte II")),
        *(("Deel I", "Deel II"), ("Del I", "Del II"), ("część I", "część II"), ("Часть I", "Часть II")),
        *(("First report", "Second report"), ("1st part", "2nd part"), ("I. Mitteilung", "II. Mitteilung")),
        *(("Part 1 of 2", "Part 2 of 2"), ("Part A", "Part B"), ("session A", "session B"), ("I", "II"), ("A", "B")),
    ],
)
def test_two_parts_are_not_joined(first: str, second: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    for written in ("{}: {}", "{} ({})"):
        ours, theirs = (written.format(TITLE, part) for part in (first, second))
        assert outcome(record(title=ours, **one), record(title=theirs, **other)) != "join"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Teil I", "1. Teil"), ("Part A", "Part 1"), ("Segunda parte", "Parte II"), ("Erster Teil", "Teil 1")],
)
def test_one_part_is_joined_however_it_is_counted(one: str, other: str) -> None:
    assert outcome(record(title=f"{TITLE}: {one}"), record(title=f"{TITLE}. {other}", page="25")) == "join"


@pytest.mark.parametrize(("one", "other"), [("Hepatitis B", "Hepatitis C"), ("Factor V", "Factor X")])
def test_titles_that_differ_in_a_letter_that_counts_are_asked_about(one: str, other: str) -> None:
    ours, theirs = (record(title=f"{what} in rowers of the low countries", page="") for what in (one, other))
    assert outcome(ours, theirs) == "contrast"


@pytest.mark.parametrize(("one", "other"), PLACES)
def test_two_parts_with_titles_of_their_own_are_not_joined(one: dict[str, Any], other: dict[str, Any]) -> None:
    ours, theirs = (f"{TITLE}. {part}" for part in ("Second part: surgery", "First part: drugs"))
    assert outcome(record(title=ours, **one), record(title=theirs, **other)) != "join"
