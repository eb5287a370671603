"""Houses and journals that published a work and are marked with what stands before them, or not at all."""

from __future__ import annotations

from cluneal_lit.citations.strings.cities import end_of_place, is_city
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_publishers import BODY_WORDS, HOUSE_WORDS, HOUSES
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST = 6  # tokens of a house's name
_STOPS = frozenset(".;")
_PLACED = frozenset(("publisher", "journal", "booktitle"))


@rule(has=("author",), lacks=("title", *_PLACED), words=HOUSES | HOUSE_WORDS)
def title_and_house_within_authors(found: Tokens, segments: Segments) -> Segments:
    """A house that ends what is marked as the authors published the book, whose title stands between it and the last
    name with initials: `A. Orlov, Deep Knees, Springer, Oslo, 2014`."""
    at = place_of(segments, "author")
    own = segments[at or 0]
    commas = [place for place in range(own.start + 1, own.end - 1) if found.texts[place] == ","]
    if at is None or len(commas) < 2 or not _is_house(found, commas[-1] + 1, own.end):
        return segments
    starts = [own.start, *(place + 1 for place in commas[:-1])]
    named = [
        comma
        for start, comma in zip(starts, commas, strict=True)
        if any(map(is_initials, (text for text in found.texts[start:comma] if len(text) == 1)))
    ]
    if not named or commas[-1] - named[-1] < 3:
        return segments
    parted = [Segment("author", own.start, named[-1]), Segment("title", named[-1] + 1, commas[-1])]
    return [*segments[:at], *parted, Segment("publisher", commas[-1] + 1, own.end), *segments[at + 1 :]]


@rule(has=("author", "year"), some=("volume", "pages"), lacks=("title", "journal", "booktitle", "publisher"))
def title_and_journal_within_authors(found: Tokens, segments: Segments) -> Segments:
    """Of the words behind the last name with initials, all parted by commas and before the year, the last are the
    journal, those before them the title: `Orlov B, Strong C, Deep knees, Hippology, 2018, vol 15`."""
    own, texts = segments[0], found.texts
    commas = [at for at in range(own.start + 1, own.end) if texts[at] == ","]
    starts = [own.start, *(at + 1 for at in commas)]
    named = [any(map(is_initials, texts[start:end])) for start, end in zip(starts, [*commas, own.end], strict=True)]
    last = len(named) - named[::-1].index(True) if True in named else 0
    behind = [one for one in segments[1:2] if one.label == "year" and texts[own.end : one.start] == [","]]
    if own.label != "author" or not behind or not last or len(named) - last < 2 or not all(named[:last]):
        return segments
    parted = [Segment("author", own.start, starts[last] - 1), Segment("title", starts[last], commas[-1])]
    return [*parted, Segment("journal", starts[-1], own.end), *segments[1:]]


@rule(has=("title", "location", "year", "volume", "pages"), lacks=("journal", "booktitle", "publisher", "editor"))
def journal_like_a_place(found: Tokens, segments: Segments) -> Segments:
    """What stands between commas, title and year of a work on pages of a volume is its journal, and no place:
    `Orlov B, Deep knees of rowers, Hippology, 2018, vol 15`."""
    labels = [one.label for one in segments]
    at = labels.index("location")
    own = segments[at]
    parted = found.texts[own.start - 1] == "," and found.texts[own.end : own.end + 1] == [","]
    if labels[at - 1 : at + 2] != ["title", "location", "year"] or not parted or end_of_place(found, own.start):
        return segments
    return [*segments[:at], Segment("journal", own.start, own.end), *segments[at + 1 :]]


