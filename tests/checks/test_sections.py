"""The letter of a journal's section before the volume: with the section's record it is no difference, with another's it
is. All invented."""

from __future__ import annotations

import pytest

from cluneal_lit.checks import agreement
from cluneal_lit.checks.sections import with_section
from tests.made import citation, fields, record

HELD = record(said=fields(journal="Acta rowingraphica. Section C, Oars", volume="56"))


@pytest.mark.parametrize(
    ("journal", "volume", "apart"),
    [
        ("Acta Rowingr", "C56", []),
        ("Acta Rowingr C", "C56", []),
        ("Acta Rowingr", "C57", ["volume"]),
        ("Acta Rowingr", "D56", ["journal", "volume"]),
    ],
)
def test_the_letter_of_a_section_before_the_volume(journal: str, volume: str, apart: list[str]) -> None:
    cited = with_section(citation("", fields(journal=journal, volume=volume)), HELD)
    assert [field for field, found in agreement.settled(cited, HELD) if found] == apart


def test_a_volume_that_has_the_letter_itself_stays() -> None:
    held = record(said=fields(journal="Rowing A", volume="A12"))
    cited = citation("", fields(journal="Rowing", volume="A12"))
    assert with_section(cited, held) == cited
