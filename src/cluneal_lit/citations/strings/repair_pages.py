"""Pages that only what stands before them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_issues import behind_year
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_NAMED = frozenset(("pp", "pages"))
_ABSTRACT = frozenset(("abstr", "abstract"))
_BETWEEN = frozenset((".", ":", "#", "no", "number", "nr"))
_DASHES = frozenset("-–−")
_CALLED = frozenset(("s", "p", "pp", "seite"))
_YEAR = re.compile(locators.YEAR)
_LETTERED = re.compile(r"[A-Z]\d{1,5}")
_BEFORE_PAGE = 8  # tokens of `, Nr. 3, S.`, and more
_LONGEST_PREFIX = 4  # letters before the digits of a place: `dc202345`


@rule(lacks=("pages",), words=_NAMED | _ABSTRACT)
def named_pages(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked behind `pp.`, or as the number of an abstract, is the pages: `(suppl; abstr 4506)`."""
    if not segments:
        return segments
    taken = {at for one in segments for at in range(one.start, one.end)}
    for at, text in enumerate(found.texts):
        if at not in taken and at > segments[0].end and text.lower() in _NAMED | _ABSTRACT:
            start, end = _numbered(found.texts, at + 1, text.lower() in _NAMED)
            if end and taken.isdisjoint(range(start, end)):
                return [*segments, Segment("pages", start, end)]
    return segments


def _numbered(texts: Sequence[str], start: int, is_range: bool) -> tuple[int, int]:
    """Where a number begins and ends, or two with a dash between them; 0 and 0 without."""
    while start < len(texts) and word(texts[start]) in _BETWEEN:
        start += 1
    end = start
    while end < len(texts) and (texts[end].isdigit() or (end > start and texts[end] in _DASHES)):
        end += 1
    two = end - start == 3 and texts[start + 1] in _DASHES
    return (start, end) if end > start and two == is_range else (0, 0)


@rule(has=("volume", "year"), words=_CALLED)
def page_like_a_year(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `S.` or `p.` is a page, though it looks like a year, where the year stands in brackets behind
    the volume: `151 (1991), S. 2033`."""
    volume = next(one for one in segments if one.label == "volume")
    behind = behind_year(found, volume.end)
    called, start, end = _called(found.texts, behind) if behind > volume.end else (0, 0, 0)
    if not end or not any(one.label == "year" and one.start == start for one in segments):
        return segments
    own = {*range(volume.end, behind), *range(called, end)}
    kept = [one for one in segments if own.isdisjoint(range(one.start, one.end))]
    return [*kept, Segment("year", behind - 2, behind - 1), Segment("pages", start, end)]


def _called(texts: Sequence[str], behind: int) -> tuple[int, int, int]:
    """Where a word for pages stands soon, and where what looks like a year begins and ends behind it; else zeros."""
    for at in range(behind, min(behind + _BEFORE_PAGE, len(texts))):
        start = at + 1 + (texts[at + 1 : at + 2] == ["."])
        if word(texts[at]) in _CALLED and _YEAR.fullmatch("".join(texts[start : start + 1])):
            dashed = (
                "".join(texts[start + 1 : start + 2]) in _DASHES and "".join(texts[start + 2 : start + 3]).isdigit()
            )
            return at, start, start + (3 if dashed else 1)
    return 0, 0, 0


@rule(has=("volume", "issue", "year"), lacks=("pages",), words=("(",))
def page_like_a_supplement(found: Tokens, segments: Segments) -> Segments:
    """What stands between the comma behind a volume and the year in brackets is the page: `55, S57 (2016)`."""
    volume, issue, year = (next(one for one in segments if one.label == each) for each in ("volume", "issue", "year"))
    placed = found.texts[volume.end : issue.start] == [","] and found.texts[issue.end : year.start] == ["("]
    if not placed or not _LETTERED.fullmatch("".join(found.texts[issue.start : issue.end])):
        return segments
    return [Segment("pages", one.start, one.end) if one is issue else one for one in segments]


@rule(has=("year",), lacks=("volume", "pages", "number"), words=(":",))
def pages_behind_date(found: Tokens, segments: Segments) -> Segments:
    """What stands behind the date and a colon (`2022 Nov 3:2022.11.03.22281234`) is in the place of the pages."""
    year = next(one for one in segments if one.label == "year")
    start = end = year.end + 1
    if found.texts[start - 1 : start] != [":"]:
        return segments
    last = min((one.start for one in segments if one.end > start), default=len(found.texts))
    while end < last and not (end > start and found.spaced[end]) and _is_of_place(found, end):
        end += 1
    while end > start and found.texts[end - 1] == ".":
        end -= 1
    return [*segments, Segment("pages", start, end)] if end > start else segments


@rule(has=("volume",), lacks=("pages",))
def pages_behind_volume(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked behind volume and issue and ends a reference, or stands before the year in brackets, is the
    pages: `86 (Suppl 2) ii28–ii34.`, `1, 11 (2003)`"""
    labels = [one.label for one in segments]
    last = max(at for at, label in enumerate(labels) if label in ("volume", "issue"))
    texts, start = found.texts, segments[last].end
    start += texts[start : start + 1] == [")"]
    start += texts[start : start + 1] in ([":"], [","])
    end = end_of_place(found, start)
    following = segments[last + 1].start if last + 1 < len(segments) else len(texts)
    ended = end == len(texts) or texts[end][0] in "<." if last + 1 == len(segments) else False
    dated = labels[last + 1 : last + 2] == ["year"] and texts[end:following] == ["("] and found.spaced[end]
    if texts[start : start + 1] == ["("] or not (ended or dated) or not any(map(str.isdigit, texts[start:end])):
        return segments
    return [*segments, Segment("pages", start, end)]


def end_of_place(found: Tokens, start: int) -> int:
    """Where an electronic place or pages end, without a dot behind them."""
    texts, end = found.texts, start
    while end < len(texts) and not (end > start and found.spaced[end]) and _is_of_place(found, end):
        end += 1
    while end > start and texts[end - 1] == ".":
        end -= 1
    lettered = end > start and end < len(texts) and not found.spaced[end] and len(texts[end]) == 1  # `69A`
    return end + (lettered and texts[end].isupper())


def _is_of_place(found: Tokens, at: int) -> bool:
    """Whether a token belongs to an electronic place: a number, a mark in it, or letters glued before a number."""
    text, following = found.texts[at], found.texts[at + 1 : at + 2]
    if text.isalpha() and len(text) <= _LONGEST_PREFIX:
        return bool(following) and following[0].isdigit() and not found.spaced[at + 1]
    return text[0] in "0123456789.-–()"
