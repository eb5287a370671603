"""Raised numbers that lead from a name to the part of the document which has that number and name for its heading."""

from __future__ import annotations

import re
from collections import defaultdict

from cluneal_lit.folding import folded, words
from cluneal_lit.late import late

_HEADED = late(r"^[ \t\u00a0]*(?P<number>\d{1,3})[.)]?[ \t\u00a0]+(?P<name>\S[^\n]{2,150})$", re.MULTILINE)
_LONGEST = 170  # characters of a name where it is used, with blanks and quotation marks
_SHORTEST = 3  # letters


class Headed:
    """The lines of a text that are a number and a name; entries of its reference lists are blanked out of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for line in _HEADED.finditer(text):
            if len(name := folded(line["name"])) >= _SHORTEST:
                self._names[line["number"]].add(name)

    def has(self, start: int, written: str) -> bool:
        """Whether the name that stands before a place is that of the part with this number: `users of warfarin` and a
        raised 13, where `13. warfarin` stands."""
        names = self._names.get(written, ())
        before = words(self._text[max(0, start - _LONGEST) : start]) if names else []
        return any(" ".join(before[at:]) in names for at in range(len(before)))
