"""Titles inside BibTeX braces: which capitals a style must not lower."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cluneal_lit.folding import one_line
from cluneal_lit.formats.bibtex_text import CLOSE, OPEN, seen, signed, without_entries

_WORD = re.compile(r"\w(?:[\w'’./+-]*\w)?")
_PARTS = re.compile(r"['’./+-]")
# Where the title begins, or what stands after a colon, quotes and brackets left aside.
_BEGINNING = re.compile(r"[\"'“”‘’«»„([{¿¡]*")
_COLON = re.compile(f":{_BEGINNING.pattern}")
_STOPS = (".", "?", "!")
# Where a run stands: within a sentence, behind a stop, where a part of the title begins, where the title begins.
_WITHIN, _STOPPED, _BEGINS, _FIRST = range(4)
# What the capitals of a title say: each something, only some within words, none where every letter is one.
_EACH, _SOME, _NONE = range(3)


class _Run(NamedTuple):
    """What stands between two blanks of a title.

    `large` are its words with capitals, each with its place: 1 where a part begins with it, 2 where the title does, and
    with a small letter, which is meant; that word may have no capitals.
    `long` counts those of more than three letters that begin no part, `leading` those among them whose first letter
    alone is a capital, `small` the long words without; `behind` is where the next run stands. `said` is the run,
    escaped, where each capital says something.
    """

    written: str
    large: tuple[tuple[str, int, int], ...]
    said: str
    long: int = 0
    leading: int = 0
    small: int = 0
    behind: int = _WITHIN


def protected(title: str, language: str = "") -> str:
    """The title, escaped, with braces around each word whose capitals a style must not lower.

    Where most long words are capitalised, capitals say nothing, and only acronyms and words with an inner capital are
    protected; else each capitalised word, at the beginning and after a colon only for a capital behind its first
    letter. A title that begins with a small letter means it. Styles lower English titles only, so in another language
    every capital is meant.
    """
    text = seen(one_line(title))
    place, runs = _FIRST, []
    for written in text.split(" "):
        run = _run(written, place)
        place = run.behind
        runs.append(run)
    capitals = _capitals(text, runs, language)
    told = (
        [run.said for run in runs] if capitals == _EACH else [_said(run.written, run.large, capitals) for run in runs]
    )
    return without_entries(" ".join(told))


def _capitals(text: str, runs: Sequence[_Run], language: str) -> int:
    long = [run for run in runs if run.long]
    if sum([run.long for run in long]) < 2:
        return _EACH
    if text.isupper():
        return _NONE
    if language and not language.lower().startswith("en"):
        return _EACH
    leading = sum([run.leading for run in long])
    return _SOME if leading > 1 and leading > sum([run.small for run in runs]) else _EACH


# A bibliography says most words of its titles several times.
@lru_cache(maxsize=2**15)
def _run(written: str, place: int) -> _Run:
    if written.isalpha() and written.islower() and place != _FIRST:  # most are
        return _Run(written, (), written, small=len(written) > 3)
    words = [(written, 0)] if written.isalnum() else [(match[0], match.start()) for match in _WORD.finditer(written)]
    begins = _begins(written, place)
    large = tuple(
        (word, at, 2 if place == _FIRST and not at and word[0].islower() else int(at in begins))
        for word, at in words
        if word != word.lower() or (place == _FIRST and not at and word[0].islower())
    )
    inside = [word for word, at, starts in large if not starts and (at or place != _STOPPED)]
    long = [word for word in inside if len(word) > 3 and word.isalpha()]
    return _Run(
        written,
        large,
        _said(written, large, _EACH),
        len(long),
        sum([word[0].isupper() and not _special(word) for word in long]),
        sum([len(word) > 3 and word.islower() and word.isalpha() for word, _ in words]),
        _BEGINS if len(written) in begins else _STOPPED if written.endswith(_STOPS) else _WITHIN,
    )


def _begins(written: str, place: int) -> set[int]:
    """Where in a run a part of the title begins; at its end, where with the next run."""
    begins = {match.end() for match in _COLON.finditer(written)} if ":" in written else set()
    if place >= _BEGINS and (opening := _BEGINNING.match(written)):
        begins.add(opening.end())
    return begins


def _said(written: str, large: Iterable[tuple[str, int, int]], capitals: int) -> str:
    marked, end = "", 0
    for word, at, starts in large:
        if starts == 2 or _MEANT[capitals](word, bool(starts)):
            marked += f"{written[end:at]}{OPEN}{word}{CLOSE}"
            end = at + len(word)
    return signed(marked + written[end:])


def _meant_each(word: str, begins: bool) -> bool:
    return any(map(str.isupper, word[begins:])) or _special(word)


def _meant_some(word: str, begins: bool) -> bool:
    return _special(word) or (len(word) == 1 and word.isupper() and word != "A" and not begins)


def _meant_none(word: str, _: bool) -> bool:
    return any(map(str.isdigit, word)) and any(map(str.isupper, word))


_MEANT = {_EACH: _meant_each, _SOME: _meant_some, _NONE: _meant_none}


def _special(word: str) -> bool:
    """Whether the word has a capital within, or mixes capitals and digits: `MRI`, `mTOR`, `X-ray`, `S1`."""
    if word[1:].islower() or word.islower():
        return False
    if word.isalpha():
        return any(map(str.isupper, word[1:]))
    parts = [part for part in _PARTS.split(word) if part]
    return any(
        any(char.isupper() for char in part[1:])
        or (part[0].isupper() and (any(char.isdigit() for char in part) or (len(part) == 1 < len(parts))))
        for part in parts
    )
