"""Numerals that are no digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents.numerals import column, letters, roman, written


@pytest.mark.parametrize(("number", "shown"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (0, "")])
def test_letters_count_as_columns_do(number: int, shown: str) -> None:
    assert letters(number) == shown


@given(st.integers(1, 10**6))
def test_a_column_is_the_number_of_its_letters(number: int) -> None:
    assert column(letters(number)) == number


@pytest.mark.parametrize(
    ("number", "shown"), [(4, "IV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX"), (4000, "4000"), (0, "0")]
)
def test_roman_numerals(number: int, shown: str) -> None:
    assert roman(number) == shown


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (0, "upperLetter", "0"),
        (5, "ordinal", "5"),
    ],
)
def test_the_forms_of_word_processors(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown
