"""Books whose name has two sentences, or that stand in a series: of meetings, and beside them."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import INSIDE, shape, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_books import EDITORS
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_MEETING = frozenset("proceedings proc transactions actas anais actes abstracts congress conference".split())
_LONGEST_ABBREVIATION = 5  # letters
_STOPS = frozenset(".?!")
_BOOKS = frozenset(("booktitle", "journal"))


@rule(some=_BOOKS, words=_MEETING)
def book_in_two_sentences(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `In:`, or behind editors, before the proceedings of a meeting begins their name, be it marked
    as a title or not at all: `Deep knees. In: Imaging. Proceedings of the Conference on …`"""
    at = next((at for at, one in enumerate(segments) if at and one.label in _BOOKS and _is_meeting(found, one)), None)
    if at is None or found.texts[segments[at].start - 1] not in ".:":
        return segments
    before, book = segments[at - 1 : at + 1]
    kept, end = segments[:at], before.end
    if before.label == "title" and (inside := _inside(found, before.start + 1, before.end - 1)):
        kept, end = [*segments[: at - 1], Segment("title", before.start, inside - 1)], inside - 1
    elif before.label == "title" and any(one.label == "title" for one in segments[: at - 1]):
        kept, end = segments[: at - 1], before.start
    edited = any(one.label == "editor" for one in kept)
    start = _begin(found, end, book.start) if edited or _inside(found, end, book.start) else book.start
    return [*kept, Segment("booktitle", start, book.end), *segments[at + 1 :]] if start < book.start else segments


def _begin(found: Tokens, start: int, end: int) -> int:
    """Where the name of a book begins, behind `In:` and the words for editors."""
    texts = found.texts
    while start < end and (not texts[start][0].isalnum() or word(texts[start]) in INSIDE | EDITORS):
        start += 1
    return start


@rule(has=("title",), lacks=("editor", "booktitle"), words=EDITORS)
def book_within_title(found: Tokens, segments: Segments) -> Segments:
    """The editors and the book that are marked with the title: `Knees; in Strong C (ed): Rowing and Health.`"""
    at = place_of(segments, "title")
    if at is None or any(one.label in ("editor", "booktitle") for one in segments):
        return segments
    title, texts = segments[at], found.texts
    places = range(title.start + 2, title.end - 5)
    inside = next((place for place in places if word(texts[place]) in INSIDE and not texts[place - 1].isalnum()), None)
    if inside is None or "(" not in texts[inside : title.end]:
        return segments
    opening = texts.index("(", inside)
    if texts[opening + 2 : opening + 4] != [")", ":"] or word(texts[opening + 1]) not in EDITORS:
        return segments
    parted = [Segment("title", title.start, inside - 1), Segment("editor", inside + 1, opening)]
    parted.append(Segment("booktitle", opening + 4, title.end))
    return [*segments[:at], *(one for one in parted if one.end > one.start), *segments[at + 1 :]]


