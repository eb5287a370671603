"""Volumes that only what stands around them tells: a date, a colon, pages, their year, or the word for a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_issues import behind_year
from cluneal_lit.citations.strings.repair_pages import end_of_place
from cluneal_lit.citations.strings.repair_slashes import NUMBER
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_VOLUME = re.compile(r"\d{1,4}|[ivx]{1,4}")
_HOLDERS = ("journal", "booktitle")
_MEETINGS = frozenset("proceedings proc conference congress symposium workshop meeting annual".split())


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
    between = {*found.texts[min(own.end, again) : again], *found.texts[behind : pages.start]} - {found.texts[again]}
    if not all(text in ",.:;()" or word(text) in labels.PAGES | labels.VOLUME for text in between):
        return segments
    end = min(own.end, again)
    end -= found.texts[end - 1] == ","
    said = [Segment("journal", own.start, end), Segment("volume", again, again + 1)]
    said += [Segment("year", again + 2, again + 3)] if behind > again + 1 else []
    taken = {own.start, again, *(one.start for one in said)}
    return [*(one for one in segments if one.start not in taken), *said]


def _is_again(found: Tokens, at: int, dated: Sequence[Segment]) -> bool:
    """Whether a token is the year that stands before it, or in brackets somewhere behind it, as the work's."""
    text = found.texts[at]
    if not _YEAR.fullmatch(text):
        return False
    before = any(text in found.texts[one.start : one.end] and one.end <= at for one in dated)
    bracketed = ["(", text, ")"]
    return before or any(
        found.texts[behind : behind + 3] == bracketed for behind in range(at + 1, len(found.texts) - 2)
    )


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


@rule(has=("journal",), lacks=("volume",), words=(":",))
def volume_before_colon(found: Tokens, segments: Segments) -> Segments:
    """The number between the semicolon behind a date, or the year itself, and a colon is the volume, and what stands
    behind them the pages: `2016 Feb 8;352:i493`, `2007 65: AB122`."""
    texts = found.texts
    for at in range(2, len(texts) - 2):
        before = texts[at - 1]
        if texts[at + 1] != ":" or not NUMBER.fullmatch(texts[at]) or not (before == ";" or _YEAR.fullmatch(before)):
            continue
        dated = any(one.label == "year" and one.end <= at for one in segments)
        free = not any(one.start <= at < one.end and one.label != "issue" for one in segments)
        end = end_of_place(found, at + 2)
        if not dated or not free or end == at + 2:
            continue
        kept = [one for one in segments if not at <= one.start < end]
        longer = [one for one in segments if one.label == "pages" and one.start == at + 2 and one.end > end]
        return [*kept, Segment("volume", at, at + 1), *(longer or [Segment("pages", at + 2, end)])]
    return segments


@rule(has=("journal", "year", "pages"), lacks=("volume",), words=(",",))
def volume_before_comma(found: Tokens, segments: Segments) -> Segments:
    """Of two numbers that follow the year, each behind a comma, the first is the volume: `1984,251,2184`."""
    own = next(one for one in segments if one.label == "pages")
    texts = found.texts[own.start : own.end]
    dated = any(one.label == "year" and found.texts[one.end : own.start] == [","] for one in segments)
    if not dated or len(texts) < 3 or texts[1] != "," or not NUMBER.fullmatch(texts[0]):
        return segments
    parted = [Segment("volume", own.start, own.start + 1), Segment("pages", own.start + 2, own.end)]
    return [*(one for one in segments if one is not own), *parted]


@rule(has=("year",), some=("journal", "pages"), lacks=("volume",), words=("(",))
def volume_before_journal(found: Tokens, segments: Segments) -> Segments:
    """The number between the year in brackets and the journal is the volume, as lawyers of Britain write:
    `(2012) 12 KulturPoetik 285`."""
    texts = found.texts
    at = next((one.end + 1 for one in segments if one.label == "year" and texts[one.end : one.end + 1] == [")"]), 0)
    if not at or not NUMBER.fullmatch("".join(texts[at : at + 1])) or not "".join(texts[at + 1 : at + 2])[:1].isalpha():
        return segments
    here = [one for one in segments if one.start in (at, at + 1)]
    if len(here) != 1 or here[0].label not in ("journal", "pages"):
        return segments
    own, rest = here[0], [one for one in segments if one is not here[0]]
    volume = Segment("volume", at, at + 1)
    if own.label == "journal":
        return [*rest, volume, Segment("journal", at + 1, own.end)]
    last = own.end - 1
    if last <= at + 1 or not texts[last].isdigit():
        return segments
    return [*rest, volume, Segment("journal", at + 1, last), Segment("pages", last, own.end)]
