"""Reference strings within a sentence, a cell or brackets, told by a journal with year, volume and page:
`(Berg J, et al. Walking. N Engl J Med 2012;366:2102-10)`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references import authors, locators
from cluneal_lit.citations.references.authors import PARTICLE, UPPER
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.references.imprints import LEADING, Imprint, imprints
from cluneal_lit.late import late

_CONFIDENCE = 0.9
_YEAR = late(rf"(?<!\d){locators.YEAR}(?!\d)")
_TITLED = re.compile(r"[.:)]\W{1,4}[^\W\d_][^.;:]*\s[^.;:]{3,}")
_LONGEST = 700
# What parts paragraphs, cells and items.
_EDGE = re.compile(r"\n[ \t>]*\n|\||\t|\s[·•]\s|\n[ \t]*(?:[-*+•–]|\d{1,3}[.)])\s")
# Behind what authors may begin, and authors of whom only surnames are given: `Berg et al.,`, `Berg & Dunn (2012).`
_LED = late(r"[.;:!?·—–(\[\]\"“”’)]\s*|\b(?:as|by|in|from|see(?:\salso)?|per|of|and)\s", re.IGNORECASE)
_SURNAME = rf"{PARTICLE}{{0,2}}[{UPPER}][\w’'-]+"
_SURNAMES = late(
    rf"(?!(?:As|By|In|From|See|Per|Of|And|The)\s)(?:{_SURNAME},?\s){{1,6}}(?P<more>(?:and|&|und|et|y)\s{_SURNAME}[\s,.]*|et\s?al\b[\s,.]*)?"
    rf"(?P<year>\(?{locators.YEAR}[a-h]?\)?[\s,.:]*)?[*_“\"]*"
)
_STOP = re.compile(r"[^\W\d_]{3}[.?!]\s")
_STOPS = 2  # that end sentences between authors and journal: those of the title
_BLANK = " \n\t>*_"
_BETWEEN = " \n\t·•;|>"
_NEAR = 8
_BRACKET = re.compile(r"[()\[\]]")
_OF_WORK = frozenset(("pmid", "pmcid", "doi", "shortdoi"))
_BESIDE = re.compile(r"[\s.,;:()\[\]/·\"'-]{0,12}")


class _Work(Struct, frozen=True):
    """Where a reference begins, where its journal does, and where it ends."""

    start: int
    journal: int
    end: int


def entries(text: str, hits: Sequence[Hit]) -> Iterator[Entry]:
    """The reference strings in a text where no lists are, in order; `hits` are its identifiers."""
    for work in _works(text, hits, 0, len(text)):
        yield Entry(work.start, work.end, None, False, _CONFIDENCE)


def parted(text: str, hits: Sequence[Hit], entry: Entry) -> Iterator[Entry]:
    """A reference string that is a paragraph, as one for each work in it that has authors and journal of its own."""
    start = entry.start
    behind = entry.end  # of the work before
    for work in _works(text, hits, start, entry.end) if not entry.in_list else ():
        if behind < work.start < work.journal:
            yield replace(entry, start=start, end=start + len(text[start : work.start].rstrip(_BETWEEN)))
            start = work.start
        behind = work.end
    yield replace(entry, start=start)


def _works(text: str, hits: Sequence[Hit], behind: int, until: int) -> Iterator[_Work]:
    """The works in a stretch of text that are named by a journal with its numbers."""
    for imprint in imprints(text, behind, until):
        floor = max(behind, _edge(text, imprint.start))
        if imprint.journal < floor:
            continue
        end = _end(text, imprint.end, hits)
        start = _start(text, floor, imprint, end > imprint.end)
        if start is not None and (imprint.dated or _YEAR.search(text, start, imprint.journal)):
            behind = end
            yield _Work(start, imprint.journal, end)


def _start(text: str, floor: int, imprint: Imprint, hit: bool) -> int | None:
    """Where the reference begins: with its authors; if the journal is known and cited, with that; else it is none.

    `hit`: an identifier stands beside it.
    """
    start = _authors(text, floor, imprint.journal)
    if imprint.listed:
        return imprint.journal if start is None and _is_led(text, floor, imprint.journal, hit) else start
    return start if start is not None and _TITLED.search(text, start, imprint.journal) else None


def _edge(text: str, at: int) -> int:
    """Where the paragraph, cell or item begins in which an offset stands, or how far back a reference may reach."""
    least = max(0, at - _LONGEST)
    return max((edge.end() for edge in _EDGE.finditer(text, least, at)), default=least)


def _is_led(text: str, floor: int, journal: int, hit: bool) -> bool:
    """Whether a journal without authors is cited, and not named by the article itself: it stands in brackets, behind a
    word that leads to it, or before an identifier (`hit`)."""
    return hit or bool(LEADING.search(text, floor, journal)) or _opening(text, floor, journal) is not None


def _authors(text: str, floor: int, journal: int) -> int | None:
    """Where the authors begin that stand before a journal, if they do."""
    bracket = _opening(text, floor, journal)
    floor = floor if bracket is None else bracket
    for at in (floor, *(lead.end() for lead in _LED.finditer(text, floor, journal))):
        begin = journal - len(text[at:journal].lstrip(_BLANK))
        if _named(text, begin, journal, begin - floor < _NEAR):
            return begin
    return None


def _named(text: str, begin: int, journal: int, first: bool) -> bool:
    """Whether authors begin what stands before a journal; only at first (`first`) they can be a group."""
    found = authors.leading(text[begin:journal])
    if found.names and (first or found.style != "group"):
        return sum(1 for _ in _STOP.finditer(text, begin + found.end, journal)) <= _STOPS
    surnames = _SURNAMES.fullmatch(text, begin, journal)
    return bool(surnames and (first or surnames["more"] or surnames["year"]))


def _opening(text: str, floor: int, at: int) -> int | None:
    """Behind the bracket that is open at an offset, if one is."""
    open_: list[int] = []
    for mark in _BRACKET.finditer(text, floor, at):
        if mark[0] in "([":
            open_.append(mark.end())
        elif open_:
            open_.pop()
    return open_[-1] if open_ else None


def _end(text: str, at: int, hits: Sequence[Hit]) -> int:
    """Where a reference ends whose numbers end at an offset: behind the identifiers that stand beside them."""
    for hit in hits[bisect_left(hits, at, key=attrgetter("start")) :]:
        if not _BESIDE.fullmatch(text, at, hit.start) or hit.kind not in _OF_WORK:
            break
        at = max(at, hit.end)
    return at
