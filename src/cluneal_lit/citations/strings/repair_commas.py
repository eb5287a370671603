"""Volumes, issues and pages that commas, the year or a chapter tell, as the humanities and handbooks write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.repair_issues import behind_year
from cluneal_lit.citations.strings.repair_pages import end_of_place
from cluneal_lit.citations.strings.repair_slashes import end_of_number
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_DASHES = frozenset("-–−")
_LONGEST_DATE = 3  # words, with that for pages


@rule(has=("volume",), lacks=("issue",), words=(",", ":"))
def issue_before_pages(found: Tokens, segments: Segments) -> Segments:
    """The number between a volume and its pages is the issue: `276, 39, 36520–9`, `108, 1, 1973, pp. 133–4`; before and
    behind the year in brackets too: `76 (2004) 9, pp. 2425`, `308:12 (2012): p. 1208`."""
    own = next(one for one in segments if one.label == "volume")
    texts = found.texts
    if word(_before(texts, own.start)) in labels.PAGES:
        return segments  # a list of pages
    start = behind_year(found, own.end)
    start += "".join(texts[start : start + 1]) in ((",", ":") if start == own.end else (",",))
    end = end_of_number(texts, start) if start > own.end else 0
    behind = _behind_date(found.texts, end) if end else 0
    if not end or "".join(texts[behind : behind + 1]) not in (",", ":") or (texts[start - 1] == ":" and behind == end):
        return segments
    place = _pages(found, behind + 1)
    begins = (behind + 1, place[0] if place else 0)
    told = [one for one in segments if one.label == "pages" and one.start in begins] or (
        [Segment("pages", *place)] if place else []
    )
    if not told:
        return segments
    kept = [one for one in segments if one.label != "pages" and not start <= one.start < end]
    return [*kept, Segment("issue", start, end), told[0]]


def _pages(found: Tokens, start: int) -> tuple[int, int] | None:
    """Where pages stand behind a word for them, before it perhaps the year, or are two with a dash; None elsewhere."""
    texts = found.texts
    dated = start + 1 < len(texts) and bool(_YEAR.fullmatch(texts[start])) and texts[start + 1] == ","
    start += 2 * dated
    named = start < len(texts) and word(texts[start]) in labels.PAGES
    start += named
    start += named and texts[start : start + 1] == ["."]
    end = end_of_place(found, start)
    ranged = not _DASHES.isdisjoint(texts[start:end])
    return (start, end) if end > start and (named or (ranged and not dated)) else None


@rule(has=("volume",), lacks=("pages",), words=labels.PAGES)
def page_behind_its_word(found: Tokens, segments: Segments) -> Segments:
    """What stands behind a word for pages, behind volume and issue, is the page: `335, S. 467`."""
    end = max(one.end for one in segments if one.label in ("volume", "issue"))
    end = behind_year(found, end + (found.texts[end : end + 1] == [")"]))
    said = found.texts[end : end + 2]
    called = len(said) > 1 and said[0] in ",:;" and word(said[1]) in labels.PAGES
    place = _pages(found, end + 1) if called else None
    free = place and all(one.end <= place[0] or one.start >= place[1] for one in segments)
    return [*segments, Segment("pages", *place)] if place and free else segments


@rule(has=("pages",), lacks=("year",))
def year_behind_pages(found: Tokens, segments: Segments) -> Segments:
    """The year that ends pages behind a blank is the work's where none is marked: `23(12):1834–1838 2021.`"""
    own = next(one for one in segments if one.label == "pages")
    last = own.end - 1
    if last <= own.start or not found.spaced[last] or not _YEAR.fullmatch(found.texts[last]):
        return segments
    end = last - (found.texts[last - 1] in ",;.")
    if not found.texts[end - 1].isalnum():
        return segments
    parted = [Segment("pages", own.start, end), Segment("year", last, own.end)]
    return [*(one for one in segments if one is not own), *parted]


@rule(has=("volume", "pages"), lacks=("issue",))
def issue_like_a_volume(found: Tokens, segments: Segments) -> Segments:
    """Of two volumes with the year in brackets between them the second is the issue: `66 (2017), 6, p. 1116`."""
    first, *others = [one for one in segments if one.label == "volume"]
    start = behind_year(found, first.end)
    if start == first.end:
        return segments
    start += found.texts[start : start + 1] == [","]
    second = next((one for one in others if one.start == start), None)
    return [Segment("issue", one.start, one.end) if one is second else one for one in segments]


@rule(has=("volume", "pages"), lacks=("issue",))
def issue_like_pages(found: Tokens, segments: Segments) -> Segments:
    """What stands in brackets right behind the volume, or is marked as the first of two pages or volumes, is the issue
    where pages follow it: `64(127-128), pp. 365–367`, `67 (6 June 2020), 10, pp. 857`, `114, no. 1–3, 1982, p. 5`."""
    volume = next(one for one in segments if one.label == "volume")
    placed = [one for one in segments if one.label in ("volume", "pages") and one.start >= volume.end]
    if not placed:
        return segments
    own, texts = placed[0], found.texts
    if len(placed) > 1 and placed[1].label == "pages" and _are_apart(texts, own, placed[1]):
        return [Segment("issue", one.start, one.end) if one is own else one for one in segments]
    bracketed = texts[volume.end : own.start] == ["("] and texts[own.end : own.end + 2] == [")", ","]
    place = _pages(found, own.end + 2) if bracketed and own.label == "pages" else None
    if not place:
        return segments
    kept = [one for one in segments if one is not own and not place[0] <= one.start < place[1]]
    return [*kept, Segment("issue", own.start, own.end), Segment("pages", *place)]


def _behind_date(texts: Sequence[str], start: int) -> int:
    """Where a place goes on behind a date in brackets, if one follows."""
    here = texts[start : start + _LONGEST_DATE + 3]
    closing = start + 1 + here.index(")") if ")" in here else 0
    dated = closing and texts[start] == "(" and _YEAR.fullmatch(texts[closing - 2])
    return closing if dated else start


def _are_apart(texts: Sequence[str], first: Segment, second: Segment) -> bool:
    """Whether the second of two numbers stands behind a word for pages and the first behind none, and nothing but a
    date between them."""
    if word(_before(texts, first.start)) in labels.PAGES or word(_before(texts, second.start)) not in labels.PAGES:
        return False
    between = [word(text) for text in texts[first.end : second.start] if text.isalpha()]
    return len(between) <= _LONGEST_DATE and {*between} <= MONTHS | labels.PAGES


def _before(texts: Sequence[str], at: int) -> str:
    """The word before a token, over its full stop."""
    return next((text for text in reversed(texts[max(0, at - 2) : at]) if text != "."), "")


@rule(has=("volume", "issue", "year"), words=("(",))
def no_issue_like_the_year(found: Tokens, segments: Segments) -> Segments:
    """What stands in brackets behind the volume and is the year again is no issue: `2006. …, 124/2 (2006), 281`."""
    issue = next(one for one in segments if one.label == "issue")
    texts = found.texts
    dated = any(texts[issue.start] in texts[one.start : one.end] for one in segments if one.label == "year")
    again = dated and bool(_YEAR.fullmatch(texts[issue.start])) and behind_year(found, issue.start - 1) > issue.start
    return [one for one in segments if one is not issue] if again and issue.end == issue.start + 1 else segments
