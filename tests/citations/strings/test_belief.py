"""How likely all fields are right, by what the reading of a string shows. The strings are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.citations.parse import read
from cluneal_lit.citations.strings.belief import Read, confidence, signs
from cluneal_lit.citations.strings.reading import reader

USUAL = "Quimby A, Orlov B. Knees of rowers in winter. Spine. 2018;15(1):25-32. doi: 10.1000/xyz123"


def understood(text: str) -> Read:
    return read(text, reader())[1]


def test_the_probability_alone_is_itself() -> None:
    given = replace(understood(USUAL), probability=0.75)
    size = len(signs(given))
    assert confidence(given, (0.0, 1.0, *[0.0] * (size - 2))) == pytest.approx(0.75)
    assert len(reader().belief) == size


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Quimby A, Orlov B. Knees of rowers in winter. Spine. 2018;15(1):25-32.", {"doi": (1.0, 0.0)}),
        (
            "Quimby A, Orlov Boris. Knees of rowers in winter. Spine. 2018;15(1):25-32. doi: 10.1000/xyz123",
            {"uneven names": (0.0, 1.0)},
        ),
        (
            "Quimby A, Orlov B. Knees of rowers in winter. Spine. 2018;15:25-32. doi: 10.1000/xyz123",
            {"issue": (1.0, 0.0)},
        ),
    ],
)
def test_a_sign_is_seen(text: str, changed: dict[str, tuple[float, float]]) -> None:
    """All signs of the usual string stay but those named, and the length."""
    names = {7: "issue", 11: "uneven names", 13: "doi"}
    pairs = enumerate(zip(signs(understood(USUAL)), signs(understood(text)), strict=True))
    found = {names.get(at, at): pair for at, pair in pairs if pair[0] != pair[1]}
    assert {name: pair for name, pair in found.items() if name not in (1, 22)} == changed
