"""What a reading list says in words, the same in every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cluneal_lit.model import Entry, ReadingList
from cluneal_lit.outputs import words

IMPORTANCE = {"must": "Must read", "should": "Should read", "background": "Background"}


def importance(word: str) -> str:
    """The importance that a reading list gives a work, as it is printed."""
    return IMPORTANCE.get(word, word)


def minutes(number: int) -> str:
    """`20 min`, `1 h 35 min`; empty for none."""
    hours, rest = divmod(number, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))


def whole(reading: ReadingList) -> str:
    """How long all of a list takes; empty where that is not said of each work on it."""
    times = [item.minutes for item in reading.items]
    return minutes(sum(times)) if all(times) else ""


def unheard(reading: ReadingList, works: Mapping[str, Entry]) -> str:
    """That works on a list were not checked for retractions yet, and how many; empty where all were."""
    named = [works[item.key] for item in reading.items if item.key in works]
    number = sum(not entry.status.checked for entry in named)
    on_it = f"{words.counted(number, 'work')} on this list"
    return f"Not yet checked for retractions and corrections: {on_it}." if number else ""


FILTERS: dict[str, Callable[..., str]] = {
    "importance": importance,
    "minutes": minutes,
    "unheard": unheard,
    "whole": whole,
}
