"""The letters of titles, spelt one way, and where those of a title stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit.checks import said

# What copy editors change on either side of the Atlantic.
_SPELT = {"z": "s", "our": "or", "ae": "e", "oe": "e", "programme": "program", "sulph": "sulf", "ll": "l"}
_SPELT |= {f"{stem}re": f"{stem}er" for stem in ("cent", "fib", "lit", "met")}
_SIGNS = re.compile(r"([<>])\s?or\s?(?==)")  # as MEDLINE writes ≥
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # as an export glues a title to its journal: `minimal modelsJ. Phys.`
_DECIMAL = re.compile(r"(?<!\d)\.(?=\d)")  # `P<.05`
_BRITISH = re.compile("|".join(_SPELT))
_SHORTENED = {"vs": "versus"}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_SHORTENED |= {word: str(number) for number, word in enumerate(_NUMBERS)}
_ROMAN = {roman: str(number) for number, roman in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_COUNTED = frozenset("part parts phase stage type class grade level section chapter study".split())
_SMALL_WORDS = frozenset(("the", "a", "an", "and"))


def letters(title: str) -> str:
    """Its letters without small words, spelt as in America, numbers as digits: `six-month`, `Part II`."""
    return _joined(_spelt(said.tokens(_written(title))))


def around(title: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a title, folded with its marks, each time that a text has the title's letters from
    the beginning of a word to the end of one."""
    wanted = letters(title)
    if not wanted or wanted not in letters(text):
        return
    for written in dict.fromkeys((text, _GLUED.sub(" ", text))):
        yield from _around(wanted, _written(written))


def _around(wanted: str, text: str) -> Iterator[tuple[str, str]]:
    whole, placed = said.placed(text)
    told = _spelt([word for word, _, _ in placed])
    for at, first in enumerate(told):
        if first and wanted.startswith(_joined([first])[:1]):
            end = _end(told, at, wanted)
            if end:
                start = next((before for before in range(at, 0, -1) if told[before - 1]), 0)  # its small words
                yield whole[: placed[start][1]], whole[placed[end - 1][2] :]


def _end(told: list[str], at: int, wanted: str) -> int:
    """Where the words end that from a place on have the wanted letters; 0 where others stand there."""
    for end in range(at + 1, len(told) + 1):
        read = _joined(told[at:end])
        if read == wanted:
            return end
        if len(read) >= len(wanted):
            return 0
    return 0


def _written(title: str) -> str:
    return _DECIMAL.sub("0.", _SIGNS.sub(r"\1", title))


def _joined(spelt: list[str]) -> str:
    return _BRITISH.sub(_american, "".join(spelt))


def _spelt(words: Sequence[str]) -> list[str]:
    """Each word as it is spelt here; a small one is empty."""
    pairs = zip(("", *words), words, strict=False)
    return ["" if word in _SMALL_WORDS else _one_way(word, before) for before, word in pairs]


def _one_way(word: str, before: str) -> str:
    if before in _COUNTED or len(word) > 1:
        word = _ROMAN.get(word, word)
    return _SHORTENED.get(word, word)


def _american(found: re.Match[str]) -> str:
    return _SPELT[found[0]]
