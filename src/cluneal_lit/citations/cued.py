"""The numbers of markers, and what stands beside them: cues and locators, `[see 2, p. 23]`, `refs. 1-3`."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBERS = r"(?P<numbers>\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30})"
CUE = r"(?i:(?:(?:see(?: also)?|e\.\s?g\.|cf\.?|vgl\.?|siehe|reviewed in|refs?\.?|references?),?\s+){0,2})"
LOCATOR = (
    r"(?:[,:;]\s?(?:pp?\.?|pages?|S\.|ch(?:ap(?:ter)?)?\.?|sec(?:tion)?\.?|§+|figs?\.?|tables?|vol\.)"
    r"\s?\d[\w.–-]{0,12})?"
)
# The word stands first, and what may stand before it is looked back for: so a search goes from letter to letter.
_AND = r"(?:,?\s(?:and|und|et|y|e|&)\s)"
_NAMED = re.compile(
    r"[rR](?<!\w[rR])ef(?:s?\.?|erence|(?<=ref)erences)[ \t\u00a0]"
    rf"(?P<numbers>\d{{1,3}}(?:(?:\s?[,;–—-]\s?|{_AND})\d{{1,3}}){{0,30}})(?P<close>\))?(?![\w%]|\.\d)"
)
_BEFORE = re.compile(r"(?:(?P<open>\()|\b(?:[sS]ee|[iI]n|from|and|by|of|to|with|per)\s)$")
_ENDS = re.compile(r"\s?(?:[.,;:)\]]|$)")


def named(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers are called references, with the brackets around them, and the numbers as written."""
    for match in _NAMED.finditer(text):
        start = match.start()
        before = _BEFORE.search(text, max(0, start - 6), start)
        opened = before is not None and before["open"] is not None
        if opened and match["close"]:
            yield start - 1, match.end(), match["numbers"]
        elif before or _ENDS.match(text, match.end("numbers")):
            yield start, match.end("numbers"), match["numbers"]


def numbers(written: str, highest: int) -> tuple[int, ...]:
    """The numbers of `3–5, 8`, ranges written out; empty where it cannot be a list of reference numbers."""
    found: list[int] = []
    for part in re.split(rf"{_AND}|[,;]", written):
        ends = [int(end) for end in re.split(r"[–—-]", part) if end.strip()]
        if len(ends) == 1:
            found += ends
        elif len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 100:
            found += range(ends[0], ends[1] + 1)
        else:
            return ()
    fine = all(1 <= number <= highest for number in found) and len(set(found)) == len(found)
    return tuple(found) if fine else ()
