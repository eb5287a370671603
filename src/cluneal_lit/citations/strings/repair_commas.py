"""Volumes, issues and pages that commas, the year or a chapter tell, as the humanities and handbooks write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_issues import behind_year
from cluneal_lit.citations.strings.repair_pages import end_of_place
from cluneal_lit.citations.strings.repair_slashes import NUMBER, end_of_number
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_VOLUME = re.compile(r"\d{1,4}|[ivx]{1,4}")
_DASHES = frozenset("-–−")
_HOLDERS = ("journal", "booktitle")
_MEETINGS = frozenset("proceedings proc conference congress symposium workshop meeting annual".split())


@rule(has=("volume",), lacks=("issue",), words=(",", ":"))
def issue_before_pages(found: Tokens, segments: Segments) -> Segments:
    """The number between a volume and its pages is the issue: `276, 39, 36520–9`, `108, 1, 1973, pp. 133–4`; before and
    behind the year in brackets too: `76 (2004) 9, pp. 2425`, `308:12 (2012): p. 1208`."""
    own = next(one for one in segments if one.label == "volume")
    texts = found.texts
    start = behind_year(found, own.end)
    start += "".join(texts[start : start + 1]) in ((",", ":") if start == own.end else (",",))
    end = end_of_number(texts, start) if start > own.end else 0
    behind = behind_year(found, end) if end else 0
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
    called = "".join(found.texts[end : end + 1]) in (",", ":", ";") and word(found.texts[end + 1]) in labels.PAGES
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


@rule(has=("pages",), some=_HOLDERS, lacks=("volume",))
def volume_called_by_its_year(found: Tokens, segments: Segments) -> Segments:
    """Where the year stands elsewhere, the same number between a journal and the pages is the volume: `(2011) Knees.
    Stroke Res Treat 2011, pp. 1–7`; but for meetings, whose names end with it."""
    holders = [one for one in segments if one.label in _HOLDERS]
    own = holders[0]
    dated = [one for one in segments if one.label == "year" and own.label == "journal"]
    pages = next(one for one in segments if one.label == "pages")
    again = next((at for at in range(own.start + 1, pages.start) if _is_again(found, at, dated)), 0)
    if len(holders) != 1 or not again or again < own.end - 1 or _is_meeting(found.texts[own.start : again]):
        return segments
    behind = behind_year(found, again + 1)
    between = {*found.texts[min(own.end, again) : again], *found.texts[behind : pages.start]}
    if not all(text in ",.:;" or word(text) in labels.PAGES | labels.VOLUME for text in between):
        return segments
    end = min(own.end, again)
    end -= found.texts[end - 1] == ","
    said = [Segment("journal", own.start, end), Segment("volume", again, again + 1)]
    said += [Segment("year", again + 2, again + 3)] if behind > again + 1 else []
    taken = {own.start, again, *(one.start for one in said)}
    return [*(one for one in segments if one.start not in taken), *said]


def _is_again(found: Tokens, at: int, dated: Sequence[Segment]) -> bool:
    """Whether a token is the year that stands before it, or in brackets behind it, as the work's."""
    text = found.texts[at]
    if not _YEAR.fullmatch(text):
        return False
    before = any(text in found.texts[one.start : one.end] and one.end <= at for one in dated)
    return before or found.texts[at + 1 : at + 4] == ["(", text, ")"]


def _is_meeting(texts: Sequence[str]) -> bool:
    """Whether a name is that of a meeting, or ends with capitals that may be one: `ICCV 2011`."""
    last = next((text for text in reversed(texts) if text.isalpha()), "")
    return not _MEETINGS.isdisjoint(map(word, texts)) or (len(last) > 1 and last.isupper())


@rule(has=("journal", "year"), lacks=("volume",), words=("unit",))
def volume_called_chapter(found: Tokens, segments: Segments) -> Segments:
    """A handbook that comes in units has chapters for volumes: `Curr Protoc Hum Genet. 2011;Chapter 6:Unit6.10.`"""
    texts = found.texts
    at = next((at for at in range(2, len(texts) - 3) if texts[at] == "Unit" and texts[at - 1] == ":"), 0)
    if not at or word(texts[at - 3]) != "chapter" or not texts[at - 2].isdigit():
        return segments
    end = at + 1
    while end < len(texts) and (texts[end].isdigit() or (texts[end] == "." and not found.spaced[end])):
        end += 1
    end -= texts[end - 1] == "."
    kept = [one for one in segments if one.end <= at - 3 or one.start >= end]
    return [*kept, Segment("volume", at - 3, at - 1), Segment("pages", at, end)]


@rule(has=("journal", "pages", "year"), lacks=("volume", "issue"))
def volume_before_pages(found: Tokens, segments: Segments) -> Segments:
    """The number that stands alone between a journal and pages is the volume, though it looks like a year (`Acta, 1773,
    16-27`) or is a small Roman one (`Lancet, ii, 81`), where the year stands elsewhere; of two the second is the issue:
    `Acta, 13.4, pp. 49`."""
    journal, pages = (next(one for one in segments if one.label == label) for label in ("journal", "pages"))
    texts = found.texts
    between = [
        at
        for at in range(journal.end, pages.start)
        if texts[at] not in ",.:/()" and word(texts[at]) not in labels.PAGES | labels.VOLUME
    ]
    dated = any(one.label == "year" and one.start not in between for one in segments)
    if not dated or not 0 < len(between) < 3 or not _VOLUME.fullmatch(texts[between[0]]):
        return segments
    if len(between) == 2 and not (between[1] == between[0] + 2 and NUMBER.fullmatch(texts[between[1]])):
        return segments
    told = [Segment(label, at, at + 1) for label, at in zip(("volume", "issue"), between, strict=False)]
    return [*(one for one in segments if one.start not in between), *told]


@rule(has=("volume", "pages"), lacks=("issue",))
def issue_like_a_volume(found: Tokens, segments: Segments) -> Segments:
    """Of two volumes with the year in brackets between them the second is the issue: `66 (2017), 6, p. 1116`."""
    first, *others = [one for one in segments if one.label == "volume"]
    start = behind_year(found, first.end)
    start += found.texts[start : start + 1] == [","]
    second = next((one for one in others if one.start == start), None)
    return [Segment("issue", one.start, one.end) if one is second else one for one in segments]
