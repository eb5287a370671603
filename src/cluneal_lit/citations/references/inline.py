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
from cluneal_lit.citations.references import authors, locators, noted
from cluneal_lit.citations.references.authors import PARTICLE, UPPER
from cluneal_lit.citations.references.continued import PROSE
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.references.imprints import ET_AL, LEADING, Imprint, imprints
from cluneal_lit.citations.references.numbering import RANGED
from cluneal_lit.citations.references.published import PUBLISHED
from cluneal_lit.late import late

_CONFIDENCE = 0.9
_YEAR = late(rf"(?<!\d){locators.YEAR}(?!\d)")
_DATED = late(rf"[\s.,]*(?:\({locators.YEAR}[a-h]?\)|[“\"])")  # the year behind authors, or a title in quotes
_YEAR_ALONE = 4  # digits
_TITLED = re.compile(r"[.:)]\W{1,4}[^\W\d_][^.;:]*\s[^.;:]{3,}")
_LONGEST = 700
# What parts paragraphs, cells and items.
_EDGE = late(r"\n[ \t>]*\n|\||\t|\s[·•]\s|\n[ \t]*(?:[-*+•–]|\d{1,3}[.)])\s")
# With what authors may begin, and authors of whom only surnames are given: `Berg et al.,`, `Berg & Dunn (2012).`
_BEGUN = late(rf"(?<![\w’'-])(?:{PARTICLE}|(?=[{UPPER}]))")
_SURNAME = rf"{PARTICLE}{{0,2}}[{UPPER}][\w’'-]+"
_SURNAMES = late(
    rf"(?!(?:As|By|In|From|See|Per|Of|And|The)\s)(?:{_SURNAME},?\s){{1,6}}(?P<more>(?:and|&|und|et|y)\s{_SURNAME}[\s,.]*|et\s?al\b[\s,.]*)?"
    rf"(?P<year>(?:\({locators.YEAR}[a-h]?\)|\(?{locators.YEAR}[a-h]?(?!\)))[\s,.:;]*)?[(*_“\"]*"
)
# What leads from a work to a notice of it, or another part of it, that has no reference of its own.
_NOTICE = late(
    r"[\s.,;\[(]*(?:(?:erratum|corrigendum|correction|retraction|comment|expression of concern|update|summary"
    r"|republished|reprinted|published correction(?: appears)?)\s(?:in|to|on|of|for|from)|discussion|reply)\b[:\s]*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[^\W\d_]{3}[.?!]\s")
_STOPS = 2  # that end sentences between authors and journal: those of the title
_TALK = late(rf"(?P<stop>[.)]{{1,3}})\s+{PROSE.pattern}")  # a sentence begins
# A cell of a row whose others stand behind tabs or bars; it begins as authors do.
_CELL = late(
    rf"(?:(?<=\t)|(?<=\|)|(?<=\n)(?=[^\n|]*[\t|]))[ ]*"
    rf"(?P<said>(?={PARTICLE}?[{UPPER}])[^\n\t|]{{20,600}}?)[ ]*(?=[\t|\n]|\Z)"
)
_BETWEEN = " \n\t·•;|>"
_ENCLOSING = frozenset("([|\t")
_NEAR = 8
_BRACKET = re.compile(r"[()\[\]]")
_OF_WORK = frozenset(("pmid", "pmcid", "doi", "shortdoi"))
_STOPPED = late(r"[\"”')\]]*[.?!][\"”')\]]*\s")
_SAID = late(r"[ \u00a0\n](?!(?:and|und|et|y|or|oder|as|in|with|for)\b|[ivx]+[.)]\s)[a-zà-ÿ]{2}")
_BESIDE = re.compile(r"[\s.,;:()\[\]/·\"'-]{0,12}")


class _Work(Struct, frozen=True):
    """Where a reference begins, where its journal does, and where it ends."""

    start: int
    journal: int
    end: int


def entries(text: str, hits: Sequence[Hit]) -> Iterator[Entry]:
    """The reference strings in a text where no lists are, in order; `hits` are its identifiers."""
    works = [(work.start, work.end) for work in _works(text, hits, 0, len(text))]
    for start, end in sorted([*works, *_books(text, works)]):
        yield Entry(start, end, None, False, _CONFIDENCE)


