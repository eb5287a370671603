"""The letter of a journal's section before the volume: with the section's record it is no difference, with another's it
is."""

from __future__ import annotations

import pytest

from cluneal_lit.checks import agreement
from cluneal_lit.checks.sections import with_section
from tests.made import citation, fields, record

HELD = record(said=fields(journal="Acta crystallographica. Section C, Crystal structure communications", volume="56"))


@pytest.mark.parametrize(
    ("journal", "volume", "apart"),
    [
        ("Acta Cryst", "C56", []),
        ("Acta Cryst C", "C56", []),
        ("Acta Cryst", "C57", ["volume"]),
        ("Acta Cryst", "D56", ["journal", "volume"]),
    ],
)
def test_the_letter_of_a_section_before_the_volume(journal: str, volume: str, apart: list[str]) -> None:
    cited = with_section(citation("", fields(journal=journal, volume=volume)), HELD)
    assert [field for field, found in agreement.settled(cited, HELD) if found] == apart


def test_a_volume_that_has_the_letter_itself_stays() -> None:
    held = record(said=fields(journal="Rowing A", volume="A12"))
    cited = citation("", fields(journal="Rowing", volume="A12"))
    assert with_section(cited, held) == cited
