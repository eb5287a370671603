"""A rule of repair, and what a string must have for it to mend anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from msgspec import Struct

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.segments import Segments
from cluneal_lit.citations.strings.tokens import Tokens

Mend = Callable[[Tokens, Segments], Segments]


class Rule(Struct, frozen=True):
    """What the form of a reference demands, `mend`: it changes only strings that have segments of all labels of `has`,
    of one of `some` and of none of `lacks`, and one of `words`, folded. Where `some` or `words` is empty, any will do.
    """

    mend: Mend
    has: frozenset[str]
    some: frozenset[str]
    lacks: frozenset[str]
    words: frozenset[str]

    def fits(self, labels: AbstractSet[str]) -> bool:
        """Whether segments with these labels may be changed."""
        return self.has <= labels and self.lacks.isdisjoint(labels) and not (self.some and self.some.isdisjoint(labels))

    def __call__(self, found: Tokens, segments: Segments) -> Segments:
        """The segments, mended; the same list where they or the words are none for the rule."""
        cued = not self.words or not self.words.isdisjoint(map(word, found.texts))
        return self.mend(found, segments) if cued and self.fits(labels_of(segments)) else segments


def rule(
    *, has: Iterable[str] = (), some: Iterable[str] = (), lacks: Iterable[str] = (), words: Iterable[str] = ()
) -> Callable[[Mend], Rule]:
    """What makes a function a rule."""
    return lambda mend: Rule(mend, frozenset(has), frozenset(some), frozenset(lacks), frozenset(words))


def labels_of(segments: Segments) -> frozenset[str]:
    """The labels that segments have."""
    return frozenset([one.label for one in segments])