@rule(has=("title", "editor"), lacks=_BOOKS, words=("(",))
def book_behind_editors(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked behind `(eds)` up to the next mark is the book: `In: Strong C (ed): Rowing, ed 3. Oslo`."""
    labels = [one.label for one in segments]
    if labels.count("editor") != 1 or "title" not in labels[: labels.index("editor")] or _BOOKS & {*labels}:
        return segments
    at, texts = segments[labels.index("editor")].end, found.texts
    if texts[at : at + 1] != ["("] or texts[at + 2 : at + 3] != [")"] or word(texts[at + 1]) not in EDITORS:
        return segments
    start = at + 3 + (texts[at + 3 : at + 4] == [":"])
    end = next((place for place in range(start, len(texts)) if texts[place] in ".,"), start)
    free = not any(one.start < end and one.end > start for one in segments)
    return [*segments, Segment("booktitle", start, end)] if free and end > start else segments


@rule(has=("title",), some=("publisher", "location"), lacks=("editor",))
def editors_before_book(found: Tokens, segments: Segments) -> Segments:
    """The names with initials behind `In:` that are marked with a book, or with the title before it, edited it:
    `Rowing. In: Strong C, Rower D. Hips.`"""
    labels = [one.label for one in segments]
    if "editor" in labels or "title" not in labels or not {"publisher", "location"} & {*labels}:
        return segments
    at = labels.index("booktitle") if "booktitle" in labels else labels.index("title")
    own = segments[at]
    if own.label == "title" and ("journal" in labels or labels.count("title") > 1):
        return segments
    start = own.start if own.label == "booktitle" else _colon(found, own) + 1
    end = _end_of_names(found.texts, start, own.end) if start else 0
    if not end or end + 1 >= own.end:
        return segments
    parted = [Segment("editor", start, end), Segment("booktitle", end + 1, own.end)]
    if own.label == "title":
        before = start - 2 - (found.texts[start - 3] in ".,;")
        parted = [Segment("title", own.start, before), *parted]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _colon(found: Tokens, title: Segment) -> int:
    """Where the colon of `In:` stands in a title; -1 for nowhere."""
    texts = found.texts
    places = (at for at in range(title.start + 2, title.end) if texts[at] == ":" and texts[at - 1] == "In")
    return next(places, -1)


def _end_of_names(texts: Sequence[str], start: int, end: int) -> int:
    """Where the dot behind `Strong C, Rower D` stands; 0 unless all before it are names with initials."""
    stop = next((at for at in range(start, end) if texts[at] == "."), 0)
    named = texts[start:stop]
    if len(named) < 2 or not is_initials(named[-1]):
        return 0
    people = " ".join(named).split(" , ")
    return stop if all(is_initials(one.split()[-1]) and one[0].isupper() and " " in one for one in people) else 0


@rule(has=("author", "title"), lacks=("journal", "booktitle"), words=("in",))
def chapter_within_authors(found: Tokens, segments: Segments) -> Segments:
    """The title and the editors of a chapter, marked with its authors: `Orlov B. Knees. In: Strong C, editor.`"""
    labels = [one.label for one in segments]
    if labels[:2] != ["author", "title"] or {"journal", "booktitle"} & {*labels}:
        return segments
    own, book = segments[:2]
    colon = _colon(found, own)
    stops = [
        at for at in range(own.start + 2, colon - 2) if found.texts[at] == "." and is_initials(found.texts[at - 1])
    ]
    if colon < 0 or not stops or stops[-1] + 2 >= colon:
        return segments
    parted = [
        Segment("author", own.start, stops[-1]),
        Segment("title", stops[-1] + 1, colon - 2),
        Segment("editor", colon + 1, own.end),
        Segment("booktitle", book.start, book.end),
    ]
    return [*parted, *segments[2:]]


@rule(has=("title", "journal"), lacks=("booktitle",), words=("lecture",))
def meeting_before_series(found: Tokens, segments: Segments) -> Segments:
    """The last sentence of a title that ends with a year, before lecture notes, is the book, and these are its series:
    `Deep knees. Advances in Rowing—ROW 2006, Lecture Notes in Rowing Volume 12`."""
    labels = [one.label for one in segments]
    at = labels.index("title") if labels.count("title") == 1 and "booktitle" not in labels else len(labels)
    if labels[at : at + 2] != ["title", "journal"]:
        return segments
    title, series = segments[at : at + 2]
    texts = found.texts
    if texts[series.start : series.start + 2] != ["Lecture", "Notes"] or shape(texts[title.end - 1]) != "y":
        return segments
    stops = [place for place in range(title.start + 2, title.end - 2) if texts[place] in _STOPS]
    if not stops or texts[title.end : series.start] != [","]:
        return segments
    parted = [Segment("title", title.start, stops[-1]), Segment("booktitle", stops[-1] + 1, title.end)]
    return [*segments[:at], *parted, Segment("series", series.start, series.end), *segments[at + 2 :]]


@rule(has=("journal", "editor"))
def series_of_a_book(found: Tokens, segments: Segments) -> Segments:
    """What stands behind the name of an edited book, marked as a journal or with it, is its series:
    `In: Strong C (ed): Rowing. Med Sport Sci. Basel, Karger`"""
    labels = [one.label for one in segments]
    if labels.count("journal") != 1 or "editor" not in labels[: labels.index("journal")]:
        return segments
    at = labels.index("journal")
    before, own = segments[at - 1 : at + 1]
    if before.label == "booktitle" and found.texts[before.end : own.start] in (["."], [","]):
        return [*segments[:at], Segment("series", own.start, own.end), *segments[at + 1 :]]
    stop = next((place for place in range(own.start + 1, own.end - 1) if _ends(found, place)), 0)
    if "booktitle" in labels or "location" not in labels[at:] or not stop:
        return segments
    parted = [Segment("booktitle", own.start, stop), Segment("series", stop + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _ends(found: Tokens, at: int) -> bool:
    """Whether a dot ends a sentence behind a word that is no abbreviation."""
    return found.texts[at] == "." and found.spaced[at + 1] and len(found.texts[at - 1]) > _LONGEST_ABBREVIATION


def _is_meeting(found: Tokens, one: Segment) -> bool:
    return word(found.texts[one.start]) in _MEETING


def _inside(found: Tokens, start: int, end: int) -> int:
    """Where `In:` stands behind a stop, from there on; 0 for nowhere."""
    texts = found.texts
    places = (at for at in range(start, end) if word(texts[at]) in INSIDE and texts[at + 1] == ":")
    return next((at for at in places if not texts[at - 1].isalnum()), 0)
