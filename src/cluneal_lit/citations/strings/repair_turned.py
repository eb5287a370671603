"""Imprints turned around, house before place, whatever they are marked as: `Patella Press: Oslo, 1999`."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.cities import FIRST_WORDS, STATES, end_of_place, is_city, is_country
from cluneal_lit.citations.strings.lexical import INSIDE, shape, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_books import EDITORS, THESIS
from cluneal_lit.citations.strings.repair_publishers import BODY_WORDS, HOUSE_WORDS, HOUSES
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST = 9  # tokens of a house's name
_FEWEST_BETWEEN = 2  # marks
_STOPS = frozenset(".;,()[]?!:\"“”'’")
_SMALL = frozenset("of the and for de du des do da dos e et y und fur & - – ' ’".split())
_PARTNERS = frozenset(("company", "co", "sons", "brothers"))
_FIRMS = frozenset("inc ltd co corp gmbh llc plc".split())
# What stands before a place and published nothing.
_NO_HOUSE = frozenset(
    "conference congress kongress congresso congreso meeting symposium workshop tagung presented lecture talk poster"
    " convention vortrag available from retrieved accessed patent v vol pp ed edn edition".split()
)
_CUES = FIRST_WORDS | frozenset(map(str.lower, STATES))
_PAGED = frozenset(("p", "pp", "pages"))
_PARTING = frozenset(":;,")


@rule(has=("title",), lacks=("location", "volume"), words=map(str.lower, STATES))
def town_and_state(found: Tokens, segments: Segments) -> Segments:
    """A town and its state, alone between a title and the year, are a place and no journal:
    `Hips. Albuquerque, NM; 2013`."""
    texts = found.texts
    for at in range(3, len(texts) - 2):
        if texts[at] not in STATES or texts[at - 1] != "," or shape(texts[at + 2]) != "y" or texts[at + 1] not in ",;:":
            continue
        start = at - 1
        while start > 0 and texts[start - 1].istitle() and texts[start - 1].isalpha():
            start -= 1
        if start < at - 1 and start and texts[start - 1] == "." and end_of_place(found, start) == at + 1:
            return [*cleared(found, segments, start, at + 1), Segment("location", start, at + 1)]
    return segments


@rule(words=_CUES)
def turned_imprint(found: Tokens, segments: Segments) -> Segments:
    """The house before a colon and a place published the book, be they marked as each other or with the title; so did a
    known one before a comma or semicolon, and one in brackets: `(Patella Press, Oslo, 1999)`."""
    texts = found.texts
    for mark in range(2, len(texts) - 1):
        if texts[mark] not in _PARTING or (word(texts[mark + 1]) not in _CUES and texts[mark] != ":"):
            continue
        end = end_of_place(found, mark + 1)
        start = _behind_title(texts, segments, _start(texts, mark), mark) if end and _is_end(texts, end) else mark
        if start < mark and _is_turned(found, segments, start, mark, end):
            return _turned(found, segments, start, mark, end)
    return segments


def _start(texts: Sequence[str], mark: int) -> int:
    """Where the name of a house begins that ends at a mark, with the initials and the firm in it."""
    at = mark
    while at > 0 and mark - at < _LONGEST and _belongs(texts, at - 1, mark):
        at -= 1
    while at < mark and (texts[at] == "." or texts[at] in "-–&,'’"):
        at += 1
    if at and at < mark and is_initials(texts[at]) and texts[at + 1 : at + 2] == ["."] and texts[at - 1] not in _STOPS:
        at += 2  # `Vitamin C. Patella: Oslo`
    return at


def _behind_title(texts: Sequence[str], segments: Segments, start: int, mark: int) -> int:
    """Where a house begins behind a title that ends with a capital and is marked with it: `Vitamin C. Hip: Oslo`."""
    begins = any(one.start == start and one.label in ("title", "booktitle") for one in segments)
    stops = [at for at in range(start, mark) if texts[at] == "."]
    return stops[0] + 1 if begins and stops and len(texts[stops[0] - 1]) == 1 and stops[0] - start > 1 else start


def _belongs(texts: Sequence[str], at: int, mark: int) -> bool:
    """Whether a token may be part of the house before a mark: `J. C. B. Mohr`, `Hip, Knee & Sons, Inc.`"""
    text = texts[at]
    if text == ".":
        initial = at > 0 and len(texts[at - 1]) == 1 and texts[at - 1].isupper()
        return initial or (at > 0 and at == mark - 1 and word(texts[at - 1]) in _FIRMS) or texts[at - 1] == "St"
    if text == ",":
        joined = [*map(word, texts[at + 2 : min(at + 4, mark)])]
        partners = "&" in joined or ("and" in joined and word(texts[mark - 1]) in _PARTNERS)
        return word(texts[at + 1]) in _FIRMS or (texts[mark] == ":" and partners)
    return text[0].isupper() or word(text) in _SMALL


def _is_end(texts: Sequence[str], end: int) -> bool:
    """Whether an imprint may end behind a place: with the string, or before a year, pages or a mark."""
    if end >= len(texts) or texts[end] in ".);(":
        return True
    at = end + (texts[end] in ",:")
    return at < len(texts) and (shape(texts[at].lstrip("©c")) == "y" or word(texts[at]) in _PAGED or texts[at] in "c©")


def _is_turned(found: Tokens, segments: Segments, start: int, mark: int, end: int) -> bool:
    texts = found.texts
    named = [*map(word, texts[start:mark])]
    if not texts[start][0].isupper() or _NO_HOUSE.union(INSIDE, EDITORS, THESIS).intersection(named):
        return False
    if (
        is_city(texts[start:mark])
        or is_country(texts[start:mark])
        or (is_city(texts[start : start + 1]) and "," in named)
    ):
        return False
    if not _is_behind_title(segments, start) or any(
        one.label in ("volume", "issue") and one.start < end for one in segments
    ):
        return False
    known = is_house(named)
    if texts[mark] == ":":
        journal = place_of(segments, "volume") is not None and place_of(segments, "journal") is not None
        return known or not journal
    bracketed = texts[start - 1] == "(" and shape(texts[end + 1]) == "y" if end + 1 < len(texts) else False
    dated = texts[mark] == ";" and texts[end : end + 1] == [":"]
    return (
        (bracketed or (known and BODY_WORDS.isdisjoint(named)))
        and (texts[mark] == "," or dated)
        and texts[start - 1] in ".;(?!"
    )


def _is_behind_title(segments: Segments, start: int) -> bool:
    """Whether something is marked before a house that may be the title of a book, or the people and the title."""
    return any(one.start < start and one.label in ("title", "booktitle", "author") for one in segments)


def is_house(named: Sequence[str]) -> bool:
    """Whether folded words are the name of a house that publishes books."""
    last = named[-2] if named[-1] in _FIRMS and len(named) > 2 else named[-1]
    sons = len(named) > 2 and named[-2] == "&" and last == "sons"
    return not HOUSES.isdisjoint(named) or last in HOUSE_WORDS or sons or not BODY_WORDS.isdisjoint(named)


def _turned(found: Tokens, segments: Segments, start: int, mark: int, end: int) -> Segments:
    last = mark - (found.texts[mark - 1] == "." and word(found.texts[mark - 2]) not in _FIRMS)
    kept = title_apart(found, cleared(found, segments, start, end), start)
    if not any(one.label in ("title", "booktitle") for one in kept):
        kept = [_title_before(found, one, start) for one in kept]
    if not any(one.label in ("title", "booktitle") for one in kept):
        return segments
    return [*kept, Segment("publisher", start, last), Segment("location", mark + 1, end)]


def _title_before(found: Tokens, one: Segment, start: int) -> Segment:
    """The sentence that ends where a house begins, and was marked with it as a place, is the title:
    `Patella Club. Hips. Patella: Oslo`."""
    marked = one.label in ("location", "publisher") and one.end == start - 1 and found.texts[one.end] in ".?!"
    return Segment("title", one.start, one.end) if marked and one.start else one


def title_apart(found: Tokens, segments: Segments, before: int) -> Segments:
    """The segments with the sentence that ends the authors as the title, where none is left: `White L. Gait`."""
    at = place_of(segments, "author")
    if at is None or place_of(segments, "title") is not None:
        return segments
    own, texts = segments[at], found.texts
    stops = [at for at in range(own.start + 1, own.end - 1) if texts[at] == "." and is_initials(texts[at - 1])]
    words = texts[stops[-1] + 1 : own.end] if stops else []
    if not words or any(text in ",;&" or is_initials(text) for text in words) or before - own.end > _FEWEST_BETWEEN:
        return segments
    parted = [Segment("author", own.start, stops[-1]), Segment("title", stops[-1] + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]
