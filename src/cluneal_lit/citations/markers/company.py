"""Whether numbers that no list answers are markers: by the company that they keep in their document.

One bracket of numbers says nothing: it is an interval, an array, a part of a drawing. Several of them are the markers
of a list that was lost where the document speaks of literature, or where they count up from 1 at the ends of clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from cluneal_lit.late import late

_LITERATURE = late(
    r"\bet\s?al\b|\b(?:stud(?:y|ies|ien?)|trials?|literatur[ea]?|meta-?analys\w+|researche?rs?|systematic reviews?"
    r"|études?|estudios?|estudos?)\b",
    re.IGNORECASE,
)
_FEW, _DENSE = 10, 2 / 3
_FEWEST, _FEWEST_NUMBERS = 2, 3


class Bracket(Struct, frozen=True):
    """Numbers as they stand in a text, and whether a clause ends behind them."""

    start: int
    end: int
    numbers: tuple[int, ...]
    ends: bool


def speaks_of_literature(text: str) -> bool:
    """Whether a text has words that texts have that cite."""
    return bool(_LITERATURE.search(text))


def believed(brackets: Sequence[Bracket], literature: bool) -> bool:
    """Whether the brackets of a document without a list are markers; `literature`: it cites otherwise too."""
    firsts = list(dict.fromkeys(number for one in brackets for number in one.numbers))
    if not firsts:
        return False
    if literature:
        return max(firsts) < _FEW or _dense(len(firsts), max(firsts) - min(firsts) + 1)
    rising = firsts[0] == 1 and firsts == sorted(firsts) and _dense(len(firsts), firsts[-1])
    several = len(brackets) >= _FEWEST and len(firsts) >= _FEWEST_NUMBERS
    return rising and several and 4 * sum(one.ends for one in brackets) >= 3 * len(brackets)


def fits(numbers: Sequence[int], known: set[int], ends: bool) -> bool:
    """Whether numbers that the list lacks may be markers beside those that it has: they lie near its own, or are one
    number at the end of a clause."""
    if len(numbers) == 1 and ends:
        return True
    highest = max(numbers)
    below = sum(number <= highest for number in known) + len(set(numbers) - known)
    return _dense(below, highest)


def _dense(count: int, of: int) -> bool:
    return count >= _DENSE * of
