"""The marks that end fields and belong to them."""

from __future__ import annotations

from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_CLOSING = frozenset(").?!")


@rule()
def with_closing_marks(found: Tokens, segments: Segments) -> Segments:
    """A field ends with the mark that belongs to it."""
    begun = {one.start for one in segments}
    return [
        Segment(one.label, one.start, one.end + 1) if one.end not in begun and _is_own(found, one) else one
        for one in segments
    ]


def _is_own(found: Tokens, one: Segment) -> bool:
    """Whether the mark behind a field closes a bracket inside it, asks its title, or is the dot of its last initial."""
    mark = found.texts[one.end] if one.end < len(found.texts) else ""
    if mark not in _CLOSING:
        return False
    texts = found.texts[one.start : one.end]
    if mark == ")":
        return texts.count("(") > texts.count(")")
    if one.label in ("author", "editor"):
        return mark == "." and "." in texts and is_initials(texts[-1])
    return one.label == "title" and mark in ("?", "!")
