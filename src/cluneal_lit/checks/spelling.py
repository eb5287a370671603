"""The letters of titles, spelt one way, and where those of a title stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from cluneal_lit.checks import said
from cluneal_lit.late import late

# What copy editors change on either side of the Atlantic.
_SPELT = {"programme": "program", "ageing": "aging", "grey": "gray", "dgement": "dgment", "sceptic": "skeptic"}
_SPELT |= {f"{stem}ce": f"{stem}se" for stem in ("defen", "offen", "licen", "practi")} | {
    "mould": "mold",
    "logue": "log",
}
_SPELT |= {f"{stem}re": f"{stem}er" for stem in ("cent", "fib", "lit", "met", "uv")}
_SPELT |= {"z": "s", "our": "or", "ae": "e", "oe": "e", "sulph": "sulf", "ll": "l"}
_SIGNS = re.compile(r"([<>])\s?or\s?(?==)")  # as MEDLINE writes ≥
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # as an export glues a title to its journal: `minimal modelsJ. Phys.`
_DECIMAL = re.compile(r"(?<!\d)\.(?=\d)")  # `P<.05`
_BRITISH = re.compile("|".join(_SPELT))
_SHORTENED = {"vs": "versus"}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_NUMBERS += "sixteen seventeen eighteen nineteen".split()
_SHORTENED |= {word: str(number) for number, word in enumerate(_NUMBERS)}
_TENS = {word: number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SHORTENED |= {word: f"{number}0" for word, number in _TENS.items()}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SHORTENED |= {word: f"{at}{'st nd rd'.split()[at - 1] if at < 4 else 'th'}" for at, word in enumerate(_ORDINALS, 1)}
_ROMAN = {roman: str(number) for number, roman in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_COUNTED = frozenset("part parts phase stage type class grade level section chapter study".split())
_SMALL_WORDS = frozenset(("the", "a", "an", "and"))
# What letters tell apart: an `A` behind it is no article.
_LETTERED = _COUNTED | frozenset(
    "hepatitis vitamin group influenza protein factor immunoglobulin toxin arm category haemophilia hemophilia coenzyme"
    " apolipoprotein subtype genotype strain cohort receptor kinase antigen complex domain region panel annex appendix"
    " cluster form model zone streptococcus streptococci".split()
)
# Numbers in a row, `1, 2 and 5`; thousands, `10,000`.
_LISTED = late(r"(?<=\d)(?<!\b0)(?:\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)(?=\d{1,2}\b)")
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}\b)")
_COMPARED = late(r"([<>≤≥])\s?=?\s?(?=[.\d])")
_ONE_SIGN = str.maketrans("≤≥", "<>")


def letters(title: str) -> str:
    """Its letters without small words, spelt as in America, numbers as digits: `six-month`, `Part II`."""
    return _joined(_spelt(said.tokens(written(title))))


def comparisons(title: str) -> list[str]:
    """The signs before its numbers, `<` or `>`, in their order."""
    return [sign.translate(_ONE_SIGN) for sign in _COMPARED.findall(_SIGNS.sub(r"\1", unescape(title)))]


def around(title: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a title, folded with its marks, each time that a text has the title's letters from
    the beginning of a word to the end of one."""
    wanted = letters(title)
    if not wanted or wanted not in letters(text):
        return
    for way in dict.fromkeys((text, unglued(text))):
        yield from _around(wanted, written(way))


def unglued(text: str) -> str:
    """The text with a blank where a small letter stands before a large one, as exports glue words."""
    return _GLUED.sub(" ", text)


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


def written(title: str) -> str:
    """The title with its numbers written one way, and those in a row parted."""
    return _LISTED.sub(" comma ", _THOUSANDS.sub("", _DECIMAL.sub("0.", _SIGNS.sub(r"\1", title))))


def _joined(spelt: list[str]) -> str:
    return "".join(spelt)


def _spelt(words: Sequence[str]) -> list[str]:
    """Each word as it is spelt here; empty a small one, and the tens of a number in two words."""
    threes = zip(("", *words), words, (*words[1:], ""), strict=False)
    return [_one_way(*three) for three in threes]


@lru_cache(maxsize=65536)
def _one_way(before: str, word: str, behind: str) -> str:
    if word in _SMALL_WORDS and not (word == "a" and before in _LETTERED):
        return ""
    if word in _TENS and _is_unit(behind):
        return ""
    if before in _TENS and _is_unit(word):
        return f"{_TENS[before]}{_SHORTENED[word]}"
    if before in _COUNTED or len(word) > 1:
        word = _ROMAN.get(word, word)
    return _BRITISH.sub(_american, _SHORTENED.get(word, word))


def _is_unit(word: str) -> bool:
    """Whether a word is a number behind a ten: `five`, `fifth`."""
    return word in _NUMBERS[1:10] or word in _ORDINALS[:9]


def _american(found: re.Match[str]) -> str:
    return _SPELT[found[0]]
