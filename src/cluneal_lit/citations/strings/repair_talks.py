"""Talks and posters, which stand at a meeting and were published by nobody."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_TALKS = frozenset("poster paper abstract presentation lecture talk oral vortrag presented".split())
_AT = frozenset(("at", "auf", "beim"))
_LEAD = 5  # tokens of `Poster session presented at`
_BOOKS = frozenset(("booktitle", "journal", "publisher"))


@rule(some=_BOOKS, words=("presented",))
def meeting_of_a_talk(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `Poster presented at:` is the meeting, whatever it is marked as."""
    mended = [_meeting(found, one) if one.label in _BOOKS else one for one in segments]
    return mended if mended == segments else [_whole_place(found, one, mended) for one in mended]


def _meeting(found: Tokens, one: Segment) -> Segment:
    """The meeting without the words before it; the same segment where it is none."""
    words = [word(text) for text in found.texts[one.start : min(one.end, one.start + _LEAD)]]
    if not words or _TALKS.isdisjoint(words[:2]) or "presented" not in words:
        return one
    at = next((at for at, text in enumerate(words) if text in _AT), 0)
    start = one.start + at + 1
    while at and start < one.end and (found.texts[start] == ":" or word(found.texts[start]) == "the"):
        start += 1
    return Segment("booktitle", start, one.end) if at and start < one.end else one


def _whole_place(found: Tokens, one: Segment, segments: Segments) -> Segment:
    """A place with the city before its comma: `Oslo, Norway`."""
    city = one.start - 2
    named = one.label == "location" and city > 0 and _is_city(found.texts[city - 1 : one.start])
    free = named and not any(other.start <= city < other.end for other in segments)
    return Segment("location", city, one.end) if free else one


def _is_city(texts: Sequence[str]) -> bool:
    """Whether a mark, a name and a comma are a city's."""
    return texts[0] in ".;" and texts[1].istitle() and texts[2] == ","


@rule(some=("journal", "booktitle"), words=(":",))
def book_without_in(found: Tokens, segments: Segments) -> Segments:
    """`In:` before a book or a journal is no part of its name."""
    return [
        Segment(one.label, one.start + 2, one.end)
        if one.label in ("journal", "booktitle")
        and one.end > one.start + 2
        and found.texts[one.start + 1] == ":"
        and word(found.texts[one.start]) in INSIDE
        else one
        for one in segments
    ]


@rule(words=("anais",))
def congress_of_proceedings(found: Tokens, segments: Segments) -> Segments:
    """The congress in capitals behind `In:` is the book, and nobody who edited it:
    `Joelhos. In: CONGRESSO DO JOELHO, 12., 2014, Curitiba. Anais […]. Curitiba: …`."""
    texts = found.texts
    start = next((at + 2 for at in range(1, len(texts) - 3) if texts[at] == "In" and texts[at + 1] == ":"), 0)
    comma = texts.index(",", start) if start and "," in texts[start:] else 0
    anais = next((at for at in range(comma, len(texts)) if comma and word(texts[at]) == "anais"), 0)
    named = [text for text in texts[start:comma] if text.isalpha()]
    if not anais or len(named) < 2 or not all(map(str.isupper, named)):
        return segments
    kept = [
        Segment(one.label, one.start, min(one.end, start - 3)) if one.label == "title" else one
        for one in segments
        if one.end <= start or one.start > anais or one.label in ("title", "year")
    ]
    return [*(one for one in kept if one.end > one.start), Segment("booktitle", start, comma)]
