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
_GLUED = 12  # letters of a word that may be two misspelt ones
_SMALL = 3  # letters from which a word says something
# Beginnings with which words that are nearly one mean the opposite: `superior` and `inferior`, `typical`, `atypical`.
_TURNING = frozenset(
    "fe wo a an ant anti non un in im ir dis de pre post hyper hypo inter intra extra trans sub supra infra super infer"
    " anter poster macro micro mater pater sys dias ex endo exo mono bi uni poly multi oligo".split()
) | {""}
_LONGEST_TURN = max(map(len, _TURNING))


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
    text, beside = "".join(others), set(others) - set(own)
    return tuple(
        word
        for word in own
        if len(word) >= _SMALL
        and word not in others
        and (any(_are_opposite(word, other) for other in beside) or not _is_in(word, text, others))
    )


def _is_in(word: str, text: str, others: list[str]) -> bool:
    """Whether a word, misspelt or not, is one of the others, or stands in their text without blanks."""
    least = _ALIKE - 10 * (len(word) == _SMALL)
    is_glued = len(word) >= _GLUED and fuzz.partial_ratio(word, text, score_cutoff=_ALIKE) > 0
    return word in text or is_glued or any(fuzz.ratio(word, other, score_cutoff=least) for other in others)


def _are_opposite(one: str, other: str) -> bool:
    """Whether two words differ only by what turns the meaning, at their beginning."""
    if {one, other} == {"with", "without"}:
        return True
    shared = next(
        (size for size in range(min(len(one), len(other)), _SMALL - 1, -1) if one[-size:] == other[-size:]), 0
    )
    fronts = (one[: len(one) - shared], other[: len(other) - shared])
    return bool(shared) and max(map(len, fronts)) <= _LONGEST_TURN and _TURNING.issuperset(fronts)


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
