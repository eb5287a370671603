"""Volumes, issues and pages that stand beside each other unmarked, or are marked as one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.repair_issues import NUMBERED
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.late import late

_YEAR = re.compile(locators.YEAR)
_PAGE = frozenset(("p", "pp"))
_ROMAN = late(r"[IVXLCDM]+", re.IGNORECASE)


@rule(has=("journal",), lacks=("volume",))
def volume_behind_journal(found: Tokens, segments: Segments) -> Segments:
    """The number that ends a journal's name is its volume where none is marked: `Hum Geogr 25, no. 4`."""
    journals = [one for one in segments if one.label == "journal"]
    if len(journals) != 1:
        return segments
    own = journals[0]
    last = found.texts[own.end - 1]
    if own.end - own.start < 2 or not last.isdigit() or _YEAR.fullmatch(last) or not found.spaced[own.end - 1]:
        return segments
    end = own.end - 1
    while end > own.start + 1 and found.texts[end - 1] in (",", "."):
        end -= 1
    parted = [Segment("journal", own.start, end), Segment("volume", own.end - 1, own.end)]
    return [part for one in segments for part in (parted if one is own else [one])]


@rule(has=("journal",), lacks=("year",))
def year_behind_journal(found: Tokens, segments: Segments) -> Segments:
    """The year that ends a journal's name is the work's where none is marked: `Acta (Oslo). 1997`, `Soc Sci 2000`."""
    mended: Segments = []
    for one in segments:
        last = one.end - 1
        if one.label == "journal" and last - one.start > 1 and _YEAR.fullmatch(found.texts[last]):
            end = last - (found.texts[last - 1] in (".", ";", ","))
            mended += [Segment("journal", one.start, end), Segment("year", last, one.end)]
        else:
            mended.append(one)
    return mended


@rule(has=("journal", "year"))
def journal_without_month(found: Tokens, segments: Segments) -> Segments:
    """Month and year that follow a journal's name behind a stop are none of it: `Topoi. November 2021. Vol. 40`."""
    mended: Segments = []
    for one in segments:
        last = one.end - 1
        dated = one.label == "journal" and last - one.start > 2 and bool(_YEAR.fullmatch(found.texts[last]))
        month = dated and word(found.texts[last - 1]) in MONTHS and found.texts[last - 2] in (".", ",")
        mended.append(Segment(one.label, one.start, last - 2) if month else one)
    return mended


@rule(has=("volume",), lacks=("year",))
def volume_behind_year(found: Tokens, segments: Segments) -> Segments:
    """A year before a volume with its issue or pages is no volume: `JAMA 2010, 303:235`."""
    texts = found.texts
    years = [one for one in segments if one.label == "volume" and _YEAR.fullmatch(texts[one.start])]
    if len(years) != 1:
        return segments
    year = Segment("year", years[0].start, years[0].start + 1)
    at = year.end + 1
    if texts[year.end : at] not in ([","], [";"]) or not "".join(texts[at : at + 1]).isdigit():
        return segments
    if texts[at + 1 : at + 2] not in ([":"], ["("]) or _YEAR.fullmatch("".join(texts[at + 2 : at + 3])):
        return segments
    kept = [one for one in segments if one is not years[0] and not one.start <= at < one.end]
    return [*kept, year, Segment("volume", at, at + 1)]


@rule(has=("volume",))
def volume_apart(found: Tokens, segments: Segments) -> Segments:
    """What is marked as a volume with its issue, `8(6)`, is both; a word (`Proc ECCV`) ends the journal before it."""
    mended: Segments = []
    for one in segments:
        texts = found.texts[one.start : one.end]
        last = mended[-1] if mended else None
        if one.label == "volume" and len(texts) > 3 and texts[1] == "(" and texts[-1] == ")":
            mended += [Segment("volume", one.start, one.start + 1), Segment("issue", one.start + 2, one.end - 1)]
        elif one.label == "volume" and last and (last.label, last.end) == ("journal", one.start) and _is_word(texts):
            mended[-1] = Segment("journal", last.start, one.end)
        else:
            mended.append(one)
    return mended


@rule(has=("pages",), lacks=("volume",), words=_PAGE)
def volume_within_pages(found: Tokens, segments: Segments) -> Segments:
    """The number before `pp` that is marked with the pages is the volume: `vol 15 pp 25 to 32`."""
    mended: Segments = []
    for one in segments:
        texts = found.texts[one.start : one.end]
        at = next((at for at, text in enumerate(texts) if text in _PAGE), 0)
        if one.label == "pages" and 0 < at <= 2 and texts[0].isdigit() and found.spaced[one.start + at]:
            mended += [Segment("volume", one.start, one.start + 1), Segment("pages", one.start + at, one.end)]
        else:
            mended.append(one)
    return mended


def _is_word(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and texts[0].isalpha() and len(texts[0]) > 1 and not _ROMAN.fullmatch(texts[0])


@rule(has=("issue",))
def volume_without_issue(found: Tokens, segments: Segments) -> Segments:
    """An issue in no brackets and behind no `no.` is the volume where none is marked (`Phys Rev E. 85, 0411`); one that
    stands behind `p.` is the page."""
    labels = [one.label for one in segments]
    if labels.count("issue") != 1:
        return segments
    one = segments[labels.index("issue")]
    before = [word(text) for text in found.texts[max(0, one.start - 2) : one.start] if text not in (".", "°", "º")]
    cue = before[-1] if before else ""
    if cue in _PAGE and "pages" not in labels:
        return [Segment("pages", one.start, one.end) if other is one else other for other in segments]
    if "volume" in labels or not found.texts[one.start].isdigit() or cue in (*NUMBERED, "("):
        return segments
    return [Segment("volume", one.start, one.end) if other is one else other for other in segments]


@rule(has=("volume",), lacks=("pages",))
def pages_behind_colon(found: Tokens, segments: Segments) -> Segments:
    """What stands behind a volume and its colon or comma is pages, though marked as an issue or a year: `1: 4`."""
    labels = [one.label for one in segments]
    mended: Segments = []
    for before, one in zip([None, *segments], segments, strict=False):
        mark = found.texts[before.end : one.start] if before and before.label == "volume" else []
        dated = found.texts[one.end : one.end + 1] == ["("]  # `70: 6 (1997)`
        behind = (mark == [":"] and one.label == "issue" and not dated) or (
            mark in ([","], [":"]) and one.label == "year" and labels.count("year") > 1
        )
        mended.append(Segment("pages", one.start, one.end) if behind else one)
    return mended


@rule(has=("location",), words=("st",))
def whole_places(found: Tokens, segments: Segments) -> Segments:
    """The place of a publisher begins with its saint: `St. Louis`, `St Paul`."""
    mended: Segments = []
    for before, one in zip([None, *segments], segments, strict=False):
        start = one.start - (found.texts[one.start - 1 : one.start] == ["."]) - 1
        named = one.label == "location" and start >= (before.end if before else 0) and found.texts[start] == "St"
        mended.append(Segment(one.label, start, one.end) if named else one)
    return mended
