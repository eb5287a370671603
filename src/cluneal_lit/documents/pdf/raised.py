"""Numbers of a page that stand higher than their line, and those of fonts whose digits do (`sups` of OpenType)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from cluneal_lit.documents.pdf.characters import Characters
from cluneal_lit.model import Span

RAISABLE = frozenset("0123456789,–-−")
# Numbers that may be raised: behind a word or stop; longer ones may end with one that is. The digit comes first, so
# that only digits are looked at, and of a number the first one.
_NUMBER = re.compile(
    r"[0-9](?<![0-9].)(?:(?<=[^\W\d_].|[.,;!?)\]”’\"'*].)\d*|\d{4,}"
    r"|(?<=[^\W\d_] .|[.”] .)\d{0,2}(?!\d)|(?<=[,–-]\r\n.)\d*)"
)
_NEXT = re.compile(r"(?:[,–\-−] ?)?\d|[,–\-−]")  # a sign of a font that has raised digits is not always raised
_LEADING = re.compile(r"\d+")  # pdfium begins a line before what is raised far
_RAISED = 0.12
_FLOATING = 0.2


class Raised:
    """The digits of an open page that may be raised; as it was turned then."""

    def __init__(self, characters: Characters) -> None:
        self._characters = characters
        self._digits = [number.end() - 1 for number in _NUMBER.finditer(characters.text)]
        self._heights = characters.heights(self._digits)

    def within(self, text: str, start: int, standing: int, size: float) -> tuple[Span, ...]:
        """The raised numbers of a piece of a line, whose letters have this size and of which one stands there."""
        first, behind = bisect_left(self._digits, start), bisect_left(self._digits, start + len(text))
        if first == behind and standing == start:
            return ()
        base = self._characters.base(standing)
        raised, floating = base + _RAISED * size, base + _FLOATING * size
        heights = zip(self._digits[first:behind], self._heights[first:behind], strict=True)
        digits = [digit for digit, (height, foot) in heights if height > raised or foot > floating]
        if standing != start and (leading := _LEADING.match(text)):
            last = start + leading.end() - 1
            if self._stands_higher(last, base, size):
                digits = sorted({last, *digits})
        return self._spans(text, start, digits, base, size) if digits else ()

    def _spans(self, text: str, start: int, digits: Sequence[int], base: float, size: float) -> tuple[Span, ...]:
        """What is raised together with the digits."""
        found: list[Span] = []
        for digit in digits:
            begin = end = digit - start
            while begin and text[begin - 1] in RAISABLE and self._stands_higher(start + begin - 1, base, size):
                begin -= 1
            while (following := _NEXT.match(text, end)) and self._stands_higher(
                start + following.end() - 1, base, size
            ):
                end = following.end()
            if found and begin <= found[-1].end:
                begin = found.pop().start
            found.append(Span(begin, end, "superscript"))
        return tuple(found)

    def _stands_higher(self, at: int, base: float, size: float) -> bool:
        """Whether a character is raised, or a digit of a font that has raised ones."""
        if self._characters.base(at) > base + _RAISED * size:
            return True
        return self._characters.text[at].isdigit() and self._characters.foot(at) > base + _FLOATING * size
