"""Titles inside BibTeX braces: which capitals a style must not lower."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from cluneal_lit import scripts
from cluneal_lit.formats.bibtex_text import CLOSE, OPEN, STYLES, marked, spelt, without_entries

_WORD = re.compile(r"\w(?:[\w'’./+-]*\w)?")
_PARTS = re.compile(r"['’./+-]")
_DIGIT = r"[\d²³¹⁰⁴-⁹₀-₉]"
_SYMBOL = re.compile(rf"(?<![^\W_])[^\W\d_]+{_DIGIT}")  # how what no dictionary has begins: `p53`, `CO2`, `Nav1.7`
_PART = re.compile(r"[^\W_]+")
# Where pandoc needs one group to end and another to begin: it prints `{CO2}` as `Co2` in headline style. Of `{H2O}` it
# spoils the last letter in one style or another, whatever the braces; in `references.json` it is right.
_SPOILT = re.compile(rf"(?<=[^\W\d_]{{2}})(?={_DIGIT})")
# Where the title begins, or what stands after a colon, quotes and brackets left aside.
_BEGINNING = re.compile(rf"[\"'“”‘’«»„([{{¿¡{STYLES}]*")
_COLON = re.compile(f":{_BEGINNING.pattern}")
_STOPS = (".", "?", "!")
_Meant: TypeAlias = Callable[[str, bool], bool]  # whether the capitals of a word are, which may begin a part


class _Place(IntEnum):
    """Where a run stands: within a sentence, behind a stop, where a part of the title begins, where the title does."""

    WITHIN = 0
    STOPPED = 1
    BEGINS = 2
    FIRST = 3


class _Word(NamedTuple):
    """A word with capitals or as `p53` is, where in its run it stands, and whether a part of the title begins with it.

    `small`: the title begins with it and with a small letter, which is meant; then it may have no capitals.
    """

    written: str
    at: int
    begins: bool
    small: bool


class _Run(NamedTuple):
    """What stands between two blanks of a title.

    `large` are its words with capitals. `long` counts those of more than three letters that begin no part, `leading`
    those among them whose first letter alone is a capital, `small` the long words without; `behind` is where the next
    run stands. `said` is the run, escaped, where each capital says something.
    """

    written: str
    large: tuple[_Word, ...]
    said: str
    long: int = 0
    leading: int = 0
    small: int = 0
    behind: _Place = _Place.WITHIN


def protected(title: str, language: str = "") -> str:
    """The title, escaped, with braces around each word whose capitals a style must not lower.

    It may have tags (`styled`). Where most long words are capitalised, capitals say nothing, and only acronyms, words
    with an inner capital and such as mix letters and digits are protected; else each capitalised word too, at the
    beginning and after a colon only for a capital behind its first letter. A title that begins with a small letter
    means it. Styles lower English titles only, so in another language every capital is meant.
    """
    text = marked(title)
    told, long, place = list[str](), 0, _Place.FIRST
    for written in text.split(" "):
        said, more, place = _told(written, place)
        told.append(said)
        long += more
    if long > 1:  # else there is nothing by which to doubt that each capital says something
        runs = _runs(text)
        meant = _meant(text, runs, language)
        told = [_said(run.written, run.large, meant) for run in runs]
    return without_entries(scripts.to_latex(" ".join(told)))


def _runs(text: str) -> list[_Run]:
    place, runs = _Place.FIRST, []
    for written in text.split(" "):
        run = _run(written, place)
        place = run.behind
        runs.append(run)
    return runs


def _meant(text: str, runs: Sequence[_Run], language: str) -> _Meant:
    """Of which words of the title the capitals are meant."""
    long = [run for run in runs if run.long]
    if text.isupper():
        return _those_with_digits
    if language and not language.lower().startswith("en"):
        return _all
    leading = sum([run.leading for run in long])
    return _special if leading > 1 and leading > sum([run.small for run in runs]) else _all


# A bibliography says most words of its titles several times.
@lru_cache(maxsize=2**15)
def _told(written: str, place: _Place) -> tuple[str, int, _Place]:
    """Of a run what is said, how many long words it has, and where the next stands: most titles need no more."""
    run = _run(written, place)
    return run.said, run.long, run.behind


@lru_cache(maxsize=2**15)
def _run(written: str, place: _Place) -> _Run:
    if written.isalpha() and written.islower() and place is not _Place.FIRST:  # most are
        return _Run(written, (), written, small=len(written) > 3)
    words = [(written, 0)] if written.isalnum() else [(match[0], match.start()) for match in _WORD.finditer(written)]
    begins = _begins(written, place)
    large = tuple(
        _Word(word, at, at in begins, small)
        for word, at in words
        if (small := place is _Place.FIRST and not at and word[0].islower())
        or word != word.lower()
        or _SYMBOL.search(word)
    )
    inside = [word.written for word in large if not word.begins and (word.at or place is not _Place.STOPPED)]
    long = [word for word in inside if len(word) > 3 and word.isalpha()]
    return _Run(
        written,
        large,
        _said(written, large, _all),
        len(long),
        sum([word[0].isupper() and not _has_inner(word) for word in long]),
        sum([len(word) > 3 and word.islower() and word.isalpha() for word, _ in words]),
        _behind(written, begins),
    )


def _begins(written: str, place: _Place) -> set[int]:
    """Where in a run a part of the title begins; at its end, where with the next run."""
    begins = {match.end() for match in _COLON.finditer(written)} if ":" in written else set()
    if place >= _Place.BEGINS and (opening := _BEGINNING.match(written)):
        begins.add(opening.end())
    return begins


def _behind(written: str, begins: set[int]) -> _Place:
    if len(written) in begins:
        return _Place.BEGINS
    return _Place.STOPPED if written.endswith(_STOPS) else _Place.WITHIN


def _said(written: str, large: Iterable[_Word], meant: _Meant) -> str:
    marked, end = "", 0
    for word in large:
        if word.small or meant(word.written, word.begins):
            marked += f"{written[end : word.at]}{_braced(word.written)}"
            end = word.at + len(word.written)
    return spelt(marked + written[end:])


def _braced(word: str) -> str:
    return OPEN + _PART.sub(_grouped, word) + CLOSE


def _grouped(part: re.Match[str]) -> str:
    return _SPOILT.sub(CLOSE + OPEN, part[0]) if part[0].isupper() else part[0]


def _all(word: str, begins: bool) -> bool:
    return any(map(str.isupper, word[begins:])) or _has_inner(word)


def _special(word: str, begins: bool) -> bool:
    return _has_inner(word) or (len(word) == 1 and word.isupper() and word != "A" and not begins)


def _those_with_digits(word: str, _: bool) -> bool:
    return any(map(str.isdigit, word)) and any(map(str.isupper, word))


def _has_inner(word: str) -> bool:
    """Whether the word has a capital within, or mixes letters and digits: `MRI`, `mTOR`, `X-ray`, `S1`, `p53`."""
    if _SYMBOL.search(word):
        return True
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
