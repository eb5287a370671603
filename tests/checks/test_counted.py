"""Parts of a series under either spelling of their numbers; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks import agreement
from cluneal_lit.checks.counted import one_way
from tests.made import citation, fields, record

ONE = fields("Vitamin Z and invented bones. I. Mechanisms", journal="Bone", year="2020", volume="12", page="101-109")
TWO = replace(ONE, title="Vitamin Z and invented bones. II. Clinical trials", page="201-212")


def is_title(title: str, known: object) -> bool:
    found = citation("@article{quimby2020}", replace(known, title=title))  # type: ignore[type-var]
    return not [field for field, apart in agreement.settled(found, record(said=known)) if apart]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "number",
    [". Part 1: ", ". Part I. ", ". 1. ", " (part 1): ", ", part one: ", " – Pt 1. ", " I: ", ". First part: "],
)
def test_one_part_is_the_same_in_every_spelling_and_no_other(number: str) -> None:
    title = f"Vitamin Z and invented bones{number}mechanisms"
    assert is_title(title, ONE)
    assert not is_title(title, TWO)
    assert not is_title(title, replace(ONE, title="Vitamin Z and invented bones. II. Mechanisms"))


@pytest.mark.parametrize(
    ("end", "same"), [(". Part 1", True), (" (part 1)", True), (". Part 2", False), (" II", False)]
)
def test_a_part_without_its_own_title_is_told_by_its_number(end: str, *, same: bool) -> None:
    assert is_title(f"Vitamin Z and invented bones{end}", ONE) == same


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("Ein erfundenes Leiden. Teil II: Verlauf", "Ein erfundenes Leiden. 2. Verlauf", "Teil III"),
        ("Un mal inventé. Deuxième partie : évolution", "Un mal inventé. II. évolution", "Troisième partie"),
        ("Un mal inventado. Parte 2: curso", "Un mal inventado (II): curso", "Parte 3"),
        ("Um mal inventado – segunda parte", "Um mal inventado. Parte II", "terceira parte"),
        ("Выдуманная болезнь. Часть 2", "Выдуманная болезнь. Ч. II", "Часть 3"),
        ("Egy kitalált baj. 2. rész", "Egy kitalált baj. II. rész", "3. rész"),
        ("Zmyślona choroba. Część II", "Zmyślona choroba. Cz. 2", "Część I"),
        ("En påhittad sjukdom. Del 2", "En påhittad sjukdom. II", "Del 1"),
    ],
)
def test_the_words_for_a_part_are_those_of_many_languages(one: str, other: str, wrong: str) -> None:
    assert is_title(one, replace(ONE, title=other))
    head = other.partition(".")[0].partition(" (")[0]
    rest = one[one.index(":") - (one[one.index(":") - 1] == " ") :] if ":" in one else ""
    assert not is_title(f"{head}. {wrong}{rest}", replace(ONE, title=other))


@pytest.mark.parametrize(
    "title",
    [
        "COVID-19: an invented review",
        "Golf in 1990–2019: an invented review",
        "Type 2: an invented ache",
        "I would not take part in it",
        "Diabetes of type I. Golf",
    ],
)
def test_other_numbers_are_no_parts(title: str) -> None:
    assert one_way(title) == title
