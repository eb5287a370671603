"""A stretch of a text as its words are read, and where its characters stand in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from cluneal_lit.late import late

# What is left out: blanks at the edges of brackets and before commas, signs of emphasis around a word; then what is one
# blank: the end of a line, also of a quotation, and several.
_UNEVEN = late(
    r"(?P<out>(?<=[(\[])\s+|\s+(?=[)\],;])|(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_]))"
    r"|\s*\n[\s>]*|\s{2,}"
)
_NARROW = str.maketrans("（）［］，、；：．\u00a0\u202f\u3000", "()[],,;:.\u0020\u0020\u0020")


class Evened(Struct, frozen=True):
    """A stretch with one blank for several and for the end of a line, an empty line between paragraphs, no signs of
    emphasis, no blanks at the edges of brackets, and the brackets and commas of Chinese and Japanese as all others."""

    text: str
    _begins: Sequence[int]
    _stand: Sequence[int]

    def at(self, place: int) -> int:
        """Where in the whole text a character stands."""
        piece = bisect_right(self._begins, place) - 1
        return self._stand[piece] + place - self._begins[piece]


def evened(text: str, start: int, end: int) -> Evened:
    """A stretch of the text, evened."""
    stretch = text[start:end].translate(_NARROW)
    pieces, begins, stand = list[str](), [0], [start]
    at = length = 0
    for match in _UNEVEN.finditer(stretch):
        put = "" if match["out"] else "\n\n" if match[0].count("\n") > 1 else " "
        pieces += (stretch[at : match.start()], put)
        length += match.start() - at + len(put)
        at = match.end()
        begins.append(length)
        stand.append(start + at)
    return Evened("".join([*pieces, stretch[at:]]), begins, stand)
