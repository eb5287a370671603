"""Names of journals and meetings that are made of the initials or beginnings of another's words."""

from __future__ import annotations

import re

from cluneal_lit import journals
from cluneal_lit.folding import words

# Capitals as NLM sets them behind a name's colon, up to the next name: `CQ: the international …`, `CCLM / FESCC`.
_CAPITALS = re.compile(r"\s*([A-Z][A-Za-z]?(?:[\s.&]*[A-Z])+)\W*(?:[:;=/].*)?$")
_LEAST = 3  # letters of an acronym
_JOINED = 12  # letters of a name of which a word may be parted


def is_made_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the one word of a name is made of the beginnings of the other's words, in order: PNAS, NeurIPS."""
    is_acronym = len(short) == 1 < len(long) and len(short[0]) >= _LEAST
    return is_acronym and not any(word.startswith(short[0]) for word in long) and _begins(short[0], long)


def is_headed(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the first word of a name stands for the beginning of the other, and its others for the rest: JBJS Am."""
    if not 1 < len(short) < len(long) or len(short[0]) < _LEAST:
        return False
    cut = len(short[0])
    initials = "".join(word[0] for word in long[:cut])
    rest = long[cut : cut + len(short) - 1]
    return initials == short[0] and len(rest) == len(short) - 1 and journals.abbreviates(short[1:], rest)


def is_doubled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name has its acronym before it, as NLM writes some: AJR Am J Roentgenol."""
    acronym = "".join(word[0] for word in other)
    return len(one) > 2 and one[0] == acronym and journals.abbreviates(one[1:], other)


def is_joined(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name has words that the other writes as one: `Neuro Endocrinol Lett`, `Neuroendocrinology Letters`."""
    letters = "".join(short)
    return len(short) > len(long) > 1 and len(letters) >= _JOINED and _begins(letters, long)


def is_behind(name: str, behind: str) -> bool:
    """Whether what stands behind a name is its acronym in capitals, of letters of its words in order, those within
    words and of small words too: `Trends in genetics: TIG`, `Biomedical chromatography: BMC`."""
    found = _CAPITALS.match(behind)
    rest = iter("".join(words(name)))
    return found is not None and all(letter in rest for word in words(found[1]) for letter in word)


def _begins(letters: str, words: tuple[str, ...]) -> bool:
    if not letters:
        return True
    for at, word in enumerate(words):
        for count in range(min(len(letters), len(word)), 0, -1):
            if word[:count] == letters[:count] and _begins(letters[count:], words[at + 1 :]):
                return True
    return False