def _books(text: str, works: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The cells of tables that are all a book: authors with initials begin it, and year, place and publisher stand in
    it."""
    for cell in _CELL.finditer(text) if "\t" in text or "|" in text else ():
        start, end = cell.span("said")
        place = bisect_left(works, (start, start))
        within = place < len(works) and works[place][0] < end
        if not within and PUBLISHED.search(text, start, end) and noted.is_full(text, start, end):
            found = authors.leading(text[start:end])
            if found.names and found.style != "group":
                yield start, end


def parted(text: str, hits: Sequence[Hit], entry: Entry) -> Iterator[Entry]:
    """A reference string that is a paragraph, as one for each work in it that has authors and journal of its own; what
    is said behind the last is none of it."""
    start, behind = entry.start, entry.end  # `behind`: of the work before
    for work in _works(text, hits, start, entry.end) if not entry.in_list else ():
        if behind < work.start < work.journal:
            yield replace(entry, start=start, end=start + len(text[start : work.start].rstrip(_BETWEEN)))
            start = work.start
        behind = work.end
    told = _TALK.match(text, behind, entry.end) if behind < entry.end else None
    yield replace(entry, start=start, end=told.end("stop") if told else entry.end)


def _works(text: str, hits: Sequence[Hit], behind: int, until: int) -> Iterator[_Work]:
    """The works in a stretch of text that are named by a journal with its numbers, each with its notices."""
    last: _Work | None = None
    for imprint in imprints(text, behind, until):
        floor = max(behind, _edge(text, imprint.start))
        if imprint.journal < floor:
            continue
        end = _end(text, imprint.end, hits)
        if last and _NOTICE.fullmatch(text, last.end, imprint.journal):
            last, behind = replace(last, end=end), end
            continue
        start = _start(text, floor, imprint, end > imprint.end)
        if start is not None and (imprint.dated or _YEAR.search(text, start, imprint.journal)):
            if last:
                yield last
            end += text.startswith(")", end) and _opening(text, start, end) is not None
            last, behind = _Work(start, imprint.journal, end), end
    if last:
        yield last


def _start(text: str, floor: int, imprint: Imprint, hit: bool) -> int | None:
    """Where the reference begins: with its authors; if the journal is known and cited, with that; else it is none.

    `hit`: an identifier stands beside it.
    """
    start = _authors(text, floor, imprint.journal)
    if imprint.listed:
        bare = imprint.end - imprint.start == _YEAR_ALONE
        cited = imprint.strict or hit or (not bare and _is_led(text, floor, imprint.journal))
        return imprint.journal if start is None and cited else start
    if start is None or not _TITLED.search(text, start, imprint.journal):
        return None
    if imprint.strict:
        return start
    found = authors.leading(text[start : imprint.journal])
    dated = found.names and _DATED.match(text, start + found.end)
    return start if dated and RANGED.search(text, imprint.start, imprint.end) else None


def _edge(text: str, at: int) -> int:
    """Where the paragraph, cell or item begins in which an offset stands, or how far back a reference may reach."""
    least = max(0, at - _LONGEST)
    return max((edge.end() for edge in _EDGE.finditer(text, least, at)), default=least)


def _is_led(text: str, floor: int, journal: int) -> bool:
    """Whether a journal without authors is cited, and not named by the article itself: it stands in brackets or behind
    a word that leads to it."""
    return bool(LEADING.search(text, floor, journal)) or _opening(text, floor, journal) is not None


def _authors(text: str, floor: int, journal: int) -> int | None:
    """Where the authors begin that stand before a journal, if they do."""
    bracket = _opening(text, floor, journal)
    if bracket is not None and not ET_AL.search(text, floor, bracket):  # `Berg et al. (Lancet, 2019)`
        floor = bracket
    enclosed = text[floor - 1 : floor] in _ENCLOSING
    begun = (begun.start() for begun in _BEGUN.finditer(text, floor, journal))
    return next((at for at in begun if _named(text, at, journal, enclosed and at - floor < _NEAR)), None)


def _named(text: str, begin: int, journal: int, alone: bool) -> bool:
    """Whether authors begin what stands before a journal; a group, or one surname, only first in brackets or a cell."""
    found = authors.leading(text[begin:journal])
    if found.names and (alone or found.style != "group"):
        return sum(1 for _ in _STOP.finditer(text, begin + found.end, journal)) <= _STOPS
    surnames = _SURNAMES.fullmatch(text, begin, journal)
    return bool(surnames and (alone or surnames["more"] or surnames["year"]))


def _opening(text: str, floor: int, at: int) -> int | None:
    """Behind the bracket that is open at an offset, if one is."""
    open_: list[int] = []
    for mark in _BRACKET.finditer(text, floor, at):
        if mark[0] in "([":
            open_.append(mark.end())
        elif open_:
            open_.pop()
    return open_[-1] if open_ else None


def _end(text: str, start: int, hits: Sequence[Hit]) -> int:
    """Where a reference ends whose numbers end at an offset: behind the identifiers that stand beside them.

    Behind a full stop they are its own where they are a whole sentence, `(… 380:1-9). PMID 1.`, as nobody says a number
    alone but of what stands before it; `PMID 1 says the same` is a sentence about another work.
    """
    at = start
    for place in range(bisect_left(hits, start, key=attrgetter("start")), len(hits)):
        hit = hits[place]
        beside = _BESIDE.fullmatch(text, at, hit.start) and not _EDGE.search(text, at, hit.start)
        if not beside or hit.kind not in _OF_WORK:
            break
        at = max(at, hit.end)
    return start if at > start and _SAID.match(text, at) and _STOPPED.match(text, start) else at
