"""References without numbers one after another in one paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from cluneal_lit.citations.references import authors, locators
from cluneal_lit.citations.references.runs import BEGINS, FEWEST, OPENING, SHORTEST, is_whole
from cluneal_lit.late import late

_NEXT = late(rf"(?<=[.;\d)\]>/])\s+(?={BEGINS.pattern})")
_YEAR_BEHIND = re.compile(rf"[.,\s]{{0,3}}\(?{locators.YEAR}")


def unnumbered(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where references without numbers stand one after another in a stretch, a third of them within a line: each begins
    with authors, and has their year behind them or all that a reference has. Empty where they are fewer than three."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    before, named = _opened(text, start, end)
    if not before:
        return []
    begins, inside = [start], 0
    for gap in _NEXT.finditer(text, start, end):
        if gap.start() < named:
            continue  # between the authors of one
        opened, behind = _opened(text, gap.end(), end)
        dated = "dated" == before == opened and gap.start() - begins[-1] >= SHORTEST
        if opened and (dated or is_whole(text, begins[-1], gap.start())):
            begins.append(gap.end())
            before, named = opened, behind
            inside += "\n" not in gap[0]
    parts = [(begin, begin + len(text[begin:stop].rstrip())) for begin, stop in pairwise((*begins, end))]
    enough = len(parts) >= FEWEST and 3 * inside >= len(parts) - 1
    return parts if enough and (before == "dated" or is_whole(text, *parts[-1])) else []


def _opened(text: str, start: int, end: int) -> tuple[str, int]:
    """Whether a reference begins there, `named` by people, `dated` by authors with their year, else empty; and where
    its authors end."""
    written = text[start : min(end, start + OPENING)]
    found = authors.leading(written)
    if found.names and _YEAR_BEHIND.match(written, found.end):
        return "dated", start + found.end
    return "named" if found.names and found.style != "group" else "", start + found.end
