"""What every kind of library file brings: its keys."""

from __future__ import annotations

import pytest

from cluneal_lit.formats import brought


@pytest.mark.parametrize(
    ("key", "is_number"),
    [
        ("12", True),
        ("2-s2.0-85000000001", True),
        ("L2001234567", True),
        ("rayyan-1234567", True),
        ("WOS:A1990AB12300001", True),
        ("A1", True),
        ("w1", False),
        ("li2020", False),
        ("isu2018", False),
    ],
)
def test_a_number_that_a_program_gave_is_no_key_that_a_person_chose(key: str, is_number: bool) -> None:
    assert brought.is_number(key) == is_number
