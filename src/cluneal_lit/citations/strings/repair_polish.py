"""Chapters as Polish references have them: `Knees [w:] A. Strong (red.), Hips, Press, Oslo 2018`."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_PLACING = frozenset(("location", "publisher", "year", "pages", "volume"))
_EDITED = frozenset(("red", "redakcja"))
_BEFORE = frozenset(("pod", "(", ","))


@rule(has=("title",), words=("w",))
def book_behind_w(found: Tokens, segments: Segments) -> Segments:
    """Behind `[w:]` or `W:` stand the book of a chapter, those who edited it, and who published it."""
    title = next((one for one in segments if one.label == "title"), None)
    opening, start = _w(found, title.start + 1) if title else (0, 0)
    if title is None or not opening:
        return segments
    placing = [
        part
        for one in segments
        if one.start > start and one.label in _PLACING
        for part in (_place_and_year(found, one) if one.label == "year" else [one])
    ]
    end = min((one.start for one in placing), default=len(found.texts))
    last = opening - (found.texts[opening - 1] in ".,")
    placing += _place(found, placing)
    parted = [Segment("title", title.start, last), *_parts(found, start, end)]
    parted += _house(found, parted[-1].end, placing)
    kept = [one for one in segments if one.end <= title.start]
    return [*kept, *(one for one in parted if one.end > one.start), *placing]


def _place_and_year(found: Tokens, year: Segment) -> Segments:
    """A year apart from the word before it that is marked with it: `Warszawa 2010`."""
    if year.end - year.start == 1 or word(found.texts[year.start]) in MONTHS or not found.texts[year.start].istitle():
        return [year]
    return [Segment("location", year.start, year.end - 1), Segment("year", year.end - 1, year.end)]


def _place(found: Tokens, placing: Segments) -> Segments:
    """The word that stands unmarked between publisher and year: `PZWL, Warszawa 2010`."""
    if [one.label for one in placing[:2]] != ["publisher", "year"]:
        return []
    start, end = placing[0].end + 1, placing[1].start
    named = end - start == 1 and found.texts[start - 1] == "," and found.texts[start].istitle()
    return [Segment("location", start, end)] if named else []


def _w(found: Tokens, start: int) -> tuple[int, int]:
    """Where `[w:]` or `. W:` stands and where it ends; 0 and 0 for nowhere."""
    texts = found.texts
    for at in range(start, len(texts) - 4):
        if texts[at] == "[" and word(texts[at + 1]) == "w" and texts[at + 2 : at + 4] in ([":", "]"], ["]", ":"]):
            return at, at + 4
        if texts[at] == "W" and texts[at - 1] in ".?!" and texts[at + 1] == ":" and found.spaced[at + 2]:
            return at, at + 2
    return 0, 0


def _parts(found: Tokens, start: int, end: int) -> Iterator[Segment]:
    """The book and its editors between two places."""
    texts = found.texts
    edited = next((at for at in range(start, end) if word(texts[at]) in _EDITED), None)
    first = edited
    while first is not None and first > start and texts[first - 1] in _BEFORE:
        first -= 1
    if edited is None or first is None:
        yield Segment("booktitle", start, _stop(found, start, end))
        return
    behind = edited + 1
    while behind < end and texts[behind] in ".,)":
        behind += 1
    if any(map(is_initials, texts[start:first])):
        stop = next((at for at in range(start, first - 1) if texts[at] == "." and texts[at - 1].islower()), start - 1)
        yield Segment("editor", stop + 1, first)
        yield (
            Segment("booktitle", start, stop)
            if stop > start
            else Segment("booktitle", behind, _stop(found, behind, end))
        )
    else:
        yield Segment("booktitle", start, first - (texts[first - 1] == "."))
        yield Segment("editor", behind, _end_of_people(found, behind, end))


def _stop(found: Tokens, start: int, end: int) -> int:
    """Where the first sentence ends, else its first part before a comma."""
    for mark in ".,":
        if mark in found.texts[start:end]:
            return found.texts.index(mark, start, end)
    return end


def _end_of_people(found: Tokens, start: int, end: int) -> int:
    """Where names with initials before them end."""
    commas = (at for at in range(start, end) if found.texts[at] == "," and not is_initials(found.texts[at + 1]))
    return next(commas, end)


def _house(found: Tokens, start: int, placing: Segments) -> Segments:
    """What stands between the book and the place published it, where nothing else is marked so."""
    if not placing or placing[0].label != "location" or any(one.label == "publisher" for one in placing):
        return []
    end = placing[0].start
    while start < end and not found.texts[start].isalnum():
        start += 1
    while end > start and not found.texts[end - 1].isalnum():
        end -= 1
    return [Segment("publisher", start, end)]
