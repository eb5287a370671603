"""Raised numbers that lead from a name to the part of the document which has that number and name for its heading."""

from __future__ import annotations

from cluneal_lit.folding import folded
from cluneal_lit.late import late

# The line end stands first: so a search goes from line to line, in an eighth of the time that `^` takes.
_HEADED = late(r"\n[ \t\u00a0]*(?P<number>\d{1,3})[.)]?[ \t\u00a0]+(?P<name>\S[^\n]{2,150})(?=\n|$)")
_SIGNS = 20  # beyond the name's own: blanks and quotation marks where it is used


class Headed:
    """The lines of a text that are a number and a name; entries of its reference lists are blanked out of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[str, set[str]] = {}
        for line in _HEADED.finditer("\n" + text if text else ""):
            self._names.setdefault(line["number"], set()).add(line["name"].strip())

    def has(self, start: int, written: str) -> bool:
        """Whether the name that stands before a place is that of the part with this number: `users of warfarin` and a
        raised 13, where `13. warfarin` stands."""
        return any(self._ends(start, name) for name in self._names.get(written, ()))

    def _ends(self, start: int, name: str) -> bool:
        before, words = folded(self._text[max(0, start - len(name) - _SIGNS) : start]), folded(name)
        return len(words) > 2 and f" {before}".endswith(f" {words}")
