"""Whether numbers that no list answers are markers: by the company that they keep in their document.

One bracket of numbers says nothing: it is an interval, an array, a part of a drawing. Several of them are the markers
of a list that was lost where the document speaks of literature, or where they count up at the ends of clauses: from 1,
or many of them from another number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from cluneal_lit.late import late

_LITERATURE = late(
    r"\bet\s?al\b|\b(?:stud(?:y|ies|ien?)|trials?|literatur[ea]?|meta-?analys\w+|researche?rs?|systematic reviews?"
    r"|études?|estudios?|estudos?|randomi[sz]ed|cohorts?)\b"
    r"|文[献獻]|研究(?![所院室生])|[随隨]机[对對]照|荟萃分析|[综綜]述|[队隊]列|先行研究|無作為|論文|メタ解析"
    r"|문헌|연구(?![소원실])|무작위|메타\s?분석|논문",
    re.IGNORECASE,
)
_FEW, _DENSE = 10, 2 / 3
_FEWEST, _FEWEST_NUMBERS = 2, 3
_MANY, _GROUPED = 5, 3  # brackets that count up from another number than 1; with several numbers in one of them
_BACK = 6  # for so many numbers one may stand before its turn


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
    grouped = any(len(one.numbers) > 1 for one in brackets)
    fewest = _FEWEST if firsts[0] == 1 else _GROUPED if grouped else _MANY
    several = len(brackets) >= fewest and len(firsts) >= max(fewest, _FEWEST_NUMBERS)
    return several and _rising(firsts) and 4 * sum(one.ends for one in brackets) >= 3 * len(brackets)


def _rising(firsts: Sequence[int]) -> bool:
    back = sum(one > other for one, other in pairwise(firsts))
    return back <= len(firsts) // _BACK and _dense(len(firsts), max(firsts) - min(firsts) + 1)


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
