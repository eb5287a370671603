"""Whether two words are one that is spelt in two ways or misspelt, and not two that are much alike.

`Niger` and `Nigeria`, `afferent` and `efferent` are two: one letter in the place of another, or more than one too many,
makes another word as often as a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from operator import ne

from cluneal_lit.duplicates.wording import JOINTS

# The ends of singular and plural; British and American, German and Latin spellings of one sound; letters that programs
# that read pages take for each other.
_SPELLINGS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"(?<=..)(?:ies|es|s|e)$", ""),
        (r"rn", "m"),
        (r"ae|oe", "e"),
        (r"ou(?=r)", "o"),
        (r"ph", "f"),
        (r"[ck]", "c"),
        (r"[yl]", "i"),
        (r"z", "s"),
        (r"(?<=t)re$", "er"),
        (r"(.)\1", r"\1"),
        (r"(?<=...)i$", ""),
    )
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{4})\d$")
_SHORT, _LONG, _LONGER = 4, 7, 10  # letters of a word that may be misspelt, and that may have one or two others
_KNOWN = 0.9  # rarity of a word that several titles have


def own_words(ours: Iterable[str], theirs: Iterable[str], rarity: Mapping[str, float]) -> tuple[set[str], set[str]]:
    """The words that each title has alone, but for joints, and for those that the other spells otherwise. `rarity` of
    words, 1 of one that no other title has."""
    mine, others = ({_FOOTNOTE.sub("", word) for word in words} for words in (ours, theirs))
    alone, beside = mine - others, others - mine
    for word in sorted(alone):
        found = (other for other in sorted(beside) if is_slip(word, other) or _is_typed(word, other, rarity))
        if counterpart := next(found, ""):
            alone.discard(word)
            beside.discard(counterpart)
    _joined(alone, others, beside)
    _joined(beside, mine, alone)
    return _told(alone, others), _told(beside, mine)


def _joined(alone: set[str], others: Set[str], beside: set[str]) -> None:
    """Take out the words that are two of the other title without a blank, of which the second may be misspelt, and
    those."""
    for word in sorted(alone):
        heads = [head for head in others if len(head) >= _SHORT and word.startswith(head) and head != word]
        pairs = [(head, other) for head in heads for other in beside if _is_rest(word.removeprefix(head), other)]
        if pairs:
            alone.discard(word)
            beside.difference_update(*pairs)


def _is_rest(rest: str, other: str) -> bool:
    return rest == other or is_slip(rest, other)


def _is_typed(one: str, other: str, rarity: Mapping[str, float]) -> bool:
    """Whether a word that no other title has is one that several have, but for its first letter, or a letter in the
    place of another, two of a long word."""
    rare, known = sorted((one, other), key=lambda word: -rarity.get(word, 1))
    if rarity.get(rare, 1) < 1 or rarity.get(known, 1) > _KNOWN:
        return False
    if rare == known[1:]:  # which lost its first letter; without its `a` a word says the contrary
        return not known.startswith("a")
    if len(rare) != len(known) or len(rare) < _LONG:
        return False
    return rare[0] == known[0] and sum(map(ne, rare, known)) <= 1 + (len(rare) >= _LONGER)


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one but for its spelling, a letter too many behind the first, or two that swapped."""
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < _SHORT:
        return False
    if _spelt(one) == _spelt(other):
        return True
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or len(long) - len(short) > 1:
        return False
    at = next((at for at, (mine, its) in enumerate(zip(short, long, strict=False)) if mine != its), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


def _spelt(word: str) -> str:
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word


def _told(words: Set[str], others: Set[str]) -> set[str]:
    """The words but for joints, and for those that are two of the other title without a blank, or a half of one."""
    whole = {one + other for one in others for other in others} if words else set()
    return {word for word in words if word not in JOINTS and word not in whole}
