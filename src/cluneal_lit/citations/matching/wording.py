"""What makes two titles that are nearly one two titles: numbers, parts, words of notices, and other words."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from cluneal_lit.folding import words
from cluneal_lit.titles import unmarked

_ROMAN = re.compile(r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})")
_DIGITS = re.compile(r"\d+")
_VALUES = {"i": 1, "v": 5, "x": 10}
_ALIKE = 70  # likeness of two words of which one may be the other misspelt
_SMALL = 3  # letters from which a word says something


def numerals(title: str) -> tuple[str, ...]:
    """The numbers that a title names, in order, Roman ones in digits: `2` of `Part II`."""
    found: list[str] = []
    for place, word in enumerate(words(unmarked(title))):
        if word.isalpha():
            found += [str(_roman(word))] if place and _ROMAN.fullmatch(word) else []  # `I would not …`
        else:
            found += (number.lstrip("0") or "0" for number in _DIGITS.findall(word))
    return tuple(found)


def differing(left: str, right: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only the left title has, and those that only the right one has; misspelt ones are shared."""
    one, other = words(unmarked(left)), words(unmarked(right))
    return _lacking(one, other), _lacking(other, one)


def _lacking(own: list[str], others: list[str]) -> tuple[str, ...]:
    """The words that the others lack, also where blanks were lost or set between them."""
    text = "".join(others)
    return tuple(
        word
        for word in own
        if len(word) >= _SMALL
        and word not in text
        and not any(fuzz.ratio(word, other, score_cutoff=_ALIKE - 10 * (len(word) == _SMALL)) for other in others)
    )


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
