"""Markers of author and year: `(Isu et al., 2018; Kuniya 2013a, b)`, `Isu and Kim (2018)`, `Isu’s [2018]`.

A surname and a year in brackets are also towns, months, products and elections. So they are believed where an entry of
the document's list answers them; else where they stand as only citations do (`et al.`), or as the answered ones of the
document do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.namings import BEFORE, BRACKET, DATED, ITEM, ONLY_YEARS, is_no_author
from cluneal_lit.citations.markers.namings import namings as named_by
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_LEAD = late(
    r"(?:(?:see|also|e\.?\s?g|i\.?\s?e|cf|compare|reviewed|reviews?|by|as|for|an?|examples?|recent|but|and|after"
    r"|adapted|modified|following|according|to|per|sensu|vgl|siehe|z\.\s?b|voir|ver|véase|p\.\s?ex|bkz|contra|most|both"
    r"|the|recently|discussed|described|shown|cited|quoted|data|sources?|especially|esp|notably|including|in|from)"
    r"\b[\s,:.]+){0,6}",
    re.IGNORECASE,
)
_PART = r"(?:(?i:pp?|chap(?:ter)?|ch|sec(?:tion)?|fig(?:ure)?s?|tab(?:le)?s?|vol|para|eq|Kap|Abb|appendix)|S|§)\.?\s?"
_TAIL = late(
    rf"(?:(?:\s?[,:]\s?(?:{_PART}[\dA-Z]|\d)|\s{_PART}\d)[\w.,–\s-]{{0,20}}"
    r"|,?\s(?:and references therein|for (?:an? )?(?:\w+ )?reviews?|emphasis added))?",
)
_BETWEEN = late(r"\s?[,;]\s?(?:and\s|see(?: also)?\s|as\s)?(?:(?:cited|quoted) (?:in|by)\s)?|\s(?:and|&)\s")
_BARE = late(rf"et\.?\s?al\.?,?\s(?={locators.YEAR}[a-h]?(?!\w))")
_PERSON = re.compile(r"(?:V[AO]N|DE[NRLS]?|D[AIOU]|DELLA|TER|TEN|L[AE]|EL|AL)\s")  # else capitals are an acronym
_PLACES = late(r"(?:^|\s)(?:in|from|to|by|at|on|since|until|of|the)[\s,:.]+$", re.IGNORECASE)
# How surely it is a marker by its form: `et al.`, two names with `&`, one name.
_OTHERS, _PAIR, _WEAK = 3, 2, 1
_SEVERAL = 2
_REACH = 160


class _Candidate(Struct, frozen=True):
    """What may be a marker: the namings in it, how surely it is one by its form, and how it is written."""

    start: int
    end: int
    namings: tuple[Naming, ...]
    form: int
    written: str


def markers(text: str, known: Known, told: Sequence[Marker]) -> Iterator[Marker]:
    """The markers of a text (reference strings and code blanked out); `told` are its numbered ones."""
    found = sorted([*_candidates(text, known), *_bare(text, known)], key=lambda one: (one.start, one.end))
    answered = [one for one in found if any(known.entries(each) for each in one.namings)]
    by_number = sum(any(number in known.numbers for number in marker.numbers) for marker in told)
    if by_number > len(answered):
        return
    ways = {one.written for one in answered} if len(answered) > 1 else set()
    sure = sum(one.form == _OTHERS for one in found)
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
    if any(known.has_author(each) for each in one.namings):
        return 0.7
    if ways:
        usual = one.written in ways or one.written == "comma"  # towns and fairs have none before the year
        return 0.7 if one.form >= _PAIR else 0.55 if one.form and usual else 0.0
    if one.form == _OTHERS:
        return 0.6 if one.written != "narrative" or not known else 0.0
    if known or one.written == "narrative":
        return 0.0
    return 0.6 if one.form == _PAIR and sure else 0.55 if one.form and sure > _SEVERAL else 0.0


def _candidates(text: str, known: Known) -> Iterator[_Candidate]:
    last = 0
    for bracket in BRACKET.finditer(text):
        start, end = bracket.span()
        if not DATED.search(text, start, end):
            continue
        if years := ONLY_YEARS.match(text, start + 1):
            found = _narrative(text, max(last, start - _REACH), bracket, years, known)
        else:
            found = _bracketed(text, start, end, known)
        if found:
            last = end
            yield found


def _bare(text: str, known: Known) -> Iterator[_Candidate]:
    """`Isu et al. 2018` without a bracket, where an entry answers it."""
    for others in _BARE.finditer(text) if known else ():
        years, lowest = ONLY_YEARS.match(text, others.end()), max(0, others.start() - _REACH)
        opened = text.rfind("(", lowest, others.start()) > text.rfind(")", lowest, others.start())
        for start, match in _names_before(text, lowest, others.end()) if not opened else ():
            namings = named_by(match, years[0]) if years else ()
            if years and namings and all(known.entries(each) for each in namings):
                yield _Candidate(start, years.end(), namings, _OTHERS, "narrative")
                break


def _narrative(text: str, lowest: int, bracket: re.Match[str], years: re.Match[str], known: Known) -> _Candidate | None:
    """`Isu and Kim (2018, p. 3)`: the names stand before the bracket."""
    tail = _TAIL.match(text, years.end())
    if not tail or tail.end() != bracket.end() - 1:
        return None
    found = [
        _Candidate(start, bracket.end(), named_by(match, years[0]), _OTHERS if match["others"] else _WEAK, "narrative")
        for start, match in _names_before(text, lowest, bracket.start())
    ]
    answered = (one for one in found if any(known.entries(each) for each in one.namings))
    return next(answered, found[0] if found else None)


def _names_before(text: str, lowest: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The names that end here, with the offset, from the longest on: `However, Orlov` may be two, or one."""
    longest = BEFORE.search(text[lowest:end])
    if not longest:
        return
    for word in re.finditer(r"(?<!\S)[^\W\d_][^\s,]*", longest[0]):
        match = BEFORE.match(longest[0], word.start())
        if match and not is_no_author(word[0]):
            yield lowest + longest.start() + word.start(), match


