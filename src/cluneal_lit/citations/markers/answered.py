"""Authors and years in a bracket that an entry of the document's list answers, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit.citations.markers import eastern
from cluneal_lit.citations.markers.items import OTHERS, PAIR, WEAK, Item
from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.namings import (
    ACRONYM,
    ITEM,
    JOINED,
    ONE_YEAR,
    ONLY_YEARS,
    is_no_author,
    namings,
)
from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_WORD = late(r"(?<![\w'’‐‑-])[^\W\d_]")
_TO = late(r"\s?[–—-]\s?\d")  # a life, or a stretch of time
_REACH = 200
# Years of one work: `1900/1953`, `[1900] 1953`, `1953 [1900]`.
_REPRINTED = late(
    rf"{locators.YEAR}(?:/{locators.YEAR})+|\[{locators.YEAR}\]\s?{locators.YEAR}|{locators.YEAR}\s?\[{locators.YEAR}\]"
)
_DIGITS = re.compile(r"\d+")
_IN = re.compile(r"\sin\s")


def item(match: re.Match[str], named: tuple[Naming, ...]) -> Item:
    """What a match of names and years is, where it names these."""
    form = OTHERS if match["others"] else PAIR if "&" in match["more"] else WEAK
    return Item(match.start(), match.end(), named, form, "comma" if match["comma"] else "blank")


def items(text: str, start: int, end: int, known: Known) -> Iterator[Item]:
    """Those in a stretch of a text, in order."""
    at = start
    while years := ONE_YEAR.search(text, at, end) if known else None:
        found = _before(text, max(at, years.start() - _REACH), years.start(), known)
        if found:
            yield found
        at = max(years.end(), found.end if found else 0)


def _before(text: str, lowest: int, year: int, known: Known) -> Item | None:
    """The names before a year: from the first on, or without what stands before the author and is none."""
    longest: re.Match[str] | None = None
    for match in _ending(text, lowest, year):
        named = answering(match, match["years"], known)
        if named and _is_alone(text, lowest, longest, match, named, known):
            return None if _TO.match(text, match.end()) else item(match, named)
        if longest is None and not is_no_author(match["first"].split(None, 1)[0]):
            longest = match
    years = ONLY_YEARS.match(text, year)
    return eastern.before(text, lowest, year, years[0], known) if years else None


def ending(text: str, lowest: int, year: int) -> Iterator[Item]:
    """The names that may end before a year, and their years, from the longest on, without months and the like."""
    for match in _ending(text, lowest, year):
        if not is_no_author(match["first"].split(None, 1)[0]):
            yield item(match, namings(match, match["years"]))


def _ending(text: str, lowest: int, year: int) -> Iterator[re.Match[str]]:
    for word in _WORD.finditer(text, lowest, year):
        match = ITEM.match(text, word.start())
        if match and match.start("years") == year:
            yield match


def answering(match: re.Match[str], years: str, known: Known) -> tuple[Naming, ...]:
    """What names and years name, where an entry answers one of them; of the years of one work, that."""
    named = namings(match, years)
    told = [each for each in named if known.entries(each)]
    if not told or (_is_loose(match) and not any(map(known.agrees, told))):
        return ()
    pairs = (_DIGITS.findall(one) for one in _REPRINTED.findall(years))
    others = {year for pair in pairs if _has(told, pair) for year in pair}
    return tuple(each for each in named if each in told or each.year not in others)


def _has(told: Sequence[Naming], years: Sequence[str]) -> bool:
    return any(each.year in years for each in told)


def _is_loose(match: re.Match[str]) -> bool:
    """Whether names may hold a place or month: `Orlov in Oslo`, `Orlov, May`."""
    written = match["first"] + match["more"]
    last = written.rpartition(" ")[2]
    return bool(_IN.search(written)) or (last != written and last[1:].islower() and is_no_author(last))


def _is_alone(
    text: str,
    lowest: int,
    longest: re.Match[str] | None,
    match: re.Match[str],
    named: Sequence[Naming],
    known: Known,
) -> bool:
    """Whether the names are those of a work without the words before them: these are short for something, or the work
    is by just those who are named; no `and` joins them, and no author of the list is among the words."""
    joined = JOINED.search(text, lowest, match.start())
    agree = any(map(known.agrees, named))
    if joined:  # behind what is read as a name, or is one that is not: `D´epret & Fiske`, from a PDF
        return longest is None and agree and is_no_author(text[lowest : joined.start()].rpartition(" ")[2])
    if longest is None:
        return True
    if any(map(known.has_author, namings(longest, longest["years"]))):
        return agree and bool(named[0].further)
    short = ACRONYM.match(text, longest.start())
    return agree or (short is not None and short.end() == match.start())
