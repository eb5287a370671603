"""Names of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit import names
from cluneal_lit.model import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Isu T", Name("Isu", "T")),
        ("Köse Güven S", Name("Köse Güven", "S")),
        ("Akkaya ÖT", Name("Akkaya", "ÖT")),
        ("de Wachter S", Name("de Wachter", "S")),
        ("talu U", Name("talu", "U")),
        ("STRONG EK", Name("STRONG", "EK")),
        ("Darnis, B.", Name("Darnis", "B.")),
        ("Labat, J.J.", Name("Labat", "J.J.")),
        ("van der Berg, Jan", Name("van der Berg", "Jan")),
        ("Petri WA Jr", Name("Petri", "WA", suffix="Jr")),
        ("King, M. L., Jr.", Name("King", "M. L.", suffix="Jr")),
        ("Smith J II", Name("Smith", "J", suffix="II")),
        ("Smith II", Name("Smith", "II")),
        ("Smith JR", Name("Smith", "JR")),
        ("Jett, JR", Name("Jett", "JR")),
        ("Petri WA, JR", Name("Petri", "WA", suffix="Jr")),
        ("Aristotle", Name("Aristotle")),
    ],
)
def test_a_name_is_taken_apart(text: str, name: Name) -> None:
    assert names.parse(text) == name


@pytest.mark.parametrize(
    ("given_names", "initials"), [("Jean-Yves", "JY"), ("J.J.", "JJ"), ("Toyohiko", "T"), ("ÖT", "ÖT"), ("", "")]
)
def test_initials_are_those_of_nlm(given_names: str, initials: str) -> None:
    assert names.initials(given_names) == initials


def test_a_surname_is_compared_without_particles_and_accents() -> None:
    assert [names.surname(names.parse(text)) for text in ("van der Bérg J", "Köse Güven S", "O'Brien P")] == [
        "berg",
        "koseguven",
        "obrien",
    ]


@given(st.text(max_size=30))
def test_any_text_is_a_name(text: str) -> None:
    assert isinstance(names.nlm(names.parse(text)), str)
