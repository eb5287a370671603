"""The numbers with which the entries of a list begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from cluneal_lit.documents.pdf.lines import STOPPED, Line

_LABEL = re.compile(r"[\[(]?(\d{1,4})(?:[\])][.:]?|\.)(?:\s+|(?=[A-Z\u00c0-\u00de]))(?=\S)")
_FIRST = frozenset("[(0123456789")
_BARE = re.compile(r"(\d{1,3})\s+(?=[A-Z\u00c0-\u00de])")
_SKIPPED = 2
_INDENT = 0.5
_ALIGNED = 1.2


class _Label(Struct, frozen=True):
    """A number at the beginning of a line; `bare` that neither stop nor bracket follows it."""

    number: int
    bare: bool


class Counting:
    """Which number comes next in the list that is being read, and where its numbers stand."""

    def __init__(self) -> None:
        self._last = _Label(0, False)
        self._x = 0.0

    def numbers(self, block: Sequence[Line]) -> list[int | None]:
        """The numbers with which lines begin as entries of a list do; None for those that only stand there."""
        labels = [_label(line.text) if line.text[0] in _FIRST else None for line in block]
        places = [at for at, label in enumerate(labels) if label]
        if not places:
            return [None] * len(block)
        firsts = {at for at, behind in pairwise(places) if _begin(block, labels, at, behind)}
        return [self._number(block, at, label, at in firsts) if label else None for at, label in enumerate(labels)]

    def _number(self, block: Sequence[Line], at: int, label: _Label, first: bool) -> int | None:
        line, before = block[at], block[at - 1] if at else None
        placed = before is None or line.x0 < before.x0 + _INDENT * line.size
        placed = placed or abs(line.x0 - self._x) < _ALIGNED * line.size
        follows = 0 < label.number - self._last.number <= _SKIPPED and label.bare == self._last.bare
        one = label.number == 1 and (before is None or bool(STOPPED.search(before.text)))
        if not ((follows and placed and (self._last.number or one)) or one or first):
            return None
        self._last, self._x = label, line.x0
        return label.number


def _begin(block: Sequence[Line], labels: Sequence[_Label | None], at: int, behind: int) -> bool:
    """Whether two numbers follow one another at one place, so that a list may begin with the first of them."""
    label, other = labels[at], labels[behind]
    if label is None or other is None:
        return False
    aligned = abs(block[at].x0 - block[behind].x0) < _ALIGNED * block[at].size
    return aligned and other.number == label.number + 1 and other.bare == label.bare


def _label(text: str) -> _Label | None:
    if label := _LABEL.match(text):
        return _Label(int(label[1]), False)
    bare = _BARE.match(text)
    return _Label(int(bare[1]), True) if bare else None
