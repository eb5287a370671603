"""Lines and columns of a text, and texts that keep them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from cluneal_lit.model import Anchor, Place


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text, of the same length and in the same lines, with blanks for these stretches."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(stretches):
        if end > at:
            pieces += (text[at : max(at, start)], _blanks(text[max(at, start) : end]))
            at = end
    return "".join([*pieces, text[at:]])


def _blanks(text: str) -> str:
    return "\n".join([" " * len(line) for line in text.split("\n")])


class Lines(Struct, frozen=True, dict=True):
    """The places of the characters of a text."""

    text: str

    def at(self, offset: int) -> Place:
        """The place of a character of the text."""
        return Place(*self.position(offset))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def __iter__(self) -> Iterator[Anchor]:
        return (Anchor(start, Place(line, 1)) for line, start in enumerate(self._starts, 1))

    @cached_property
    def _starts(self) -> list[int]:
        lengths = map(len, self.text.split("\n"))
        return list(accumulate(map((1).__add__, lengths), initial=0))[:-1]
