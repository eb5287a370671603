"""A rule of repair, and what a string must have for it to mend anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.segments import Segments
from cluneal_lit.citations.strings.tokens import Tokens

Mend = Callable[[Tokens, Segments], Segments]


class Signs(Struct, frozen=True):
    """What tells soon that a rule mends nothing: the labels of a string's segments, and its words, folded."""

    labels: frozenset[str]
    words: frozenset[str]


class Rule(Struct, frozen=True):
    """What the form of a reference demands, `mend`; it changes only strings that have all labels of `has`, one of `some`,
    none of `lacks`, and one of `words`. Where `some` or `words` is empty, any will do."""

    mend: Mend
    has: frozenset[str]
    some: frozenset[str]
    lacks: frozenset[str]
    words: frozenset[str]

    def concerns(self, signs: Signs) -> bool:
        """Whether the rule may change a string."""
        labels = signs.labels
        if not (self.has <= labels and self.lacks.isdisjoint(labels)):
            return False
        return not ((self.some and self.some.isdisjoint(labels)) or (self.words and self.words.isdisjoint(signs.words)))

    def __call__(self, found: Tokens, segments: Segments) -> Segments:
        """The segments, mended; the same list where the rule does not concern them."""
        return self.mend(found, segments) if self.concerns(signs(found, segments)) else segments


def rule(
    *, has: Iterable[str] = (), some: Iterable[str] = (), lacks: Iterable[str] = (), words: Iterable[str] = ()
) -> Callable[[Mend], Rule]:
    """What makes a function a rule."""
    return lambda mend: Rule(mend, frozenset(has), frozenset(some), frozenset(lacks), frozenset(words))


def signs(found: Tokens, segments: Segments) -> Signs:
    """Those of a string."""
    return Signs(labels_of(segments), frozenset(map(word, found.texts)))


def labels_of(segments: Segments) -> frozenset[str]:
    """The labels that segments have."""
    return frozenset([one.label for one in segments])
