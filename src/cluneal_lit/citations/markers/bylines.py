"""Lines of authors whose raised numbers lead to their institutes, which stand below with the same numbers raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cluneal_lit.late import late

_LONGEST = 3000
_PART = late(r"\s*(?:[,;&·|]|\b(?:and|und|et|y|e|en)\b)\s*")
_NAME = late(
    r"(?:(?:[Dd]r|[Pp]rof|[Pp]rofessor|med|von|van|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ter|ten|zu|zum|zur)\.?\s+)*"
    r"(?:[A-ZÀ-ÞĀ-Ž][^\W\d_]*[.'’‐-]*)(?:[\s.'’‐-]+(?:(?:von|van|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ter|ten|zu)"
    r"\s+)*[A-ZÀ-ÞĀ-Ž][^\W\d_]*\.?){0,5}",
)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.? ?){1,3}")
_SIGNS = late(r"[\d⁰¹²³⁴-⁹*†‡§¶#^()\[\]✉]+|</?sup>")


class Institutes:
    """The raised numbers of lines that begin with one: by number, where the last of those lines begins."""

    def __init__(self, text: str, raised: Iterable[tuple[int, Sequence[int]]]) -> None:
        self._text = text
        self._last: dict[int, int] = {}
        begun = -1
        for start, numbers in sorted(raised):
            line = text.rfind("\n", 0, start) + 1
            if not text[line:start].strip(" \t\u00a0>"):
                begun = line
            if line == begun:
                self._last.update(dict.fromkeys(numbers, line))

    def has(self, start: int, numbers: Sequence[int]) -> bool:
        """Whether raised numbers at a place stand behind a name in a line of names and lead to lines below."""
        line = self._text.rfind("\n", 0, start) + 1
        return any(self._last.get(number, -1) > line for number in numbers) and _of_names(self._text, line)


def _of_names(text: str, line: int) -> bool:
    """Whether a line holds nothing but names, their degrees and signs."""
    end = text.find("\n", line)
    written = text[line : end if end >= 0 else len(text)]
    parts = (
        [part.strip(" \t\u00a0.:") for part in _PART.split(_SIGNS.sub(",", written))] if len(written) < _LONGEST else []
    )
    names = [part for part in parts if part]
    return bool(names) and all(_NAME.fullmatch(name) or _DEGREE.fullmatch(name) for name in names)
