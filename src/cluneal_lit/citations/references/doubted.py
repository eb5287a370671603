"""What counts up from the first and labels no entry: the initials of authors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references import authors, noted
from cluneal_lit.late import late

_OPENING = 400
_BLANKS = " \t\u00a0>\f"
_BEGIN = late(rf"\n[{_BLANKS}]*(?=(?P<initial>[{authors.UPPER}]\.[\s\-‐]?)?{authors.PARTICLE}{{0,3}}[{authors.UPPER}])")
_ENDED = re.compile(r"[.;\d)\]>/*_][*_]{0,2}\s*$")
_NEAR = 600  # characters in which the next entry begins


def begins_reference(text: str, at: int) -> bool:
    """Whether people or a group, or author, title and year stand there."""
    end = min(len(text), at + _OPENING)
    return bool(authors.leading(text[at:end], told=True).names or noted.WORK.match(text, at, end))


def follows_end(text: str, at: int) -> bool:
    """Whether what stands above there ended as references do."""
    return bool(_ENDED.search(text[max(0, at - 40) : at]))


def is_initialled(text: str, at: int) -> bool:
    """Whether people with their initials first begin there."""
    return authors.leading(text[at : at + _OPENING]).style == "initials first"


def are_initials(text: str, places: Sequence[tuple[int, int, int]]) -> bool:
    """Whether capitals with full stops are initials and no labels, by where their lines, they and what stands behind
    them begin: with them two people begin, and one without them, `A. Adams, R. Stone. Title`; or other entries of
    people with initials stand between or around them."""
    whole = [authors.leading(text[at : at + _OPENING]) for _, at, _ in places]
    rest = [authors.leading(text[content : content + _OPENING]) for *_, content in places]
    initialled = [one.style == "initials first" for one in whole]
    more = [shown and len(one.names) > len(two.names) for shown, one, two in zip(initialled, whole, rest, strict=True)]
    return any(initialled) and (2 * sum(more) > len(places) or _others(text, [start for start, *_ in places]))


def _others(text: str, starts: Sequence[int]) -> bool:
    """Whether further entries begin between these lines, or with an initial near them."""
    first, last = starts[0], starts[-1]
    own = set(starts)
    for match in _BEGIN.finditer(f"\n{text}", max(0, first - _NEAR), min(len(text) + 1, last + 2 * _NEAR)):
        if match.start() in own or not (match["initial"] or first < match.start() < last):
            continue
        at = match.end() - 1
        if follows_end(text, match.start()) and authors.leading(text[at : at + _OPENING]).names:
            return True
    return False
