"""Names of journals in a reference string, found by a public list."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LONGEST = 14


class Phrases:
    """Names of journals, as hashes of their folded words: whole names, and the beginnings that lead to them."""

    def __init__(self, whole: Iterable[int], beginnings: Iterable[int]) -> None:
        self.whole = frozenset(whole)
        self.beginnings = frozenset(beginnings)

    def found(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """The stretches of tokens, first to last (exclusive), that are names: the longest at each place, apart.

        `words`: the folded tokens; marks are empty and stand inside a name without parting it.
        """
        found: list[tuple[int, int]] = []
        behind = 0
        for at, word in enumerate(words):
            if word and at >= behind and (end := self._longest(words, at)):
                found.append((at, end))
                behind = end
        return found

    def __contains__(self, words: Sequence[str]) -> bool:
        """Whether words, as above, are one name and nothing else."""
        return bool(words) and bool(words[0]) and self._longest(words, 0) == len(words)

    def begun(self, words: Sequence[str]) -> list[int]:
        """The tokens that a name begins with, in order; `words` as above."""
        return [at for at, word in enumerate(words) if word and _first(word) in self.beginnings]

    def _longest(self, words: Sequence[str], at: int) -> int:
        digest = _first(words[at])
        longest = at + 1 if digest in self.whole else 0
        if digest not in self.beginnings:
            return longest
        for place in range(at + 1, min(len(words), at + 2 * _LONGEST)):
            word = words[place]
            if not word:
                continue
            digest = _added(digest, word)
            if digest in self.whole:
                longest = place + 1
            if digest not in self.beginnings:
                break
        return longest


def _added(digest: int, word: str) -> int:
    """The hash of a name that goes on with a word."""
    return zlib.crc32(word.encode() + b" ", digest)


@lru_cache(maxsize=1 << 16)
def _first(word: str) -> int:
    """The hash of a name that begins with a word."""
    return _added(0, word)


def listed(names: Iterable[Sequence[str]]) -> Phrases:
    """The phrases of names that are given as folded words."""
    whole: set[int] = set()
    beginnings: set[int] = set()
    for words in names:
        digest = 0
        for place, word in enumerate(words):
            digest = _added(digest, word)
            (whole if place == len(words) - 1 else beginnings).add(digest)
    return Phrases(whole, beginnings)


def encoded(phrases: Phrases) -> bytes:
    """The phrases as bytes: the number of whole names, then the hashes of both, sorted."""
    whole, beginnings = sorted(phrases.whole), sorted(phrases.beginnings)
    return array("I", [len(whole), *whole, *beginnings]).tobytes()


def decoded(content: bytes) -> Phrases:
    """The phrases of the bytes that `encoded` gives."""
    numbers = array("I", content)
    size = numbers[0] + 1
    return Phrases(numbers[1:size], numbers[size:])
