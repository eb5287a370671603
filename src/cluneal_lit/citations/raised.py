"""Raised numbers: markers, powers, isotopes, and those between authors and their institutes."""

from __future__ import annotations

import re

_BLANKS = " \u00a0"
_CLOSING = '.,;:!?)”"’]'
_UNITS = frozenset("mm cm dm km nm pm um µm μm in ft yd mi ml cl dl kg mg ng ms kv ev hz pa".split())
_SMALL_WORD = re.compile(r"(?<![^\W_])[a-zà-ÿ]{2,}")
_OF_NAMES = frozenset(
    "and und et al of the for at in for an am der die das von van de del della di da la le du".split()
)


def credible(text: str, start: int, end: int, answered: bool) -> bool:
    """Whether a raised number is a marker: it stands behind a word of three letters, or punctuation.

    Where a list answers it (`answered`) two letters that are no unit are enough, and in prose a blank may part them.
    """
    before = text[max(0, start - 40) : start]
    if before[-1:] in _BLANKS:
        before = before.rstrip(_BLANKS)
        if not answered or text[end : end + 1].isalnum() or not _is_prose(text, start):
            return False
    if before[-1:] and before[-1] in _CLOSING:
        return not before[-2:-1].isdigit() or answered
    word = re.search(r"[^\W\d_]+$", before)
    if word is None or before[: word.start()][-1:].isdigit():
        return False
    return len(word[0]) > 2 or (answered and len(word[0]) == 2 and word[0].islower() and word[0] not in _UNITS)


def _is_prose(text: str, at: int) -> bool:
    """Whether the line holds words of prose, as that of authors and their institutes does not."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 300) : at + 300].partition("\n")[0]
    return len(set(_SMALL_WORD.findall(line)) - _OF_NAMES) > 1
