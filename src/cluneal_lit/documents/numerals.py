"""Numerals that are no digits: Roman ones, and letters as lists and the columns of spreadsheets have them."""

from __future__ import annotations

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 30


def roman(number: int) -> str:
    """`XIV`; in digits what Romans did not write."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    said = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        said += sign * count
    return said


def letters(number: int) -> str:
    """A, B, …, Z, AA, AB, … for 1, 2, …, as spreadsheets name columns and browsers number lists."""
    said = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        said = chr(ord("A") + letter) + said
    return said


def column(name: str) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def written(number: int, form: str) -> str:
    """A number in one of the forms that word processors have: `lowerRoman`, `upperLetter`, …; in digits for others.

    Behind Z they double the letters: AA, BB, …
    """
    said = f"{number:02}" if form == "decimalZero" else str(number)
    if form in ("lowerRoman", "upperRoman"):
        said = roman(number)
    elif form in ("lowerLetter", "upperLetter") and 0 < number <= 26 * _MOST_LETTERS:
        said = letters((number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
    return said.lower() if form.startswith("lower") else said
