"""Two titles held against each other: their letters, the words that one has alone, their numbers and kinds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Set
from itertools import chain

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.opposites import opposed
from cluneal_lit.duplicates.titles import is_about
from cluneal_lit.journals import FILLERS

SERIES = 5  # places at which a title stands that is one of a series

# Levels of titles: 1 to 4 the same, by the number of their words; 5 to 10 one has all words of the other, few or five
# and more of them, by what it adds; 11 and 12 likeness .9, 13 and 14 .8, without and with other words; 15 to 18 less.
CONTAINED, UNLIKE, NEITHER = 10, 18, 20
# What a level comes to: 0 missing, 1 the same, 2 nearly so, 3 alike, 4 unlike.
_CLASSES = (0, 2, 2, 1, 1, 2, 2, 3, 2, 2, 3, 2, 3, 3, 3, 3, 4, 4, 4, 0, 0)
# Words that databases write one for another, or leave out.
JOINTS = FILLERS | frozenset("an by from to with at as or vs versus among between into its".split())
_LOOSE = 0.6  # likeness of titles below which no word of one is sought in the other
_SHORT = 4  # letters of a word that may be misspelt
_MISSPELT = 80  # likeness from which on two words are one


class Wording(Struct, frozen=True, gc=False):
    """Two titles held against each other, as levels; 0 where one is missing.

    `shared`: how rare the words are that both have; `likeness` of their letters; `differing`: how rare those are
    that each has alone; `added`: those of the one that has more. `numbers`: 1 the same, 2 one has more, 3 they
    differ. `kinds`: what only one says to be; `about`: one begins or ends so. `contrast`: but for one number or
    opposite each they are the same; `other`: each has words alone that are more than joints. `series`: 0 to 2, by
    the number of places at which such a title stands.
    """

    title: int
    kinds: frozenset[str]
    kind: int
    series: int
    contrast: bool = False
    shared: int = 0
    likeness: int = 0
    differing: int = 0
    added: int = 0
    numbers: int = 0
    about: bool = False
    other: bool = False

    @property
    def alike(self) -> int:
        """0 missing, 1 the same, 2 nearly so, 3 alike, 4 unlike."""
        return _CLASSES[self.title]


def wording(left: Described, right: Described, corpus: Corpus) -> Wording:
    """The titles of two records held against each other."""
    kinds = left.kinds ^ right.kinds
    kind = min(len(kinds), 2) if kinds else 3 if left.kinds else 0
    if not left.title or not right.title:
        return Wording(0 if left.title or right.title else NEITHER, kinds, kind, 0)
    series = _series(max(corpus.places[left.title], corpus.places[right.title]))
    if left.title == right.title:
        level = 1 + bisect_right((3, 5, 8), len(left.words))
        return Wording(level, kinds, kind, series, False, _shared(_rarity(left.words, corpus)), 9, 1, 1, 1)
    likeness = fuzz.ratio(left.title, right.title) / 100
    ours, theirs = {*left.words}, {*right.words}
    shared = _rarity(ours & theirs, corpus)
    differing = _differing(ours, theirs, likeness)
    few, many = sorted(_rarity(words, corpus) for words in differing)
    numbers = _numbers(left.numbers, right.numbers)
    level = _level(likeness, min(len(left.words), len(right.words)), shared, few, many)
    return Wording(
        level,
        kinds,
        kind,
        series,
        _contrast(*differing) or (numbers == 3 and all(map(str.isdigit, chain(*differing)))),
        _shared(shared) if _CLASSES[level] < 4 else 0,
        1 + bisect_right((0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.97, 0.99), likeness),
        1 + bisect_right((0.05, 0.4, 0.8, 1.5, 3), few),
        1 + bisect_right((0.05, 0.5, 1.0, 2.0, 4), many),
        numbers,
        is_about(left.about, right.words, right.about) or is_about(right.about, left.words, left.about),
        all(not JOINTS.issuperset(words) for words in differing),
    )


def _level(likeness: float, words: int, shared: float, few: float, many: float) -> int:
    if few < 0.05 and shared > 0:
        return 5 + 3 * (words >= 5) + bisect_right((0.6, 2.0), many)
    if likeness >= 0.9:
        return 11 + (few >= 0.5)
    if likeness >= 0.8:
        return 13 + (few >= 0.8)
    return UNLIKE - bisect_right((0.4, 0.55, 0.65), likeness)


def _rarity(words: Iterable[str], corpus: Corpus) -> float:
    return sum(map(corpus.rarity.__getitem__, words))


def _shared(rarity: float) -> int:
    return 1 + bisect_right((0.8, 1.5, 2.5, 4, 6), rarity)


def _series(places: int) -> int:
    return 2 if places >= SERIES else 1 if places >= 3 else 0


def _differing(left: set[str], right: set[str], likeness: float) -> tuple[set[str], set[str]]:
    """The words that each title has alone, but for those that are one misspelt, or two of the other without a blank."""
    ours, theirs = left - right, right - left
    if not ours or not theirs or likeness < _LOOSE:
        return ours, theirs
    for word in sorted(ours):
        if counterpart := _misspelt(word, theirs):
            ours.discard(word)
            theirs.discard(counterpart)
    return {word for word in ours if not _compound(word, right)}, {word for word in theirs if not _compound(word, left)}


def _contrast(ours: Set[str], theirs: Set[str]) -> bool:
    if len(ours) != 1 or len(theirs) != 1:
        return False
    (one,), (other,) = ours, theirs
    return opposed(one, other) or (_is_number(one) and _is_number(other) and not _is_glued(one, other))


def _is_number(word: str) -> bool:
    """Whether a word has a number at its end, or is a letter or numeral that counts: `B`, `IV`."""
    return word[-1].isdigit() or len(word) == 1 or word == "iv"


def _is_glued(one: str, other: str) -> bool:
    """Whether one is the other with a word before it: `HPV16`, `HPV 16`, and not 116 and 16."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not long.removesuffix(short)[-1:].isdigit()


def _misspelt(word: str, others: Iterable[str]) -> str:
    """The first, in their order, of the words that is this one but for a letter or two; empty for none."""
    size = len(word)
    if size < _SHORT:
        return ""
    near = [other for other in others if len(other) >= _SHORT and abs(len(other) - size) <= size // 2]
    return min(
        (other for other in near if fuzz.ratio(word, other) >= _MISSPELT and not opposed(word, other)), default=""
    )


def _compound(word: str, others: Iterable[str]) -> bool:
    """Whether the word is two of the words."""
    if len(word) < 2 * _SHORT:
        return False
    heads = [head for head in others if _SHORT <= len(head) <= len(word) - _SHORT and word.startswith(head)]
    return any(_misspelt(word[len(head) :], others) for head in heads)


def _numbers(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """The level of numbers; the number of a footnote behind another (`3M1`) does not make it one more."""
    if left == right:
        return 1
    one, other = Counter(left) - Counter(right), Counter(right) - Counter(left)
    for number in list(one):
        for counterpart in list(other):
            if min(len(number), len(counterpart)) > 1 and _begins(number, counterpart):
                one.pop(number, 0)
                other.pop(counterpart, 0)
    return 1 if not one and not other else 3 if one and other else 2


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
