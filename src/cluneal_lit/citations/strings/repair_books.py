"""Chapters and their books, and groups before people: what the form of a reference demands of them."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

EDITORS = frozenset(("ed", "eds", "editor", "editors", "hrsg", "editeur", "editeurs", "org", "orgs", "coord", "coords"))
THESIS = frozenset("thesis dissertation diss tese dissertacao tesis these monografia".split())
_PAGES = frozenset(("pages", "pp", "p"))
_BEFORE_EDITORS = INSIDE | {"edited", "by", "ed", "eds", "hrsg"}


@rule(has=("title",), lacks=("journal", "booktitle"), words=INSIDE)
def book_of_a_chapter(found: Tokens, segments: Segments) -> Segments:
    """Of two titles with `In:` between them the second is the book's, and the people between made it."""
    titles = [one for one in segments if one.label == "title"]
    edited = any(one.label == "editor" for one in segments)
    if len(titles) != 2:
        return segments
    chapter, book = titles
    start = next((at for at in range(chapter.end, book.start) if word(found.texts[at]) in INSIDE), None)
    if start is None:
        return segments
    mended = [Segment("booktitle", one.start, one.end) if one is book else one for one in segments]
    between = any(start < one.start < book.start for one in segments)
    end = next((at for at in range(start, book.start) if word(found.texts[at]) in EDITORS), None)
    start += 1 + (found.texts[start + 1 : start + 2] == [":"])
    while end and end > start and found.texts[end - 1] in ",(":
        end -= 1
    return mended if between or edited or end is None or end <= start else [*mended, Segment("editor", start, end)]


@rule(has=("editor",))
def editors_alone(found: Tokens, segments: Segments) -> Segments:
    """Editors without the `In:` or `edited by` before them and the `eds` behind."""
    mended: Segments = []
    for one in segments:
        start, end = one.start, one.end
        if one.label == "editor":
            while start < end - 1 and (word(found.texts[start]) in _BEFORE_EDITORS or found.texts[start] in ".:"):
                start += 1
            while end > start + 1 and (word(found.texts[end - 1]) in EDITORS or found.texts[end - 1] in ",("):
                end -= 1
        mended.append(Segment(one.label, start, end))
    return mended


@rule(has=("title",), some=("publisher", "editor"), lacks=("journal", "booktitle"), words=INSIDE)
def book_within_title(found: Tokens, segments: Segments) -> Segments:
    """Behind `in` at the end of a title stands the book of a work with editors or a publisher, before it perhaps pages:
    `Dogs, in Origins of pets, eds …`, `Dogs. Pages 457–481 in Origins of pets.`"""
    labels = [one.label for one in segments]
    at = labels.index("title")
    title, texts = segments[at], found.texts
    inside = [
        place
        for place in range(title.start + 1, title.end - 1)
        if word(texts[place]) in INSIDE and _begins(texts, place)
    ]
    if not inside:
        return segments
    start = inside[-1] + 1 + (texts[inside[-1] + 1] == ":")
    end, pages = _pages_before(texts, inside[-1])
    while end > title.start + 1 and not texts[end - 1].isalnum() and texts[end - 1] not in "?!)":
        end -= 1
    parted = [Segment("title", title.start, end), *pages, Segment("booktitle", start, title.end)]
    return [*segments[:at], *(one for one in parted if one.end > one.start), *segments[at + 1 :]]


@rule(has=("title",), some=("publisher", "editor"), lacks=("journal", "booktitle"), words=INSIDE)
def book_behind_in(found: Tokens, segments: Segments) -> Segments:
    """What stands unmarked between a title with its `in` and editors or a publisher is the book: `in Hips, eds …`."""
    labels = [one.label for one in segments]
    at = labels.index("title")
    if at + 1 == len(segments):
        return segments
    start, end = segments[at].end, segments[at + 1].start
    inside = next((place for place in range(start, end) if word(found.texts[place]) in INSIDE), None)
    if inside is None or found.texts[inside - 1] in "([":  # `(in French)`
        return segments
    start = inside + 1 + (found.texts[inside + 1] == ":")
    while end > start and (not found.texts[end - 1].isalnum() or word(found.texts[end - 1]) in _BEFORE_EDITORS):
        end -= 1
    if end == start or not found.texts[start][0].isupper():
        return segments
    return [*segments, Segment("booktitle", start, end)]