@rule(has=("journal", "year"), lacks=("title", "volume", "issue", "pages", "booktitle", "publisher"), words=HOUSES)
def title_and_house_like_a_journal(found: Tokens, segments: Segments) -> Segments:
    """A house that ends what is marked as the journal published the book, whose title stands before it:
    `Orlov A. Biochemistry. W H Freeman; 2011`."""
    at = place_of(segments, "journal")
    own = segments[at or 0]
    stops = [place for place in range(own.start + 1, own.end - 1) if _is_stop(found, place)]
    if at is None or not stops or not _is_house(found, stops[0] + 1, own.end):
        return segments
    parted = [Segment("title", own.start, stops[0]), Segment("publisher", stops[0] + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _is_stop(found: Tokens, at: int) -> bool:
    return found.texts[at] == "." and found.spaced[at + 1] and len(found.texts[at - 1]) > 1


@rule(has=("location",), lacks=("publisher", "journal"), words=HOUSES | HOUSE_WORDS)
def house_before_comma(found: Tokens, segments: Segments) -> Segments:
    """A house that stands unmarked between a mark and the comma before a place published the book:
    `3. Aufl. Thieme, Stuttgart 2014`."""
    at = place_of(segments, "location")
    end = segments[at].start - 1 if at else 0
    if not at or found.texts[end : end + 1] != [","]:
        return segments
    start = end
    while start > segments[at - 1].end and found.texts[start - 1] not in _STOPS:
        start -= 1
    free = found.texts[start - 1] in _STOPS and _is_house(found, start, end)
    return [*segments[:at], Segment("publisher", start, end), *segments[at:]] if free else segments


@rule(has=("booktitle", "location"), lacks=("publisher",), words=BODY_WORDS)
def body_behind_book(found: Tokens, segments: Segments) -> Segments:
    """A body that is the last sentence of a book's name before a place published it:
    `In Proceedings of …. Association for Knees, Oslo`."""
    at = place_of(segments, "booktitle")
    following = segments[at + 1 : at + 2] if at is not None else []
    if at is None or not following or following[0].label != "location":
        return segments
    own, texts = segments[at], found.texts
    stops = [place for place in range(own.start + 2, own.end - 1) if texts[place] == "." and found.spaced[place + 1]]
    apart = texts[own.end : following[0].start] == [","] and bool(stops)
    if not apart or BODY_WORDS.isdisjoint(map(word, texts[stops[-1] + 1 : own.end])):
        return segments
    parted = [Segment("booktitle", own.start, stops[-1]), Segment("publisher", stops[-1] + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(has=("location", "year"), lacks=("publisher", "journal", "booktitle"), words=HOUSES | HOUSE_WORDS | {"up"})
def house_like_a_place(found: Tokens, segments: Segments) -> Segments:
    """A house that is marked as the place published the book, in the city that stands behind it, or unmarked before it:
    `Karger, Basel`, `Basel, Karger, 1996`, `Oxford UP, 2011`."""
    labels = [one.label for one in segments]
    own, texts = segments[labels.index("location")], found.texts
    comma = next((at for at in range(own.start + 1, own.end - 1) if texts[at] == ","), own.end)
    named = [word(text) for text in texts[own.start : comma]]
    is_press = named[-1] in HOUSE_WORDS or (len(named) > 1 and texts[comma - 1] == "UP")  # as MLA shortens it
    if labels.count("location") > 1 or is_city(named) or not (named[0] in HOUSES or is_press):
        return segments
    city = (
        [Segment("location", comma + 1, own.end)] if comma < own.end else _city_before(found, segments, own.start - 1)
    )
    return [*(one for one in segments if one is not own), *city, Segment("publisher", own.start, comma)]


def _city_before(found: Tokens, segments: Segments, comma: int) -> Segments:
    """The city that stands unmarked before a comma, as a place."""
    texts, start = found.texts, comma
    while start > 0 and texts[start - 1] not in ".,;:?!)":
        start -= 1
    placed = comma > 0 and texts[comma] == "," and is_city(texts[start:comma])
    free = placed and not any(one.start < comma and one.end > start for one in segments)
    return [Segment("location", start, comma)] if free else []


def _is_house(found: Tokens, start: int, end: int) -> bool:
    named = [word(text) for text in found.texts[start:end]]
    return 0 < len(named) <= _LONGEST and (not HOUSES.isdisjoint(named) or named[-1] in HOUSE_WORDS)
