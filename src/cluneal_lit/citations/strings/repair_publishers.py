"""Who published a book, and where: what stands around a place, and behind a title."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST_PLACE = 7  # tokens
_LONGEST_NAME = 6  # tokens
_ENDS = frozenset(".;,")
_HOUSES = frozenset(
    "foundation institute university press organization organisation agency society association centre center"
    " publishing publishers".split()
)
_CONTAINERS = frozenset(("publisher", "journal", "booktitle"))


def publisher_behind_place(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked between a place with a colon and the year published the book: `London: Hip Press; 2001`."""
    labels = [one.label for one in segments]
    if "publisher" in labels or "location" not in labels:
        return segments
    at = labels.index("location")
    start = segments[at].end + 1
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


def place_within_publisher(found: Tokens, segments: Segments) -> Segments:
    """The place before the colon in what is marked as the publisher: `Atlanta (GA): Patella Press`."""
    at = next((at for at, one in enumerate(segments) if one.label == "publisher"), None)
    if at is None or any(one.label == "location" for one in segments):
        return segments
    one = segments[at]
    colon = next((place for place in range(one.start + 1, one.end - 1) if found.texts[place] == ":"), None)
    if colon is None or colon - one.start > _LONGEST_PLACE:
        return segments
    parted = [Segment("location", one.start, colon), Segment("publisher", colon + 1, one.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def publisher_before_place(found: Tokens, segments: Segments) -> Segments:
    """Who stands unmarked between a mark and the colon before a place published the book: `2nd ed.; Patella: Oslo`."""
    labels = [one.label for one in segments]
    if "location" not in labels or _CONTAINERS & {*labels} or "title" not in labels:
        return segments
    at = labels.index("location")
    end = segments[at].start - 1
    if not at or found.texts[end : end + 1] != [":"]:
        return segments
    start = end
    while start > segments[at - 1].end and found.texts[start - 1] not in _ENDS:
        start -= 1
    named = start < end and found.texts[start - 1] in ".;" and found.texts[start][0].isupper()
    return [*segments[:at], Segment("publisher", start, end), *segments[at:]] if named else segments


def publisher_behind_title(found: Tokens, segments: Segments) -> Segments:
    """A group that is the last sentence of a title before a place published it: `Rowing. Rowers' Foundation, Oslo`."""
    labels = [one.label for one in segments]
    if "title" not in labels or _CONTAINERS & {*labels}:
        return segments
    at = labels.index("title")
    title, texts = segments[at], found.texts
    if labels[at + 1 : at + 2] != ["location"] or texts[title.end : segments[at + 1].start] != [","]:
        return segments
    stops = [
        place for place in range(title.start + 1, title.end - 2) if texts[place] == "." and found.spaced[place + 1]
    ]
    if not stops or _HOUSES.isdisjoint(map(word, texts[stops[-1] + 1 : title.end])):
        return segments
    parted = [Segment("title", title.start, stops[-1]), Segment("publisher", stops[-1] + 1, title.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]
