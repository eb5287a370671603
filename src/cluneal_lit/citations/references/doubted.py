"""What counts up from the first and labels no entry: the initials of authors, and the parts of a numbered entry."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.references import authors, headings, noted
from cluneal_lit.late import late

_OPENING = 400
_BLANKS = " \t\u00a0>\f"
_BEGIN = late(rf"\n[{_BLANKS}]*(?=(?P<initial>[{authors.UPPER}]\.[\s\-‐]?)?{authors.PARTICLE}{{0,3}}[{authors.UPPER}])")
_NUMBER = late(rf"\n(?P<indent>[{_BLANKS}]*)\\?[\[(]?(?P<number>\d{{1,3}})\\?[\]).]{{1,2}}[ \t\u00a0]+(?=\S)")
_ENDED = re.compile(r"[.;\d)\]>/*_][*_]{0,2}\s*$")
_OPENED = re.compile(r":[*_]{0,2}[ \t]*\n")
_LEFT = re.compile(rf"\n[{_BLANKS}]*\n(?=[^\s>])")
_NEAR = 600  # characters in which the next entry begins
_FARTHEST = 4000  # from a number to a part of its entry


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


class _Number(Struct, frozen=True):
    """A number that labels a line: where that begins, how far it is indented, and whether a reference stands there."""

    start: int
    indent: int
    number: int
    reference: bool


class Numbered:
    """The numbered entries of a text, and what stands within one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = list(_numbers(text))
        self._starts = [one.start for one in self._numbers]

    def holds(self, at: int, indent: str) -> bool:
        """Whether the line there, with a letter before it, is a part of a numbered entry: it is indented below the
        number, or what leads to it ends with a colon, or the next number follows it."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or at - self._numbers[place].start > _FARTHEST:
            return False
        own = self._numbers[place]
        behind = self._numbers[place + 1] if place + 1 < len(self._numbers) else None
        follows = behind is not None and behind.number == own.number + 1 and behind.start - at <= _FARTHEST
        before = self._numbers[place - 1] if place and self._numbers[place - 1].number == own.number - 1 else None
        listed = own.reference or (follows and behind and behind.reference) or (before and before.reference)
        between = self._text[own.start : at]
        if not listed or _titled(between):
            return False
        deeper = len(indent.expandtabs(4)) > own.indent or _OPENED.search(f"{between}\n")
        return follows or bool(deeper and not _LEFT.search(f"{between}-"))


def _titled(between: str) -> bool:
    """Whether a heading stands in the lines."""
    lines = between.strip().split("\n")
    return any(headings.is_heading(line.strip(), 0, len(line.strip())) or line.startswith("#") for line in lines)


def _numbers(text: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(f"\n{text}"):
        indent = len(match["indent"].expandtabs(4))
        yield _Number(match.start(), indent, int(match["number"]), begins_reference(text, match.end() - 1))
