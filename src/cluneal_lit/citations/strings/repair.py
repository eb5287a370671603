"""What the form of a reference rules out or demands, put right in the segments that the model marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from cluneal_lit.citations.strings import repair_gaps as gaps
from cluneal_lit.citations.strings import repair_journals as journals
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.order import RULES
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.rule import labels_of
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_START = attrgetter("start")


def repaired(found: Tokens, segments: Sequence[Segment], names: Phrases) -> Segments:
    """The segments, mended; in their order. `names`: those of journals."""
    mended = journals.journal_found(found, list(segments), names)
    cued = _cued(found.texts)
    due = cued & _fitting(labels_of(mended))
    while due:
        first = due & -due
        due ^= first
        after = RULES[first.bit_length() - 1].mend(found, mended)
        if after != mended:
            mended = sorted(after, key=_START)
            due = cued & _fitting(labels_of(mended)) & -(first << 1)
    return gaps.own_journal(found, mended, names)


def _cued(texts: Sequence[str]) -> int:
    """The rules for whose words a string has one, and those that need none, as the bits at their places."""
    cued = _UNCUED
    for text in texts:
        cued |= _CUED.get(word(text), 0)
    return cued


@lru_cache(maxsize=1 << 12)
def _fitting(labels: frozenset[str]) -> int:
    """The rules that may change segments with these labels, as above."""
    return sum(1 << at for at, one in enumerate(RULES) if one.fits(labels))


_UNCUED = sum(1 << at for at, one in enumerate(RULES) if not one.words)
_CUED = {
    cue: sum(1 << at for at, one in enumerate(RULES) if cue in one.words)
    for cue in frozenset().union(*(one.words for one in RULES))
}
