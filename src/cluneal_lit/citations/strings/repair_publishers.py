"""Who published a book, and where: what stands around a place, and behind a title."""

from __future__ import annotations

from cluneal_lit.citations.strings.cities import is_city, is_country
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_books import THESIS
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST_PLACE = 7  # tokens
_LONGEST_NAME = 6  # tokens
_ENDS = frozenset(".;,")
# Of the names of bodies that publish: `Rowers' Foundation`.
BODY_WORDS = frozenset(
    "foundation institute university press organization organisation agency society association centre center"
    " publishing publishers".split()
)
# Whose names alone stand behind a place and a comma: `Basel, Karger, 2005`.
HOUSES = frozenset(
    "karger springer thieme elsevier wiley saunders mosby lippincott plenum routledge sage blackwell masson dekker"
    " humana schattauer enke huber hogrefe beltz kohlhammer raven liss churchill pzwl kluwer nijhoff birkhauser"
    " macmillan mcgraw pergamon francis jaypee hodder brill gruyter pearson norton artmed excerpta"
    " steinkopff doin flammarion vigot manson igaku nankodo heinemann livingstone wilkins freeman siebeck"
    " vandenhoeck hmso apress crc igi intechopen intech hindawi".split()
)
# With which the names of houses end: `Patella Press`.
HOUSE_WORDS = frozenset("press verlag publishers publishing books editora editorial university".split())
_DEGREES = frozenset("inaugural doctoral phd ph d md medical med unpublished master masters s msc m sc".split())
_CONTAINERS = frozenset(("publisher", "journal", "booktitle"))


