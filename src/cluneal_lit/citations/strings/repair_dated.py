"""A volume before its year in brackets: `Acta (Oslo : 1960) 33 (2021), Nr. 2`, `J Clin Invest 133 (2023)`."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.repair_issues import numbered
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_SHORT = re.compile(r"\d{1,3}")
_HOLDERS = ("journal", "booktitle")
_OF_PLACE = ("volume", "issue", "pages")
_BETWEEN = frozenset((".", "*"))  # a journal's last full stop, and Markdown's bold around a volume


class _Dated(Struct, frozen=True):
    """Where a volume stands, and behind it, in brackets, its year; the issue behind that; whether the journal's name
    ends with the year in which it was founded."""

    at: int
    issue: tuple[int, int] | None
    is_founded: bool


@rule(words=("(",))
def volume_with_its_year(found: Tokens, segments: Segments) -> Segments:
    """A number before a year in brackets is the volume where `Nr. 2` stands behind it or the founding year of the
    journal before it, as catalogues tell journals of one name apart: `Acta (Oslo : 1960) 33 (2021)`; a journal stands
    before it, at least behind `In:`."""
    places = [place for at in range(1, len(found.texts) - 3) if (place := _dated(found, segments, at))]
    if len(places) != 1:
        return segments
    at, issue = places[0].at, places[0].issue
    end = issue[1] if issue else at + 4
    first = at - 2 if places[0].is_founded else at
    kept = [_before(found, one, at) for one in segments if not _is_replaced(one, first, end)]
    start = _behind_in(found, at)
    if start and not any(one.label in _HOLDERS for one in kept):
        kept = [*_up_to(found, kept, start - 2), Segment("journal", start, _bracket(found, at))]
    if not any(one.label in _HOLDERS for one in kept) or any(one.start < end and one.end > at for one in kept):
        return segments
    named = [Segment("volume", at, at + 1), Segment("year", at + 2, at + 3)]
    return [*kept, *named, *([Segment("issue", *issue)] if issue else [])]


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


def _dated(found: Tokens, segments: Segments, at: int) -> _Dated | None:
    """The place whose volume stands at a token, if it is sure."""
    texts = found.texts
    year = texts[at + 1 : at + 4]
    if not texts[at].isdigit() or _YEAR.fullmatch(texts[at]) or (year[0], year[2]) != ("(", ")"):
        return None
    if not _YEAR.fullmatch(year[1]):
        return None
    before = texts[max(0, at - 3) : at]
    is_founded = len(before) == 3 and (before[0], before[2]) == (":", ")") and bool(_YEAR.fullmatch(before[1]))
    last = (one.start for one in segments if one.start > at and one.label not in ("volume", "issue", "year"))
    issue = numbered(found, at + 4, min(last, default=len(texts)))
    return _Dated(at, issue, is_founded) if issue or is_founded else None


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
        behind = found.texts[one.end : one.end + 3]
        is_alone = one.label == "pages" and one.end - one.start == 1 and _SHORT.fullmatch(found.texts[one.start])
        is_dated = len(behind) == 3 and (behind[0], behind[2]) == ("(", ")") and bool(_YEAR.fullmatch(behind[1]))
        named = (
            before is not None
            and before.label == "journal"
            and _BETWEEN.issuperset(found.texts[before.end : one.start])
        )
        mended.append(Segment("volume", one.start, one.end) if is_alone and is_dated and named else one)
    return mended
