"""Chapters and their books, and groups before people: what the form of a reference demands of them."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

INSIDE = frozenset(("in", "em", "en", "dans"))
_EDITORS = frozenset(
    ("ed", "eds", "editor", "editors", "hrsg", "editeur", "editeurs", "org", "orgs", "coord", "coords")
)


def book_of_a_chapter(found: Tokens, segments: Segments) -> Segments:
    """Of two titles with `In:` between them the second is the book's, and the people between made it."""
    titles = [one for one in segments if one.label == "title"]
    edited = any(one.label == "editor" for one in segments)
    if len(titles) != 2 or {"journal", "booktitle"} & {one.label for one in segments}:
        return segments
    chapter, book = titles
    start = next((at for at in range(chapter.end, book.start) if word(found.texts[at]) in INSIDE), None)
    if start is None:
        return segments
    mended = [Segment("booktitle", one.start, one.end) if one is book else one for one in segments]
    between = any(start < one.start < book.start for one in segments)
    end = next((at for at in range(start, book.start) if word(found.texts[at]) in _EDITORS), None)
    start += 1 + (found.texts[start + 1 : start + 2] == [":"])
    while end and end > start and found.texts[end - 1] in ",(":
        end -= 1
    return mended if between or edited or end is None or end <= start else [*mended, Segment("editor", start, end)]


def editors_alone(found: Tokens, segments: Segments) -> Segments:
    """Editors without the `In:` before them and the `eds` behind."""
    if not any(one.label == "editor" for one in segments):
        return segments
    mended: Segments = []
    for one in segments:
        start, end = one.start, one.end
        if one.label == "editor":
            while start < end - 1 and (word(found.texts[start]) in INSIDE or found.texts[start] == ":"):
                start += 1
            while end > start + 1 and (word(found.texts[end - 1]) in _EDITORS or found.texts[end - 1] in ",("):
                end -= 1
        mended.append(Segment(one.label, start, end))
    return mended


def group_before_people(found: Tokens, segments: Segments) -> Segments:
    """A group that stands first, before people, is an author and no publisher."""
    if len(segments) < 2 or (segments[0].label, segments[1].label) != ("publisher", "author"):
        return segments
    if found.texts[segments[0].end : segments[1].start] not in ([","], [";"]):
        return segments
    return [Segment("author", segments[0].start, segments[1].end), *segments[2:]]


def editors(found: Tokens, segments: Segments) -> Segments:
    """People behind the title of a chapter, with `eds` behind them, made its book: `In: Brown C, editor. Book …`."""
    seen = False
    mended: Segments = []
    for one in segments:
        editing = (
            seen and one.label == "author" and not _EDITORS.isdisjoint(map(word, found.texts[one.end : one.end + 3]))
        )
        mended.append(Segment("editor", one.start, one.end) if editing else one)
        seen = seen or one.label == "title"
    return mended