@rule(has=("title", "editor"), lacks=("journal", "booktitle"), words=INSIDE)
def book_within_editors(found: Tokens, segments: Segments) -> Segments:
    """The book that is marked with its editors stands before their `eds` or names: `in Hips, eds C. Strong`,
    `In Hips, C. Strong, ed.`"""
    labels = [one.label for one in segments]
    if labels.count("editor") != 1:
        return segments
    one, texts = segments[labels.index("editor")], found.texts
    inside = word(texts[one.start]) in INSIDE
    start = one.start + inside + (inside and texts[one.start + 1 : one.start + 2] == [":"])
    if not inside and not (one.start and word(texts[one.start - 1]) in INSIDE):
        return segments
    comma = next((at for at in range(start + 1, one.end - 1) if texts[at] == ","), None)
    if comma is None or any(map(is_initials, texts[start:comma])):
        return segments
    people = comma + 1 + (word(texts[comma + 1]) in EDITORS)
    if people >= one.end or not (people > comma + 1 or texts[comma + 2 : comma + 3] == ["."]):
        return segments
    parted = [Segment("booktitle", start, comma), Segment("editor", people, one.end)]
    return [part for other in segments for part in (parted if other is one else [other])]


def _begins(texts: Sequence[str], at: int) -> bool:
    """Whether `in` begins where a book stands: behind a mark or pages, before a capital."""
    following = texts[at + 2 if texts[at + 1] == ":" else at + 1]
    return following[0].isupper() and (texts[at - 1] in ",.?!" or texts[at - 1].isdigit())


def _pages_before(texts: Sequence[str], at: int) -> tuple[int, Segments]:
    """Where a title ends before `in`, and the pages between them."""
    first = at
    while first and (texts[first - 1].isdigit() or texts[first - 1] in "-–"):
        first -= 1
    if first == at or texts[first - 1].lower() not in _PAGES:
        return at, []
    return first - 1, [Segment("pages", first, at)]


@rule(lacks=("publisher", "journal", "booktitle"), words=THESIS)
def university_of_a_thesis(found: Tokens, segments: Segments) -> Segments:
    """The university that stands unmarked behind the word for a thesis published it."""
    texts = found.texts
    taken = {at for one in segments for at in range(one.start, one.end)}
    free = [at for at in range(len(texts)) if at not in taken]
    thesis = next((at for at in free if word(texts[at]) in THESIS), None)
    start = next((at for at in free if thesis is not None and at > thesis and _is_university(texts[at])), None)
    if start is None:
        return segments
    end = start
    while end < len(texts) and end not in taken and _goes_on(texts, end):
        end += 1
    while start and found.texts[start - 1].istitle() and start - 1 not in taken and start - 1 != thesis:
        start -= 1
    return [*segments, Segment("publisher", start, end)]


def _goes_on(texts: Sequence[str], at: int) -> bool:
    """Whether a token may belong to the name of a university: `Univ. Oslo`."""
    return texts[at].isalpha() or texts[at] in "-–" or texts[at - 1 : at + 1] == ["Univ", "."]


def _is_university(text: str) -> bool:
    return word(text).startswith("univ")


@rule(has=("publisher", "author"))
def group_before_people(found: Tokens, segments: Segments) -> Segments:
    """A group that stands first, before people, is an author and no publisher."""
    if len(segments) < 2 or (segments[0].label, segments[1].label) != ("publisher", "author"):
        return segments
    if found.texts[segments[0].end : segments[1].start] not in ([","], [";"]):
        return segments
    return [Segment("author", segments[0].start, segments[1].end), *segments[2:]]


@rule(has=("author", "publisher", "title"))
def group_behind_people(found: Tokens, segments: Segments) -> Segments:
    """A group between people and a title is an author, too: `Orlov B, inventor; Hips Inc, assignee.`"""
    labels = [one.label for one in segments[:3]]
    if labels != ["author", "publisher", "title"] or ";" not in found.texts[segments[0].end : segments[1].start]:
        return segments
    return [Segment("author", segments[0].start, segments[1].end), *segments[2:]]


@rule(has=("publisher", "title"), lacks=("author", "editor"))
def group_before_title(found: Tokens, segments: Segments) -> Segments:
    """A group that stands first, before the title or the year, of what has no author is the author and no publisher."""
    labels = [one.label for one in segments]
    if labels[:2] != ["publisher", "title"] and labels[:3] != ["publisher", "year", "title"]:
        return segments
    return [Segment("author", segments[0].start, segments[0].end), *segments[1:]]
