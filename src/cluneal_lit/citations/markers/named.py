"""Markers of author and year: `(Isu et al., 2018; Kuniya 2013a, b)`, `Isu and Kim (2018)`, `Isu’s [2018]`.

A surname and a year in brackets are also towns, months, products and elections. So they are believed where an entry of
the document's list answers them; else where they stand as only citations do (`et al.`), or as the answered ones of the
document do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.markers import eastern, shaped, things
from cluneal_lit.citations.markers.answered import answering
from cluneal_lit.citations.markers.items import OTHERS, PAIR, WEAK, Item
from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.namings import (
    BEFORE,
    BRACKET,
    DATED,
    JOINED,
    ONLY_YEARS,
    SEVERAL,
    is_as_listed,
    is_no_author,
    namings,
)
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.text.evened import Evened, evened
from cluneal_lit.late import late

_BARE = late(rf"(?<=\s)(?=(?:{locators.YEAR})[a-h]?(?!\w))")
_ENCLOSED = late(rf", (?:{locators.YEAR})[a-h]?[,;.:)]")
_PAGES = late(r"\d[a-h]?[,:]\s?(?:pp?|S|s|с|chap|ch|Kap|fig|§)\.?\s?\d")
_PARTING = (",", ";", ":", ".")
_WORD = late(r"(?<!\S)[^\W\d_][^\s,]*")
_SEVERAL = 2
_REACH, _LONGEST_END = 160, 40


class _Candidate(Struct, frozen=True):
    """What may be a marker: the namings in it, how surely it is one by its form, how it is written, and whether pages
    of a work stand behind the year."""

    start: int
    end: int
    namings: tuple[Naming, ...]
    form: int
    written: str
    located: bool = False


def markers(text: str, known: Known, told: Sequence[Marker]) -> Iterator[Marker]:
    """The markers of a text (reference strings and code blanked out); `told` are its numbered ones."""
    found = list(_candidates(text, known))
    found = sorted([*found, *_bare(text, known, found)], key=lambda one: (one.start, one.end))
    answered = [one for one in found if any(known.entries(each) for each in one.namings)]
    by_number = sum(any(number in known.numbers for number in marker.numbers) for marker in told)
    if by_number > len(answered):
        return
    ways = {one.written for one in answered} if len(answered) > 1 else set()
    sure = sum(one.form == OTHERS for one in found)
    for one in found:
        if confidence := _confidence(one, known, ways, sure):
            yield Marker(one.start, one.end, (), confidence, one.namings)


def _confidence(one: _Candidate, known: Known, ways: Iterable[str], sure: int) -> float:
    """How sure it is that something is cited; 0 where it is not believed."""
    answered = sum(bool(known.entries(each)) for each in one.namings)
    if answered == len(one.namings):
        return 0.95
    if answered:
        return 0.85
    if any(map(known.has_author, one.namings)):
        return 0.7
    if ways:
        usual = one.written in ways or one.written == "comma"  # towns and fairs have none before the year
        sure_form = one.form >= PAIR or (one.form and usual and one.located)
        return 0.7 if sure_form else 0.55 if one.form and usual else 0.0
    if one.form == OTHERS:
        return 0.6 if one.written != "narrative" or not known else 0.0
    if known or one.written == "narrative":
        return 0.0
    return 0.6 if one.form == PAIR and sure else 0.55 if one.form and sure > _SEVERAL else 0.0


def _candidates(text: str, known: Known) -> Iterator[_Candidate]:
    last = 0
    for bracket in BRACKET.finditer(text):
        start, end = bracket.span()
        if not DATED.search(text, start, end):
            continue
        lowest = max(last, start - _REACH)
        before, within = evened(text, lowest, start), evened(text, start, end)
        years = ONLY_YEARS.match(within.text, 1)
        if years:
            begin, found = _narrative(before, within, years, known)
        else:
            begin, found = start, shaped.items(within.text, 1, len(within.text) - 1, known)
        if found:
            last = end
            yield _candidate(begin, end, found, bool(_PAGES.search(within.text)))


def _candidate(start: int, end: int, found: Sequence[Item], located: bool) -> _Candidate:
    named = tuple(naming for one in found for naming in one.namings)
    return _Candidate(start, end, named, max(one.form for one in found), found[0].written, located)


def _bare(text: str, known: Known, beside: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """`Isu et al. 2018`, `Isu, 2018,` without a bracket and in none of those beside it, where an entry answers it."""
    ends = [one.end for one in beside]
    for place in _BARE.finditer(text) if known else ():
        year, lowest = place.start(), max(0, place.start() - _REACH)
        years = ONLY_YEARS.match(text, year)
        alone = bool(_ENCLOSED.match(text, year - 2))
        if not years or not (alone or SEVERAL.search(evened(text, max(0, year - _LONGEST_END), year).text)):
            continue
        if _is_within(beside, ends, year):
            continue
        before = evened(text, lowest, year)
        for match in _names_before(before.text):
            named = answering(match, years[0], known)
            several = match["others"] or match["more"]
            whole = several or (alone and _is_apart(before.text, match) and any(map(known.agrees, named)))
            if named and whole and all(known.entries(one) and not known.contradicts(one) for one in named):
                yield _Candidate(before.at(match.start()), years.end(), named, OTHERS, "narrative")
                break
    for one in eastern.bare(text, known):
        if not _is_within(beside, ends, one.end - 1):
            yield _Candidate(one.start, one.end, one.namings, one.form, one.written)


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether no other name stands before this one, nor the first name of somebody."""
    before = text[: match.start()].rstrip()
    word = before.rpartition(" ")[2]
    named = word[:1].isupper() and word.isalpha() and not is_no_author(word)
    return not (named or JOINED.search(text, 0, match.start()) or before.endswith((",", "&", "(")))


