"""Imprints of books that stand in another order or with more than usual: house before place, series before house."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_books import THESIS
from cluneal_lit.citations.strings.repair_publishers import HOUSE_WORDS, HOUSES
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST_PLACE = 6  # tokens
_PLACED = frozenset(("location", "publisher"))
_NAMED = frozenset(("location", "author", "editor", "journal", "booktitle"))  # as a house may be marked
_SERIES = frozenset(("series", "ser", "reihe", "collection", "coleccion", "colecao"))
_DEPARTMENTS = frozenset("dept department school faculty fac institut institute".split())
_CITIES = frozenset(("м", "спб", "л", "к"))  # Moscow, Saint Petersburg, Leningrad and Kyiv, as GOST 7.80 shortens them


@rule(some=_PLACED, words=(":",))
def house_before_place(found: Tokens, segments: Segments) -> Segments:
    """A known house before a colon published the book that appeared in the place behind it: `Elsevier: Amsterdam`."""
    pairs = enumerate(itertools.pairwise(segments))
    at = next((at for at, (house, city) in pairs if at and _are_turned(found, house, city)), 0)
    if not at:
        return segments
    house, city = segments[at : at + 2]
    turned = [Segment("publisher", house.start, house.end), Segment("location", city.start, city.end)]
    return [*segments[:at], *turned, *segments[at + 2 :]]


def _are_turned(found: Tokens, house: Segment, city: Segment) -> bool:
    apart = found.texts[house.end : city.start] == [":"] and city.label in _PLACED and house.label in _NAMED
    short = city.end - city.start <= _LONGEST_PLACE
    return apart and short and _is_house(found, house) and not _is_house(found, city)


def _is_house(found: Tokens, one: Segment) -> bool:
    named = [word(text) for text in found.texts[one.start : one.end]]
    return not HOUSES.isdisjoint(named) or named[-1] in HOUSE_WORDS


@rule(has=("publisher",), words=_SERIES)
def series_before_house(found: Tokens, segments: Segments) -> Segments:
    """A series that is marked with the house behind it is no part of its name: `Knee Series 12; Patella Press`."""
    at = place_of(segments, "publisher")
    one = segments[at or 0]
    marks = [place for place in range(one.start + 1, one.end - 1) if found.texts[place] == ";"]
    if at is None or not marks or _SERIES.isdisjoint(map(word, found.texts[one.start : marks[-1]])):
        return segments
    parted = [Segment("series", one.start, marks[-1]), Segment("publisher", marks[-1] + 1, one.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(words=THESIS)
def university_in_brackets(found: Tokens, segments: Segments) -> Segments:
    """The university that stands in brackets with the word for a thesis published it, and no archive did:
    `[Doctoral dissertation, University of Oslo]. Oslo Open Archive`."""
    start, end = _in_brackets(found.texts)
    if not end:
        return segments
    kept = [one for one in segments if one.label not in ("publisher", "org") and (one.end <= start or one.start >= end)]
    around = [one for one in segments if one.label == "title" and one.start < start < one.end]
    kept = [Segment("title", one.start, min(one.end, start)) if one in around else one for one in (*around, *kept)]
    return [*kept, Segment("publisher", start, end)]


def _in_brackets(texts: Sequence[str]) -> tuple[int, int]:
    """Where the name stands that ends a bracket behind the word for a thesis and a comma; 0 and 0 without."""
    for at in range(2, len(texts) - 2):
        if word(texts[at]) in THESIS and texts[at + 1] == ",":
            end = next((place for place in range(at + 2, len(texts)) if texts[place] in "[](),;"), 0)
            if end and texts[end] in "])" and any(word(text).startswith("univ") for text in texts[at + 2 : end]):
                return at + 2, end
    return 0, 0


@rule(has=("journal", "title"), lacks=("volume",), words=_DEPARTMENTS)
def without_department(found: Tokens, segments: Segments) -> Segments:
    """The department of a university is no journal of a thesis: `Ph.D. dissertation, Dept. Elect. Eng., Univ. …`."""
    if THESIS.isdisjoint(map(word, found.texts)):
        return segments
    return [one for one in segments if one.label != "journal" or word(found.texts[one.start]) not in _DEPARTMENTS]


@rule(has=("publisher",), lacks=("location",), words=_CITIES)
def shortened_city(found: Tokens, segments: Segments) -> Segments:
    """The shortened name of a city before a colon is the place of the publisher behind it: `М.: Наука`."""
    at = place_of(segments, "publisher")
    start = segments[at].start - 3 if at else -1
    if start < 0 or at is None or found.texts[start + 1 : start + 3] != [".", ":"]:
        return segments
    free = word(found.texts[start]) in _CITIES and segments[at - 1].end <= start
    return [*segments[:at], Segment("location", start, start + 2), *segments[at:]] if free else segments
