"""What says how far the publication of a work is."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_STATES = tuple(
    state.split()
    for state in (
        "advance online",
        "advance access",
        "published online",
        "online first",
        "epub ahead",
        "ahead of print",
        "in press",
        *(f"published {month}" for month in sorted(MONTHS)),
    )
)
_BEGINNINGS = frozenset(state[0] for state in _STATES)


@rule(has=("journal",), words=_BEGINNINGS)
def without_state(found: Tokens, segments: Segments) -> Segments:
    """The journal ends before what says how far its publication is: `Pain. Advance online publication`."""
    mended = [_without_state(found, one) if one.label == "journal" else one for one in segments]
    return segments if mended == segments else [one for one in mended if one.end > one.start]


def _without_state(found: Tokens, one: Segment) -> Segment:
    words = [word(text) for text in found.texts[one.start : one.end]]
    if _BEGINNINGS.isdisjoint(words):
        return one
    for at in range(len(words)):
        if (at == 0 or words[at - 1] in ".,") and any(words[at : at + len(state)] == state for state in _STATES):
            end = one.start + at
            return Segment(one.label, one.start, end - (at > 0))
    return one
