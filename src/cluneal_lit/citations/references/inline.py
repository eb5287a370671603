"""Reference strings within a sentence, a cell or brackets, told by a journal of a public list with year, volume, page:
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
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.reading import reader
from cluneal_lit.late import late

_CONFIDENCE = 0.9
_GAP = r"[\s*_]{0,16}"  # blanks, also in the place of markup, and Markdown's emphasis
_DATE = rf"\(?{locators.YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:[-\s/][A-Z]?[a-z]*\.?)?(?:\s\d{{1,2}})?)?\)?"
_VOLUME = rf"\d{{1,4}}(?:{_GAP}\([^()\n]{{1,20}}\))?"
_PAGES = r"[A-Za-z]{0,3}\d+(?:\.[a-z]+\d+)?(?:\s?[-–‐]\s?[A-Za-z]?\d+)?"
_PAGED = rf"{_GAP}[:,]\s{{0,2}}(?:pp?\.?\s?)?{_PAGES}"
# What stands behind a journal's name: `2012;366(3):2102-10`, `2012, 366, 2102`, `366:2102-10 (2012)`, `366(3), 2102`.
_IMPRINT = late(
    rf"(?<!\d)(?P<dated>{_DATE}{_GAP}[;,:]?{_GAP}(?:(?:vol\.?\s)?{_VOLUME}|\([^()\n]{{1,12}}\))(?:{_PAGED}|(?<=\))))"
    rf"|(?<![\d.]){_VOLUME}{_PAGED}(?P<behind>\s?\({locators.YEAR}\))?"
)
_STRICT = late(rf"{_DATE};{_GAP}{_VOLUME}{_GAP}:")
# What parts a name from words before it, and words that can be one.
_PART = re.compile(r"(?:[^\W\d_]{3}[.?!]|[,;:])\s+[*_]{0,2}|[\"“”’()\[\]*]\s*[*_]{0,2}")
_CAPITALISED = late(rf"[{UPPER}][\w&’'.-]*(?:\s(?:[{UPPER}&][\w&’'.-]*|of|and|the|in|for|on|de|der|für|et)){{0,7}}")
_ACRONYM = re.compile(r"[A-Z]{2,6}\b(?! [A-Z])")
_TITLED = re.compile(r"[.:)]\W{1,4}[^\W\d_][^.;:]*\s[^.;:]{3,}")
_YEAR = late(rf"(?<!\d){locators.YEAR}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s*_]")
_PARTING = " \n.,;:*_"  # what may stand between a journal's name and its year or volume
_APART = 20
_LONGEST_NAME = 150  # letters of a journal's name
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
_WORDS = 14
_SURE = 3  # words of a name that no other words end in
_LEADING = late(r"\b(?:in|see|by|from|cf\.?)\s+(?:the\s)?[*_]{0,2}$", re.IGNORECASE)
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
    for work in _works(text, hits, start, entry.end) if not entry.in_list else ():
        end = start + len(text[start : work.start].rstrip(_BETWEEN))
        if work.start < work.journal and _IMPRINT.search(text, start, end):
            yield replace(entry, start=start, end=end)
            start = work.start
    yield replace(entry, start=start)


def _works(text: str, hits: Sequence[Hit], behind: int, until: int) -> Iterator[_Work]:
    """The works in a stretch of text that are named by a journal with year, volume and page."""
    for imprint in _IMPRINT.finditer(text, behind, until):
        before = text[max(0, imprint.start() - _APART) : imprint.start()].rstrip(_PARTING)
        if not before[-1:].isalpha():
            continue
        floor, end = max(behind, _edge(text, imprint.start())), _end(text, imprint.end(), hits)
        if work := _work(text, floor, imprint, end):
            behind = end
            yield work


def _work(text: str, floor: int, imprint: re.Match[str], end: int) -> _Work | None:
    """The work whose journal has these numbers behind it, if it is one; one that no list has needs them and a title."""
    listed = _listed(text, floor, imprint.start())
    journal = _unlisted(text, floor, imprint) if listed is None else listed
    if journal is None:
        return None
    start = _authors(text, floor, journal)
    if listed is None and not _ACRONYM.match(text, journal):
        start = start if start is not None and _TITLED.search(text, start, journal) else None
    elif start is None and _is_led(text, floor, journal, imprint.end() < end):
        start = journal
    if start is None:
        return None
    dated = imprint["dated"] or imprint["behind"] or _YEAR.search(text, start, journal)
    return _Work(start, journal, end) if dated else None


def _edge(text: str, at: int) -> int:
    """Where the paragraph, cell or item begins in which an offset stands, or how far back a reference may reach."""
    least = max(0, at - _LONGEST)
    return max((edge.end() for edge in _EDGE.finditer(text, least, at)), default=least)


def _listed(text: str, floor: int, at: int) -> int | None:
    """Where the name of a journal begins that ends at an offset; None where no list has it.

    Before a name stands what parts it from other words; a name of three words and more needs nothing.
    """
    least = max(floor, at - _LONGEST_NAME)
    found = [*_WORD.finditer(text, least, at)]
    while found and not found[-1][0][0].isalpha():
        found.pop()
    written = [word(one[0]) if one[0][0].isalpha() else "" for one in found]
    listed = reader().journals
    for place, one in enumerate(found[-_WORDS:], max(0, len(found) - _WORDS)):
        if not written[place] or not one[0][0].isupper() or written[place:] not in listed:
            continue
        apart = place == 0 or not written[place - 1] or _LEADING.search(text, least, one.start())
        if apart or sum(map(bool, written[place:])) >= _SURE:
            return one.start()
    return None


def _unlisted(text: str, floor: int, imprint: re.Match[str]) -> int | None:
    """Where the last words before `2012;366:2102` begin that can be, or end, the name of a journal."""
    if not _STRICT.match(imprint[0]):
        return None
    least = max(floor, imprint.start() - _LONGEST_NAME)
    written = text[least : imprint.start()].rstrip(_PARTING)
    start = max((apart.end() for apart in _PART.finditer(written)), default=0)
    return least + start if _CAPITALISED.fullmatch(written, start) else None


def _is_led(text: str, floor: int, journal: int, hit: bool) -> bool:
    """Whether a journal without authors is cited, and not named by the article itself: it stands in brackets, behind a
    word that leads to it, or before an identifier (`hit`)."""
    return hit or bool(_LEADING.search(text, floor, journal)) or _opening(text, floor, journal) is not None


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
