"""Places of which the model marks two alike, or none: a range of volumes, a page behind a volume, a date."""

from __future__ import annotations

import re

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.months import MONTHS
from cluneal_lit.citations.strings.repair_pages import end_of_place
from cluneal_lit.citations.strings.repair_slashes import NUMBER
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_YEAR = re.compile(locators.YEAR)
_LONGEST_DATE = 5  # tokens before its year: `1 March –`, `January – February`


@rule(has=("pages",), lacks=("volume",), words=(":",))
def volumes_before_pages(found: Tokens, segments: Segments) -> Segments:
    """Of two that are marked as pages, with a colon between, the first is a double volume: `2011, 199-200: 548-554`."""
    both = [one for one in segments if one.label == "pages"]
    if len(both) != 2 or found.texts[both[0].end : both[1].start] != [":"]:
        return segments
    return [Segment("volume", one.start, one.end) if one is both[0] else one for one in segments]


@rule(has=("volume",), lacks=("pages", "issue"), words=(",",))
def page_like_a_volume(found: Tokens, segments: Segments) -> Segments:
    """Of two that are marked as volumes, with a comma between, the second is the page: `Hips, 128, 824, 1974`."""
    both = [one for one in segments if one.label == "volume"]
    if len(both) != 2 or found.texts[both[0].end : both[1].start] != [","]:
        return segments
    return [Segment("pages", one.start, one.end) if one is both[1] else one for one in segments]


@rule(has=("journal",), lacks=("volume", "issue", "pages"), words=labels.PAGES)
def unmarked_place(found: Tokens, segments: Segments) -> Segments:
    """What follows a journal as `, 9, p. 630` is its volume and page, though nothing of it is marked."""
    texts = found.texts
    at = next(one.end for one in segments if one.label == "journal")
    if texts[at : at + 1] != [","] or texts[at + 2 : at + 3] != [","] or not NUMBER.fullmatch(texts[at + 1]):
        return segments
    start = at + 4 + (texts[at + 4 : at + 5] == ["."])
    end = end_of_place(found, start)
    free = all(one.end <= at or one.start >= end for one in segments)
    if word("".join(texts[at + 3 : at + 4])) not in labels.PAGES or end == start or not free:
        return segments
    return [*segments, Segment("volume", at + 1, at + 2), Segment("pages", start, end)]


@rule(has=("year",), some=("journal", "booktitle"), lacks=("issue",), words=("(",))
def page_behind_journal(found: Tokens, segments: Segments) -> Segments:
    """The number behind a journal, or at its end, is the page where the volume stands between the year in brackets and
    the journal: `(1982) 114 Physica A 522`."""
    journal = next(one for one in segments if one.label in ("journal", "booktitle"))
    year = next(one for one in segments if one.label == "year")
    texts, before = found.texts, journal.start - 1
    if year.end != before - 1 or texts[year.end] != ")" or not NUMBER.fullmatch(texts[before]):
        return segments
    behind = [one for one in segments if one.start == journal.end and one.label in ("volume", "pages")]
    end = journal.end if behind else journal.end - 1
    if end == journal.start or not NUMBER.fullmatch(texts[end] if end < len(texts) else ""):
        return segments
    placed = [Segment("volume", before, before + 1), Segment("journal", journal.start, end)]
    placed.append(Segment("pages", end, behind[0].end if behind else journal.end))
    rest = [one for one in segments if one is not journal and one.label not in ("volume", "pages")]
    return [*rest, *placed]


@rule(has=("publisher",), lacks=("year",))
def year_behind_house(found: Tokens, segments: Segments) -> Segments:
    """The year with which what published a work ends is the work's: `Oslo: Patella 2019`."""
    at = next(at for at, one in enumerate(segments) if one.label == "publisher")
    own, last = segments[at], segments[at].end - 1
    if last == own.start or not _YEAR.fullmatch(found.texts[last]) or not found.texts[last - 1].isalpha():
        return segments
    parted = [Segment("publisher", own.start, last), Segment("year", last, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(has=("journal", "year"), words=MONTHS)
def journal_without_date(found: Tokens, segments: Segments) -> Segments:
    """The day and month of the year that stands before are no part of the journal behind whose stop they stand, as in
    ISO 690: `2011. Knees. Hips today. 1 July 2011. Vol. 16`."""
    at = next(at for at, one in enumerate(segments) if one.label == "journal")
    own, texts = segments[at], found.texts
    year = texts[own.end - 1]
    known = any(one.label == "year" and year in texts[one.start : one.end] and one.end <= own.start for one in segments)
    if not known or not _YEAR.fullmatch(year):
        return segments
    start = own.end - 1
    while start > own.start and own.end - start <= _LONGEST_DATE and texts[start - 1] != ".":
        start -= 1
    date = [word(text) for text in texts[start : own.end - 1]]
    if (
        MONTHS.isdisjoint(date)
        or not all(text in MONTHS or not text.isalpha() for text in date)
        or texts[start - 1] != "."
    ):
        return segments
    if start - 1 <= own.start:
        return segments
    return [*segments[:at], Segment("journal", own.start, start - 1), *segments[at + 1 :]]
