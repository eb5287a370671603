"""Titles of articles, books and pages: where they begin and end, and what is one though marked otherwise."""

from __future__ import annotations

from itertools import pairwise

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_books import EDITORS
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_STOPS = frozenset(".,;?!")
_MEDIA = frozenset(("Internet", "Online", "internet", "online", "Computer", "computer"))
_LONGEST_BRACKET = 6  # tokens
_SHORTEST_CONTAINER = 3  # tokens
_LONG_WORD = 6  # letters


@rule(has=("title", "year"), lacks=("publisher", "editor", *LOCATING), words=(";",))
def publisher_of_a_book(found: Tokens, segments: Segments) -> Segments:
    """What stands between the title and the year of a book (`Northern Lights. Alfred A. Knopf; 1995`) published it."""
    labels = [one.label for one in segments]
    title, year = labels.index("title"), labels.index("year")
    between = segments[title + 1 : year]
    if found.texts[segments[year].start - 1] != ";" or len(between) > 1:
        return segments
    if not between:
        return _parted(found, segments, title)
    one = between[0]
    if one.label not in ("booktitle", "journal") or _is_in(found, one):
        return segments
    return [*segments[: title + 1], Segment("publisher", one.start, one.end), *segments[year:]]


def _parted(found: Tokens, segments: Segments, at: int) -> Segments:
    """With the last sentence of the title as the publisher."""
    title = segments[at]
    stops = [place for place in range(title.start + 1, title.end - 1) if found.texts[place] == "."]
    if not stops or not found.spaced[stops[-1] + 1] or not found.texts[stops[-1] + 1][0].isupper():
        return segments
    parted = [Segment("title", title.start, stops[-1]), Segment("publisher", stops[-1] + 1, title.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(has=("title",), words=("]", "("))
def brackets_of_titles(found: Tokens, segments: Segments) -> Segments:
    """A title has the brackets that are glued to its first word (`[NiFe]-hydrogenases`), and ends before a bracket that
    nothing closes: `Física (Editora Escolar, São Paulo, 2012)`."""
    whole = [_with_first_bracket(found, one, segments) for one in segments]
    return [_before_bracket(found, one) if one.label == "title" else one for one in whole]


def _with_first_bracket(found: Tokens, one: Segment, segments: Segments) -> Segment:
    texts, start = found.texts, one.start
    if one.label != "title" or texts[start - 1 : start] != ["]"] or found.spaced[start]:
        return one
    opening = [at for at in range(max(0, start - _LONGEST_BRACKET), start) if texts[at] == "["]
    start = opening[-1] if opening else start
    free = not any(start < other.end <= one.start for other in segments)
    return Segment(one.label, start if free else one.start, one.end)


def _before_bracket(found: Tokens, title: Segment) -> Segment:
    texts = found.texts[title.start : title.end]
    if texts.count("(") <= texts.count(")") or found.texts[title.end : title.end + 1] == [")"]:
        return title
    last = title.end - 1 - texts[::-1].index("(")
    return Segment("title", title.start, last) if last - title.start > 1 else title


def _is_in(found: Tokens, one: Segment) -> bool:
    return any(word(text) in INSIDE for text in found.texts[max(0, one.start - 2) : one.start])


@rule(has=("booktitle",), lacks=("title",))
def title_of_a_book(found: Tokens, segments: Segments) -> Segments:
    """A book that is cited whole has its title where a chapter has its book's."""
    books = [at for at, one in enumerate(segments) if one.label == "booktitle" and not _is_in(found, one)]
    if not books:
        return segments
    return [Segment("title", one.start, one.end) if at == books[0] else one for at, one in enumerate(segments)]


@rule(has=("journal",), lacks=("title", "booktitle", *LOCATING), words=("<url>",))
def title_of_a_page(found: Tokens, segments: Segments) -> Segments:
    """A page of the web has its title where an article has its journal: `WHO. (2018). Ageing and health. https://…`"""
    labels = [one.label for one in segments]
    if labels.count("journal") != 1:
        return segments
    return [Segment("title", one.start, one.end) if one.label == "journal" else one for one in segments]


@rule(has=("journal", "publisher"), lacks=("title", "booktitle", *LOCATING), words=EDITORS)
def title_like_a_journal(found: Tokens, segments: Segments) -> Segments:
    """A book that somebody edited has its title where an article has its journal: `Orlov B, ed. Spine. Oslo: Remo`."""
    at = [one.label for one in segments].index("journal")
    if _is_in(found, segments[at]):
        return segments
    return [*segments[:at], Segment("title", segments[at].start, segments[at].end), *segments[at + 1 :]]


@rule(has=("title", "location", "journal", "volume"))
def title_around_a_place(found: Tokens, segments: Segments) -> Segments:
    """Two titles of an article with what is marked as a place between them are one: `Rowers (Oslo: Remo), a review`."""
    labels = [one.label for one in segments]
    if labels.count("title") != 2:
        return segments
    first = labels.index("title")
    if labels[first : first + 4] != ["title", "location", "title", "journal"]:
        return segments
    whole = Segment("title", segments[first].start, segments[first + 2].end)
    texts = found.texts[whole.start : whole.end]
    if any(word(text) in INSIDE and following == ":" for text, following in pairwise(texts)):
        return segments
    return [*segments[:first], whole, *segments[first + 3 :]]


@rule(has=("author",), lacks=("title", "booktitle"))
def title_of_one_word(found: Tokens, segments: Segments) -> Segments:
    """The long word between people and a stop is the title where none is marked: `Orlov B: Knieschmerz. Diss.`; before
    a journal that like a name without initials: `A. Orlov, B. Strong, Pain, Spine 26`."""
    labels = [one.label for one in segments]
    if "journal" in labels:
        return [*_like_a_name(found, segments[0]), *segments[1:]]
    if labels[:1] != ["author"]:
        return segments
    texts = found.texts
    start = segments[0].end + (texts[segments[0].end : segments[0].end + 1] == ["."])
    start += texts[start : start + 1] == [":"]
    free = len(labels) < 2 or segments[1].start > start
    if not free or texts[start - 1] not in ".:" or texts[start + 1 : start + 2] != ["."] or not found.spaced[start]:
        return segments
    named = texts[start].isalpha() and len(texts[start]) >= _LONG_WORD and texts[start][0].isupper()
    return [segments[0], Segment("title", start, start + 1), *segments[1:]] if named else segments


def _like_a_name(found: Tokens, own: Segment) -> Segments:
    """The people, and the word behind their last comma as the title where initials stand before each of them alone."""
    texts, last = found.texts, own.end - 1
    people = " ".join(texts[own.start : max(last - 1, own.start)]).split(" , ")
    initialled = all(is_initials(one.partition(" ")[0]) and one[-1].isalpha() and " " in one for one in people)
    parted = texts[last - 1] == "," == "".join(texts[own.end : own.end + 1])
    if own.label != "author" or not (parted and initialled and texts[last].istitle()):
        return [own]
    return [Segment("author", own.start, last - 1), Segment("title", last, own.end)]


@rule(words=map(str.lower, _MEDIA))
def title_before_medium(found: Tokens, segments: Segments) -> Segments:
    """What stands first, before `[Internet]`, is the title of a page that nobody signed: `Hip-Pain.org [Internet].`"""
    texts = found.texts
    opening = next((at for at in range(1, len(texts) - 2) if texts[at] == "[" and texts[at + 1] in _MEDIA), None)
    if opening is None or any(one.label == "title" and one.start < opening for one in segments):
        return segments
    if any(found.spaced[at] and texts[at - 1] in _STOPS for at in range(1, opening)):
        return segments  # a name may stand before the stop
    rest = [one for one in segments if one.start > opening]
    rest = [one for one in rest if one.label != "title" or texts[one.start] != "Version"]
    placed = any(one.label == "location" for one in rest)
    kept = [Segment("publisher", one.start, one.end) if one.label == "title" else one for one in rest]
    return [Segment("title", 0, opening), *(kept if placed else [one for one in rest if one.label != "title"])]


@rule(has=("title",), words=('"',))
def title_in_quotes(found: Tokens, segments: Segments) -> Segments:
    """A title that begins behind a quotation mark ends at the closing one; what is marked with it behind that is where
    the work stands."""
    at = place_of(segments, "title")
    if at is None:
        return segments
    title, texts = segments[at], found.texts
    if not title.start or word(texts[title.start - 1]) != '"':
        return segments
    closing = next((place for place in range(title.start, title.end) if word(texts[place]) == '"'), None)
    if closing is None or title.end - closing < _SHORTEST_CONTAINER:
        return segments
    if texts[closing - 1] not in _STOPS and texts[closing + 1] not in _STOPS:
        return segments  # only its first words are quoted
    start = closing + 1
    while start < title.end and not texts[start][0].isalnum():
        start += 1
    inside = start < title.end and word(texts[start]) in INSIDE
    parted = [Segment("title", title.start, closing)]
    if start + inside < title.end and not {"journal", "booktitle"} & {one.label for one in segments}:
        parted.append(Segment("booktitle" if inside else "journal", start + inside, title.end))
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(has=("author",), some=("volume", "pages"))
def first_reference(found: Tokens, segments: Segments) -> Segments:
    """The first of two references that run together: authors behind volume or pages begin another."""
    located = False
    for at, one in enumerate(segments):
        if one.label == "author" and located:
            return segments[:at]
        located = located or one.label in ("volume", "pages")
    return segments
