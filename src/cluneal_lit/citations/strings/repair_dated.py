"""A volume before its year in brackets: `Acta 33 (2021), Nr. 2`, `J Clin Invest 133 (2023)`, `JTT 5 (2019)`."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_issues import behind_year, numbered
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_SHORT = re.compile(r"\d{1,3}")
_HOLDERS = ("journal", "booktitle")
_OF_PLACE = ("volume", "issue", "pages")
_BETWEEN = frozenset((".", "*"))  # a journal's last full stop, and Markdown's bold around a volume
_ACRONYM = re.compile(r"[A-Z]{2,8}")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# What is numbered and no journal: parts of a work, and documents of those who set standards.
_NUMBERED = frozenset(
    "part pt vol volume band bd no nr number issue heft tome book buch teil chapter chap kap ch fig table tab section"
    " sec suppl supplement series ser rev edition ed version ver phase stage grade type class day week year"
    " age level"
    " act iso din en iec bs astm ansi nist rfc std awmf covid study".split()
)
_LONGEST = 6  # letters of a shortened word
_STOPS = frozenset((".", "?", "!", "”", '"', "*"))
_NO_TITLE = (*_HOLDERS, "publisher", "location", "series", "editor")


@rule(words=("(",))
def volume_with_its_year(found: Tokens, segments: Segments) -> Segments:
    """A number before a year in brackets is the volume where `Nr. 2` stands behind it; a journal stands before it, at
    least behind `In:`."""
    places = [(at, issue) for at in range(1, len(found.texts) - 3) if (issue := _issue(found, segments, at))]
    if len(places) != 1:
        return segments
    at, issue = places[0]
    end = issue[1]
    kept = [_before(found, one, at) for one in segments if not _is_replaced(one, at, end)]
    start = _behind_in(found, at)
    if start and not any(one.label in _HOLDERS for one in kept):
        kept = [*_up_to(found, kept, start - 2), Segment("journal", start, _bracket(found, at))]
    if not any(one.label in _HOLDERS for one in kept) or any(one.start < end and one.end > at for one in kept):
        return segments
    named = [Segment("volume", at, at + 1), Segment("year", at + 2, at + 3)]
    return [*kept, *named, Segment("issue", *issue)]


def _behind_in(found: Tokens, at: int) -> int:
    """Where the name of what a work stands in begins, behind the last `In:` before a token; 0 without one."""
    texts = found.texts
    return next((place + 2 for place in range(at - 3, 0, -1) if texts[place : place + 2] == ["In", ":"]), 0)


def _bracket(found: Tokens, at: int) -> int:
    """Where the bracket opens that closes right before a token; that token without one."""
    if found.texts[at - 1] != ")":
        return at
    return next((place for place in range(at - 2, 0, -1) if found.texts[place] == "("), at)


def _up_to(found: Tokens, segments: Segments, end: int) -> Segments:
    """The segments, a title that goes on over a token up to the stop before it."""
    stop = end - (found.texts[end - 1] == ".")
    return [
        Segment(one.label, one.start, stop) if one.label == "title" and one.start < stop < one.end else one
        for one in segments
    ]


def _issue(found: Tokens, segments: Segments, at: int) -> tuple[int, int] | None:
    """Where the issue stands of a volume at a token, behind its year in brackets; None where that is not sure."""
    texts = found.texts
    if not texts[at].isdigit() or _YEAR.fullmatch(texts[at]) or behind_year(found, at + 1) != at + 4:
        return None
    last = (one.start for one in segments if one.start > at and one.label not in ("volume", "issue", "year"))
    return numbered(found, at + 4, min(last, default=len(texts)))


def _is_replaced(one: Segment, first: int, end: int) -> bool:
    """Whether a segment is a year, or part of the place, between two tokens, or a volume or issue elsewhere."""
    within = one.start < end and one.end > first
    return one.label in ("volume", "issue") or (within and one.label in (*_OF_PLACE, "year"))


def _before(found: Tokens, one: Segment, at: int) -> Segment:
    """A segment; what the work stands in is a journal, and ends before its volume."""
    if one.label not in _HOLDERS or one.end <= at:
        return one
    end = at
    while end > one.start + 1 and found.texts[end - 1] in (".", ",", "*"):
        end -= 1
    return Segment("journal", one.start, end)


@rule(has=("title", "journal", "pages", "year"), lacks=("volume",), words=("(",))
def volume_like_a_page(found: Tokens, segments: Segments) -> Segments:
    """A number of up to three digits between a journal's name and the year in brackets is the volume where none is
    marked: `J Clin Invest 133 (2023)`. Of longer ones, and without a title, it is often the page: `J. Chem. Soc. 2674
    (1958)`."""
    mended: Segments = []
    for before, one in zip([None, *segments], segments, strict=False):
        is_alone = one.label == "pages" and one.end - one.start == 1 and _SHORT.fullmatch(found.texts[one.start])
        is_dated = behind_year(found, one.end) > one.end
        named = (
            before is not None
            and before.label == "journal"
            and _BETWEEN.issuperset(found.texts[before.end : one.start])
        )
        mended.append(Segment("volume", one.start, one.end) if is_alone and is_dated and named else one)
    return mended


@rule(lacks=("number",), words=("(",))
def volume_behind_acronym(found: Tokens, segments: Segments) -> Segments:
    """Capitals behind a full stop, a number and a year in brackets that end a reference are journal, volume and year;
    what was taken for such before them is of the title. Roman numerals are no journals: `Part two. XII 5 (2019)`."""
    place = _place(found)
    if place is None or any(
        _is_chapter(found, one) or one.start >= place[0] for one in segments if one.label in ("title", "booktitle")
    ):
        return segments
    capitals, volume, year = place
    at = _start_of_name(found, segments, capitals)
    kept = cleared(found, segments, at, year + 1)
    before = [one for one in kept if one.end <= at and one.label not in (*_OF_PLACE, "year")]
    behind = [one for one in kept if one.start > year]
    titled = [one.start for one in before if one.label == "title" or one.label in _NO_TITLE]
    named = [one for one in before if one.label not in ("title", *_NO_TITLE)]
    if titled:
        named.append(Segment("title", min(titled), _without_stop(found, at)))
    said = [
        Segment("journal", at, capitals + 1),
        Segment("volume", volume, volume + 1),
        Segment("year", year, year + 1),
    ]
    return [*named, *said, *behind]


def _place(found: Tokens) -> tuple[int, int, int] | None:
    """Where journal, volume and year stand at the end of a string, before its identifiers at most."""
    texts = found.texts
    end = len(texts)
    while end > 0 and (texts[end - 1][0] == "<" or not texts[end - 1].isalnum()) and texts[end - 1] != ")":
        end -= 1
    if end < 6 or behind_year(found, end - 3) != end:
        return None
    volume = end - 4
    while volume > 1 and texts[volume] in ("*", ","):
        volume -= 1
    at = volume - 1
    while at > 1 and texts[at] in _BETWEEN:
        at -= 1
    named = _ACRONYM.fullmatch(texts[at]) and not _ROMAN.fullmatch(texts[at]) and word(texts[at]) not in _NUMBERED
    is_apart = at > 1 and texts[at - 1] in _STOPS and found.spaced[at - (texts[at - 1] == "*")]
    return (at, volume, end - 2) if named and is_apart and _SHORT.fullmatch(texts[volume]) else None


def _start_of_name(found: Tokens, segments: Segments, at: int) -> int:
    """Where the journal's name begins that capitals end behind shortened words: `Proc. Natl. Acad. Sci. USA`."""
    texts = found.texts
    last = texts[at - 2]
    if texts[at - 1] != "." or not last.isalpha():
        return at
    is_short = len(last) <= _LONGEST and (len(last) == 1 or not last.isupper())
    covering = next((one.start for one in segments if one.label == "journal" and one.start <= at - 2 < one.end), None)
    if covering is not None:
        return covering if is_short or "." in texts[covering : at - 2] else at
    is_titled = any(one.label == "title" and one.end < at - 1 for one in segments)
    return at - 2 if is_short and len(last) > 1 and texts[at - 3] in _STOPS and is_titled else at


def _is_chapter(found: Tokens, one: Segment) -> bool:
    """Whether what a work stands in is marked by `In:`, so that capitals behind it may be its series."""
    return one.label == "booktitle" and "In" in found.texts[max(0, one.start - 2) : one.start]


def _without_stop(found: Tokens, at: int) -> int:
    """Where a title ends that goes on to a token: before the full stop, not before a question mark."""
    while at > 1 and found.texts[at - 1] in (".", "*", "”", '"'):
        at -= 1
    return at
