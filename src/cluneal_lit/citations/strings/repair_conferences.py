"""Meetings whose day and place stand between semicolons, as NLM's Citing Medicine writes them."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import INSIDE, MONTHS, shape, word
from cluneal_lit.citations.strings.repair_books import EDITORS
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_MEETINGS = frozenset(
    "conference congress congresso congreso kongress symposium workshop meeting proceedings proc anais actas actes"
    " simposio seminario encontro tagung".split()
)
_FURTHER_MONTHS = frozenset("out set dez fev abr mai ago okt dez ene dic".split())
_LONGEST_PLACE = 7  # tokens


@rule(has=("year",), words=_MEETINGS)
def meeting_with_day(found: Tokens, segments: Segments) -> Segments:
    """Day and place of a meeting behind its name are no part of it, and where the year of a book stands behind them not
    those of the book: `Knees. In: Proceedings of …; 2014 May 3-5; Oslo, Norway. Berlin: Springer; 2015.`"""
    texts = found.texts
    for name in range(3, len(texts) - 4):
        place = _behind_day(texts, name) if texts[name] == ";" else 0
        end = _end_of_place(found, place) if place else 0
        if end:
            return _apart(found, segments, name, place, end)
    return segments


def _behind_day(texts: Sequence[str], semicolon: int) -> int:
    """Where a place stands behind a semicolon, a year, perhaps with months and days, and another; 0 for nowhere."""
    at = semicolon + 1
    if shape(texts[at]) != "y":
        return 0
    while at < len(texts) and (texts[at].isdigit() or texts[at] in "-–" or word(texts[at]) in MONTHS | _FURTHER_MONTHS):
        at += 1
    return at + 1 if at + 1 < len(texts) and texts[at] == ";" and texts[at + 1][0].isupper() else 0


def _end_of_place(found: Tokens, start: int) -> int:
    texts, at = found.texts, start
    while at < len(texts) and (texts[at][0].isupper() or texts[at] in (",", "(", ")", "de", "do", "-")):
        at += 1
    return at if at - start <= _LONGEST_PLACE and (at == len(texts) or texts[at] in ".;") else 0


def _apart(found: Tokens, segments: Segments, name: int, place: int, end: int) -> Segments:
    """The segments with the meeting's name up to its semicolon, and its day and place where the book has no others."""
    later = any(one.label == "year" and one.start >= end for one in segments)
    own = [Segment("year", name + 1, place - 1), Segment("location", place, end)]
    begin = _begin(found, name)
    title = place_of(segments, "title")
    if begin and (title is None or segments[title].start >= begin):  # people before it edited the whole book
        edited = [Segment("editor", one.start, one.end) if one.label == "author" else one for one in segments]
        return [*cleared(found, edited, name, end), *([] if later else own)]
    inside = begin - 2 * (word(found.texts[begin - 2]) in INSIDE)
    kept = cleared(found, segments, inside if begin else name, end)
    named = [Segment("booktitle", begin, name)] if begin else []
    return [*kept, *named, *([] if later else own)]


def _begin(found: Tokens, end: int) -> int:
    """Where the name of a book begins behind `In:` and the editors; 0 where neither stands."""
    texts = found.texts
    for at in range(end - 2, 1, -1):
        if texts[at] == "." and word(texts[at - 1]) in EDITORS:
            return at + 1
        if texts[at] == ":" and word(texts[at - 1]) in INSIDE:
            return at + 1
    return 0
