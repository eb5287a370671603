"""Surnames that are particles elsewhere, and particles that are none. Every work is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.checks import people
from cluneal_lit.citations.parse import parse
from tests.made import citation, fields, record

TITLE = "Sleep of invented rowers in region one"
END = f"{TITLE}. Sleep Med 2012;100:1000-8."


def agree(authors: str, known: str) -> tuple[bool, bool]:
    """Whether the first author and the list of a string are those of a record."""
    raw = f"{authors}. {END}"
    one, other = citation(raw, said=parse(raw).fields), record(said=fields(TITLE, known))
    return people.same_first(one, other), people.same_list(one, other)


@pytest.mark.parametrize("stranger", ["Le T", "Du W", "Do TH", "De S", "Van K", "DAS P", "El A", "La T"])
@pytest.mark.parametrize("known", ["Okoro J, Haas PB, Rossi U"])
def test_a_particle_beside_initials_alone_is_a_person(stranger: str, known: str) -> None:
    assert agree(f"{stranger}, {known}", known) == (False, False)
    assert agree(f"{known}, {stranger}", known) == (True, False)
    assert agree(f"Okoro J, {stranger}, et al", known) == (True, False)
    assert agree(f"{stranger}, {known}", f"{stranger}, {known}") == (True, True)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("van der Berg J, Okoro J", "Berg J, Okoro J"),
        ("Berg J, Okoro J", "van der Berg J, Okoro J"),
        ("J van der Berg, J Okoro", "Berg J, Okoro J"),
        ("Okoro J, de la Cruz M, Haas PB", "Okoro J, Cruz M, Haas PB"),
        ("Okoro J, van KF, Haas PB", "Okoro J, van Kemenade F, Haas PB"),
        ("12 De Haas PB, Okoro J", "Haas PB, Okoro J"),
    ],
)
def test_a_particle_beside_a_surname_is_none(cited: str, known: str) -> None:
    assert agree(cited, known) == (True, True)