def _bracketed(text: str, start: int, end: int, known: Known) -> _Candidate | None:
    """`(see Isu et al., 2018, p. 3; Kim 2019)`: names and years stand in the bracket."""
    namings: list[Naming] = []
    form, written = 0, ""
    first = at = start + 1
    while at < end - 1:
        stop = _stop(text, at, end - 1)
        found, strong, way = _items(text, first, stop, known)
        if not found and first < at:
            found, strong, way = _items(text, at, stop, known)
        namings += found
        form = max(form, strong)
        written = written or way
        at = stop + 1
        if DATED.search(text, first, stop):  # else it may hold names that a semicolon parts: `(ISU; KIM, 2018)`
            first = at
    if not namings:
        return None
    return _Candidate(start, end, tuple(namings), form, written)


def _stop(text: str, at: int, end: int) -> int:
    """Where the part of a bracket ends that begins here: at a semicolon with no year alone behind it."""
    while (stop := text.find(";", at, end)) >= 0:
        if not ONLY_YEARS.match(text, stop + 1 + len(text[stop + 1 : end]) - len(text[stop + 1 : end].lstrip())):
            return stop
        at = stop + 1
    return end


def _is_answered(match: re.Match[str] | None, known: Known) -> bool:
    return match is not None and any(known.entries(each) for each in named_by(match, match["years"]))


def _items(text: str, at: int, end: int, known: Known) -> tuple[list[Naming], int, str]:
    """The namings of one part of a bracket, which they fill; none where something else stands there."""
    found: list[Naming] = []
    form, written = 0, ""
    at += len(text[at:end]) - len(text[at:end].lstrip())
    lead = _LEAD.match(text, at, end)
    if lead and not _is_answered(ITEM.match(text, at), known):  # `Data Society 2018` begins as `data in Isu 2018` does
        at = lead.end()
    place = bool(lead and _PLACES.search(lead[0]))
    while match := ITEM.match(text, at):
        first = match["first"]
        if match.end() > end or (is_no_author(first.split(None, 1)[0]) and not _is_answered(match, known)):
            return [], 0, ""
        found += named_by(match, match["years"])
        alone = 0 if place or (first.isupper() and not _PERSON.match(first)) else _WEAK
        form = max(form, _OTHERS if match["others"] else _PAIR if "&" in match["more"] else alone)
        written = written or ("comma" if match["comma"] else "blank")
        at = match.end()
        tail = _TAIL.match(text, at, end)
        if tail and not text[tail.end() : end].strip():
            return found, form, written
        between = _BETWEEN.match(text, at, end)
        if not between:
            return [], 0, ""
        at = between.end()
    return [], 0, ""
