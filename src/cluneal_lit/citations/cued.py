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
_NAMED = re.compile(
    rf"(?:(?P<open>\()|(?P<before>\b(?:[sS]ee|[iI]n|from|and|by|of|to|with|per)\s))?"
    rf"(?P<word>\b(?:[rR]efs?\.?|[rR]eference|references)[ \t\u00a0])"
    rf"{NUMBERS}(?P<close>\))?(?![\w%]|\.\d)"
)
_ENDS = re.compile(r"\s?(?:[.,;:)\]]|$)")


def named(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers are called references, with the brackets around them, and the numbers as written."""
    for match in _NAMED.finditer(text):
        enclosed = match["open"] and match["close"]
        if enclosed:
            yield match.start("open"), match.end(), match["numbers"]
        elif match["before"] or match["open"] or _ENDS.match(text, match.end()):
            yield match.start("word"), match.end("numbers"), match["numbers"]


def numbers(written: str, highest: int) -> tuple[int, ...]:
    """The numbers of `3–5, 8`, ranges written out; empty where it cannot be a list of reference numbers."""
    found: list[int] = []
    for part in re.split(r"[,;]", written):
        ends = [int(end) for end in re.split(r"[–—-]", part) if end.strip()]
        if len(ends) == 1:
            found += ends
        elif len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 100:
            found += range(ends[0], ends[1] + 1)
        else:
            return ()
    fine = all(1 <= number <= highest for number in found) and len(set(found)) == len(found)
    return tuple(found) if fine else ()
