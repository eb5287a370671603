"""Whether two names are of one meeting, its acronym, or the series that prints its papers."""

from __future__ import annotations

import re

from cluneal_lit import journals
from cluneal_lit.late import late

_MEETING = late(
    r"\b(?:conference|conf|proceedings|proc|symposium|symp|congress|meeting|advances in|(?:19|20)\d\d)\b|'\d\d\b",
    re.IGNORECASE,
)
# What stands beside a meeting of the same name and is another one.
_BESIDE = re.compile(r"\b(workshops?|findings|companion|tutorials?|demonstrations?|track)\b", re.IGNORECASE)
# Series in which meetings of many names are printed; some records name nothing else.
_SERIES = late(
    r"^(?:lecture notes in |communications in computer and information science|proceedings of machine learning research"
    r"|pmlr\b|advances in intelligent systems and computing|ifip advances in |leibniz international proceedings"
    r"|acm international conference proceeding series|procedia |ceur workshop proceedings)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]{2,}\b")
# `ECCV 2018`, `CVPR '16`, `(ICASSP)`: so a meeting is called, and not who holds it
_CALLED = re.compile(r"\b([A-Z][A-Za-z]*[A-Z]{2,})(?=\s?(?:(?:19|20)\d\d|'\d\d)|\))")
_GENERAL = frozenset("annual conference international meeting proceedings symposium the".split())
_SHORTEST = 3  # letters of an acronym


def same(one: str, other: str) -> bool:
    """Whether the names are of one meeting: both give its acronym, or one gives that of the other's words, or its
    series."""
    if _beside(one) != _beside(other):
        return False
    if any(_in_series(*pair) or _is_acronym(*pair) or _is_called(*pair) for pair in ((one, other), (other, one))):
        return True
    return not _called(one).isdisjoint(_called(other))


def _beside(name: str) -> set[str]:
    return {word.lower().rstrip("s") for word in _BESIDE.findall(name)}


def _in_series(one: str, other: str) -> bool:
    return bool(_SERIES.match(one)) and bool(_MEETING.search(other) or _ACRONYM.fullmatch(other.strip()))


def _is_acronym(one: str, other: str) -> bool:
    """Whether the one is little more than an acronym that stands in the other, a meeting's name."""
    (word, *further) = [word for word in journals.significant(one) if word not in _GENERAL and not word.isdigit()] or [
        ""
    ]
    if further or len(word) < _SHORTEST or not _MEETING.search(other):
        return False
    return word in {found.lower() for found in _ACRONYM.findall(other)}


def _is_called(one: str, other: str) -> bool:
    """Whether the one gives the acronym of the other's words: `Computer Vision – ECCV 2020`."""
    words = journals.significant(other)
    if len(words) < _SHORTEST:
        return False
    told = [word for word in words if word not in _GENERAL]
    return not {"".join(word[0] for word in said) for said in (words, told)}.isdisjoint(_called(one))


def _called(name: str) -> set[str]:
    return {found.lower() for found in _CALLED.findall(name)}