def _is_within(beside: Sequence[_Candidate], ends: Sequence[int], at: int) -> bool:
    next_to = bisect_right(ends, at)
    return next_to < len(beside) and beside[next_to].start < at


def _narrative(before: Evened, within: Evened, years: re.Match[str], known: Known) -> tuple[int, list[Item]]:
    """What `Isu and Kim (2018, p. 3)` names, and where it begins: the names stand before the bracket, and others may
    stand in it: `(2018; Kim 2019)`."""
    text, end = within.text, len(within.text) - 1
    one = _by(before, years, known)
    behind, ends = text[years.end() : end], shaped.is_tail(text, years.end(), end)
    answered = one is not None and any(map(known.entries, one.namings)) and behind.startswith(_PARTING)
    found = [] if ends else shaped.items(text, years.end(), end, known)
    if one and (answered or ends or behind.startswith(";")):
        return before.at(one.start), [one, *found]
    return within.at(0), found


def _by(before: Evened, years: re.Match[str], known: Known) -> Item | None:
    """Names before a bracket that begins with years: those that an entry answers, else those of an author of the list,
    else the longest."""
    found: list[Item] = []
    for match in _names_before(before.text):
        form = OTHERS if match["others"] else WEAK
        named = answering(match, years[0], known)
        if named and not (found and JOINED.search(before.text, 0, match.start())):
            return Item(match.start(), match.end(), named, form, "narrative")
        if is_no_author(match["first"].split(None, 1)[0]):
            continue
        thing = things.is_one(match["first"] + match["more"], before.text[: match.start()])
        if thing and not any(map(known.has_author, namings(match, years[0]))):
            return None
        if not is_as_listed(match):  # else an entry of a list that was not seen, or a work's own line
            found.append(Item(match.start(), match.end(), namings(match, years[0]), form, "narrative"))
    if eastern_one := eastern.before(before.text, 0, len(before.text), years[0], known):
        return eastern_one
    by_author = (one for one in found if any(map(known.has_author, one.namings)))
    return next(by_author, found[0] if found else None)


def _names_before(text: str) -> Iterator[re.Match[str]]:
    """The names that end here, from the longest on: `However, Orlov` may be two, or one."""
    longest = BEFORE.search(text)
    if not longest:
        return
    for word in _WORD.finditer(longest[0]):
        match = BEFORE.match(text, longest.start() + word.start())
        if match:
            yield match
