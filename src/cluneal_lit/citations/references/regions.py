"""Where in a text lists may stand: stretches between blank lines in which something begins as an entry does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from cluneal_lit.citations.references import authors, headings
from cluneal_lit.citations.references.headings import HEADING
from cluneal_lit.citations.references.lines import INITIAL_OR_NAME, PANDOCS_LABEL
from cluneal_lit.late import late

# Where a label, a heading or an author may stand at the beginning of a line: nothing else begins what is looked for.
# It is only looked at: a group's name that seems to begin above a heading would take that with it.
_SPOT = late(
    rf"\n[ \t\u00a0>\f]*+(?=(?:{authors.OPENING}|{PANDOCS_LABEL}|[•‣◦▪·●○■*+\-–—][ \t\u00a0]"
    r"|(?:[\\\[(R^]{0,2}|[*_]{2}|\|[ \t]*\[?)\d{1,4}[a-h]?[\]).:\s^\\*_|]|\[\^|#|[⁰¹²³⁴-⁹]|<sup>\[?\d"
    rf"|\d{{1,3}}{INITIAL_OR_NAME}|\\?\[[{authors.UPPER}]|[*_]{{2}}|(?=[^\n]{{2,60}}+(?:\n|$))(?i:{HEADING}(?=\n|$))"
    r"|(?=[RrSsCcAaFf])(?i:references?|source|citation|adapted from|reprinted from|from|see(?: also)?)\s?:))"
)
_FIRST = late(
    rf"(?<=\s)(?:\\?[\[(]?1\\?[\]).][-–]?(?=\s)|(?:¹|<sup>\[?1[\].)]?</sup>|\^1\^?|1(?=\s))\s*(?=[{authors.UPPER}]))"
)
_BLANK = re.compile(r"\n[ \t\u00a0>\r]*(?=\n)")


class Regions:
    """Stretches of a text between blank lines, those left out in which no list entry can begin."""

    def __init__(self, text: str, labelled: Iterable[int], everywhere: bool = False) -> None:
        self._text = text
        self._breaks = [match.end() for match in _BLANK.finditer(text)]
        self._spots = None if everywhere else sorted({*_spots(text), *labelled})

    def following(self, at: int, every: bool) -> tuple[int, int]:
        """The next stretch at or behind an offset; with `every` also one in which nothing can begin."""
        if self._spots is not None and not every:
            place = bisect_left(self._spots, at)
            if place == len(self._spots):
                return len(self._text), len(self._text)
            before = bisect_right(self._breaks, self._spots[place]) - 1
            at = max(at, self._breaks[before] if before >= 0 else 0)
        behind = bisect_right(self._breaks, at)
        return at, self._breaks[behind] if behind < len(self._breaks) else len(self._text)


def _spots(text: str) -> Iterator[int]:
    """Where an entry may begin: in a line, and behind a title within one."""
    within = (match.start() for match in _FIRST.finditer(text) if headings.title_before(text, match.start()))
    yield from (match.start() for match in _SPOT.finditer("\n" + text))
    yield from within
