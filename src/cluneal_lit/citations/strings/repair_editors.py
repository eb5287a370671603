"""Who edited a book, by the `eds` behind the names."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_books import EDITORS
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_ORGANISERS = frozenset("org orgs coord coords".split())  # SciELO tags those of a whole book as its authors


@rule(has=("author",), words=EDITORS)
def editors(found: Tokens, segments: Segments) -> Segments:
    """People with `eds` behind them made the book behind the title of a chapter, and the one that is in no other:
    `In: Brown C, editor. Book …`, `Brown C, editor. Book. Oslo: …`."""
    whole = {one.label for one in segments}.isdisjoint(("journal", "booktitle"))
    titled = False
    mended: Segments = []
    for at, one in enumerate(segments):
        following = segments[at + 1].start if at + 1 < len(segments) else len(found.texts)
        edited = one.label == "author" and (titled or whole) and _edit(found, one, following, titled)
        mended.append(Segment("editor", one.start, one.end) if edited else one)
        titled = titled or one.label == "title"
    return mended


def _edit(found: Tokens, one: Segment, following: int, titled: bool) -> bool:
    """Whether `eds` stands at the end of people or behind them, before the following field."""
    words = map(word, found.texts[max(one.start, one.end - 2) : min(one.end + 3, following)])
    return not (EDITORS if titled else EDITORS - _ORGANISERS).isdisjoint(words)


@rule(has=("title", "editor"), lacks=("journal", "booktitle"), words=("(",))
def book_before_bracket(found: Tokens, segments: Segments) -> Segments:
    """The book that is marked with its editors stands before their bracket: `In: Rowing medicine (Strong C, eds), …`"""
    at = [one.label for one in segments].index("editor")
    own, texts = segments[at], found.texts
    opening = next((place for place in range(own.start + 1, own.end - 1) if texts[place] == "("), None)
    if opening is None or word(texts[opening + 1]) in EDITORS or not _is_edited(found, own, opening):
        return segments
    start = own.start + 2 * (word(texts[own.start]) in INSIDE and texts[own.start + 1] == ":")
    if start >= opening or any(map(is_initials, texts[start:opening])):
        return segments
    parted = [Segment("booktitle", start, opening), Segment("editor", opening + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _is_edited(found: Tokens, editors: Segment, opening: int) -> bool:
    """Whether `eds` ends the bracket that opens among editors."""
    texts = found.texts
    closing = next((at for at in range(opening, len(texts)) if texts[at] == ")"), 0)
    return closing >= editors.end - 1 and not EDITORS.isdisjoint(map(word, texts[max(opening, closing - 2) : closing]))


@rule(has=("title", "journal", "publisher"), words=EDITORS)
def no_journal_of_editors(found: Tokens, segments: Segments) -> Segments:
    """What begins with `Ed.` in the brackets behind a book's title is no journal: `Hips (K. Boat, Ed.; Vol. 2)`."""
    texts = found.texts
    return [
        one
        for one in segments
        if one.label != "journal"
        or word(texts[one.start]) not in EDITORS
        or texts[one.start + 1 : one.start + 2] != ["."]
    ]