@rule(has=("location",), lacks=("publisher",), words=(":",))
def publisher_behind_place(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked between a place with a colon and the year published the book: `London: Hip Press; 2001`."""
    labels = [one.label for one in segments]
    at = labels.index("location")
    start = segments[at].end + 1
    start += found.texts[start - 1 : start + 1] == [")", ":"]
    end = segments[at + 1].start if at + 1 < len(segments) else len(found.texts)
    if found.texts[start - 1 : start] != [":"] or not (
        labels[at + 1 : at + 2] == ["year"] or _is_name(found, start, end)
    ):
        return segments
    while end > start and not found.texts[end - 1].isalpha():
        end -= 1
    return [*segments[: at + 1], Segment("publisher", start, end), *segments[at + 1 :]] if end > start else segments


def _is_name(found: Tokens, start: int, end: int) -> bool:
    """Whether a few words are all that is left of a string: `Oslo: Patella Press.`"""
    words = found.texts[start:end]
    left = end == len(found.texts) and 0 < len(words) <= _LONGEST_NAME and words[0][0].isupper()
    return left and all(text.isalpha() or text in "-&." for text in words)


@rule(has=("location",), lacks=("publisher",))
def publisher_behind_comma(found: Tokens, segments: Segments) -> Segments:
    """A known house behind a place and a comma published the book, be it marked with the place or not at all; so did
    what is marked as another place behind a city."""
    labels = [one.label for one in segments]
    at = labels.index("location")
    if labels.count("location") == 2 and _is_house_behind(found, segments[at], segments[at + 1]):
        house = segments[at + 1]
        return [*segments[: at + 1], Segment("publisher", house.start, house.end), *segments[at + 2 :]]
    one, texts = segments[at], found.texts
    comma = next((place for place in range(one.start + 1, one.end - 1) if texts[place] == ","), one.end)
    end = one.end if comma < one.end else segments[at + 1].start if at + 1 < len(segments) else len(texts)
    while end > comma + 1 and not texts[end - 1].isalnum():
        end -= 1
    named = [word(text) for text in texts[comma + 1 : end]]
    if texts[comma : comma + 1] != [","] or not 0 < len(named) <= _LONGEST_NAME:
        return segments
    if HOUSES.isdisjoint(named[:2]) and named[-1] not in HOUSE_WORDS:
        return segments
    parted = [Segment("location", one.start, comma), Segment("publisher", comma + 1, end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _is_house_behind(found: Tokens, city: Segment, house: Segment) -> bool:
    """Whether what is marked as the second of two places published the book in the first: `Paris, Baillière, 1865`."""
    named = found.texts[house.start : house.end]
    if word(named[0]) in HOUSES:
        return True
    beside = found.texts[city.end : house.start] == [","] and is_city(found.texts[city.start : city.end])
    return beside and not is_city(named) and not is_country(named)


@rule(words=THESIS)
def without_word_for_thesis(found: Tokens, segments: Segments) -> Segments:
    """The word for a thesis before a university (`Dissertation, Universität Oslo`) is part of no name and no place, and
    no sentence or whole of a title or journal."""
    mended = [
        _before_thesis(found, one)
        if one.label in ("title", "journal")
        else _behind_thesis(found, one)
        if one.label in ("publisher", "location")
        else one
        for one in segments
    ]
    return [one for one in mended if one.end > one.start]


def _before_thesis(found: Tokens, title: Segment) -> Segment:
    """A title without its last sentence, or none, where that is `Med. Diss` or `Inaugural-Dissertation`."""
    at = title.end
    while at > title.start and (word(found.texts[at - 1]) in _DEGREES | THESIS or found.texts[at - 1] in ".-–'’"):
        at -= 1
    named = word(found.texts[title.end - 1]) in THESIS and (at == title.start or found.texts[at] == ".")
    return Segment(title.label, title.start, at) if named else title


def _behind_thesis(found: Tokens, one: Segment) -> Segment:
    at = one.start
    while at < one.end and (word(found.texts[at]) in _DEGREES or found.texts[at] in ".-–'’"):
        at += 1
    if at >= one.end or word(found.texts[at]) not in THESIS:
        return one
    at += 1
    while at < one.end and not (found.texts[at][0].isupper() or found.texts[at].isdigit()):
        at += 1
    return Segment(one.label, at, one.end)


@rule(has=("publisher",), lacks=("location",), words=(":",))
def place_within_publisher(found: Tokens, segments: Segments) -> Segments:
    """The place before the colon in what is marked as the publisher: `Atlanta (GA): Patella Press`."""
    at = place_of(segments, "publisher")
    if at is None or any(one.label == "location" for one in segments):
        return segments
    one = segments[at]
    colon = next((place for place in range(one.start + 1, one.end - 1) if found.texts[place] == ":"), None)
    if colon is None or colon - one.start > _LONGEST_PLACE:
        return segments
    parted = [Segment("location", one.start, colon), Segment("publisher", colon + 1, one.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(has=("publisher", "year"), lacks=("location", "journal"))
def place_behind_publisher(found: Tokens, segments: Segments) -> Segments:
    """The word that stands unmarked behind a publisher and a comma, before the year in brackets, is its place."""
    labels = [one.label for one in segments]
    if labels.count("publisher") != 1:
        return segments
    at = labels.index("publisher")
    end = segments[at].end
    word_alone = found.texts[end : end + 1] == [","] and found.texts[end + 2 : end + 3] == ["("]
    if not word_alone or not found.texts[end + 1].istitle() or labels[at + 1 : at + 2] != ["year"]:
        return segments
    return [*segments[: at + 1], Segment("location", end + 1, end + 2), *segments[at + 1 :]]


@rule(has=("publisher",), lacks=("location", "journal"), words=(":",))
def place_before_colon(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked between a mark and the colon before a publisher is its place: `2nd ed. Oslo: Hip Press`."""
    labels = [one.label for one in segments]
    if labels.count("publisher") != 1:
        return segments
    at = labels.index("publisher")
    end = segments[at].start - 1
    if not at or found.texts[end : end + 1] != [":"]:
        return segments
    start, first = end, segments[at - 1].end
    while start > first and (found.texts[start - 1].istitle() or found.texts[start - 1] == ","):
        start -= 1
    named = first < start < end <= start + _LONGEST_PLACE and found.texts[start - 1] in _ENDS
    return [*segments[:at], Segment("location", start, end), *segments[at:]] if named else segments


@rule(has=("location", "title"), lacks=_CONTAINERS, words=(":",))
def publisher_before_place(found: Tokens, segments: Segments) -> Segments:
    """Who stands unmarked between a mark and the colon before a place published the book: `2nd ed.; Patella: Oslo`."""
    labels = [one.label for one in segments]
    at = labels.index("location")
    end = segments[at].start - 1
    if not at or found.texts[end : end + 1] != [":"]:
        return segments
    start = end
    while start > segments[at - 1].end and found.texts[start - 1] not in _ENDS:
        start -= 1
    named = start < end and found.texts[start - 1] in ".;" and found.texts[start][0].isupper()
    return [*segments[:at], Segment("publisher", start, end), *segments[at:]] if named else segments


@rule(has=("title", "location"), lacks=_CONTAINERS, words=BODY_WORDS)
def publisher_behind_title(found: Tokens, segments: Segments) -> Segments:
    """A group that is the last sentence of a title before a place published it: `Rowing. Rowers' Foundation, Oslo`."""
    labels = [one.label for one in segments]
    at = labels.index("title")
    title, texts = segments[at], found.texts
    if labels[at + 1 : at + 2] != ["location"] or texts[title.end : segments[at + 1].start] != [","]:
        return segments
    stops = [
        place for place in range(title.start + 1, title.end - 2) if texts[place] == "." and found.spaced[place + 1]
    ]
    if not stops or BODY_WORDS.isdisjoint(map(word, texts[stops[-1] + 1 : title.end])):
        return segments
    parted = [Segment("title", title.start, stops[-1]), Segment("publisher", stops[-1] + 1, title.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]
