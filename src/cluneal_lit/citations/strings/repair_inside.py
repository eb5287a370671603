"""The book that `In:` announces, however it is marked."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.strings.cities import end_of_place
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_books import EDITORS
from cluneal_lit.citations.strings.repair_turned import is_house
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared
from cluneal_lit.citations.strings.tokens import Tokens

_HOLDERS = ("journal", "booktitle")
_CLOSING = frozenset(".?!,;)”\"’'»")
_BEHIND_IN = frozenset("vitro vivo silico practice situ".split())  # of names of journals
_QUOTES = frozenset('«“"„')
_LONGEST_ABBREVIATION = 4  # letters
_LONGEST_TAIL = 8  # tokens
_PLACES = labels.PAGES | labels.VOLUME | EDITORS


@rule(has=("title",), words=("in",))
def book_behind_colon(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `In:` up to its stop is the book, whether it is marked with the title, as editors, as who
    published it, or not at all, but as a journal: `A widget. In: Javascript for rowers. Boca Raton: CRC`."""
    at = _inside(found, segments)
    start = at + 1 + (found.texts[at + 1] == ":") if at else 0
    end = end_of_book(found, segments, start) if start else 0
    within = any(one.label == "title" and one.start < at < one.end for one in segments)
    if not end or any(_is_told(found, one, start, within) for one in segments):
        return segments
    before = at
    while before > 1 and not (any(map(str.isalnum, found.texts[before - 1])) or found.texts[before - 1] in "?!)"):
        before -= 1
    kept = [Segment(one.label, one.start, before) if one.start < before < one.end else one for one in segments]
    rest = [Segment(one.label, end + 1, one.end) for one in segments if one.start < end < one.end - 1 and _goes_on(one)]
    kept = [Segment("publisher", one.start, one.end) if one.label in _HOLDERS else one for one in kept]
    return [*cleared(found, kept, before, end), Segment("booktitle", start, end), *rest]


def _is_told(found: Tokens, one: Segment, start: int, within: bool) -> bool:
    """Whether a segment tells what stands behind `In:`: numbers of a journal, a journal or book, or people who edited
    it; `within`: the title goes on over `In:`, so that only what begins right behind is what it stands in."""
    if one.label in _HOLDERS:
        return not within or one.start <= start < one.end
    return one.label in ("volume", "issue") or (one.label == "editor" and _edits(found, one))


def _goes_on(one: Segment) -> bool:
    """Whether what stands behind the book in a segment is what the segment is marked as."""
    return one.label in ("publisher", "location")


def _inside(found: Tokens, segments: Segments) -> int:
    """Where the last `In:` stands behind a title, or `In` behind a mark and before a capital; 0 for nowhere."""
    texts = found.texts
    title = next(one for one in segments if one.label == "title")
    published = any(one.label in ("publisher", "location") for one in segments)
    for at in range(len(texts) - 3, title.start + 1, -1):
        if texts[at] not in ("In", "in"):
            continue
        plain = texts[at] == "In" and texts[at - 1] != "," and published
        announced = texts[at - 1] in _CLOSING and (texts[at + 1] == ":" or plain)
        paged = any(one.label == "pages" and one.end == at for one in segments)
        if (announced or paged) and (texts[at + 1] == ":" or texts[at + 1][0].isupper()):
            return at
    return 0


def end_of_book(found: Tokens, segments: Segments, start: int) -> int:
    """Where a book's name ends that begins there: before the next stop, bracket, year or pages of these segments; 0 for
    one that has less than a word."""
    texts = found.texts
    marked = {one.start for one in segments if one.label in ("year", "pages", "volume", "edition", "location")}
    end = start
    while end < len(texts) and not (end > start and (end in marked or _ends_book(found, end, start))):
        end += 1
    while end > start and not (any(map(str.isalnum, texts[end - 1])) or texts[end - 1] in "?!)"):
        end -= 1
    quoted = texts[start] in _QUOTES  # often of a journal's issue
    return end if any(text.isalpha() for text in texts[start:end]) and not quoted else 0


def _ends_book(found: Tokens, at: int, start: int) -> bool:
    texts = found.texts
    if texts[at] == "[":  # `[Internet]`, `[S.l.]`
        return True
    if texts[at][0] == "<" or texts[at] == "(":
        following = texts[at + 1 : at + 2]
        bracketed = [*map(word, texts[at + 1 : texts.index(")", at)])] if ")" in texts[at:] else []
        edited = not EDITORS.isdisjoint(bracketed[-2:])
        return texts[at] != "(" or not following or following[0].isdigit() or word(following[0]) in _PLACES or edited
    if texts[at] in ",;":
        following = [*map(word, texts[at + 1 : at + 6])]
        numbered = bool(following) and (following[0][0].isdigit() or following[0] in _PLACES)
        return texts[at] == ";" or numbered or _is_imprint(found, at + 1)
    return texts[at] == "." and at + 1 < len(texts) and found.spaced[at + 1] and not _is_shortened(texts, at, start)


def _is_shortened(texts: Sequence[str], at: int, start: int) -> bool:
    """Whether a stop shortens the word before it: `Proc. Int. Conf.`; a lone letter behind small ones is none."""
    last = texts[at - 1]
    if len(last) == 1 and last.isalpha() and len(texts[at + 1]) == 1 and texts[at + 1].isalpha():
        return True  # initials: `The best stories of J. G. Orlov`
    alone = len(last) == 1 and last.isalpha() and texts[at - 2].islower() and at - 2 > start
    return last.isalpha() and len(last) <= _LONGEST_ABBREVIATION and last[0].isupper() and not alone and at - start < 3


def _is_imprint(found: Tokens, start: int) -> bool:
    """Whether a house or a place stands from there up to the next mark."""
    texts = found.texts
    end = next((at for at in range(start, len(texts)) if texts[at] in ",.;:("), len(texts))
    named = [*map(word, texts[start:end])]
    return bool(named) and (end_of_place(found, start) > start or (len(named) < _LONGEST_TAIL and is_house(named)))


def _edits(found: Tokens, one: Segment) -> bool:
    """Whether editors are people: some have initials, or `eds` stands at their end."""
    texts = found.texts
    behind = texts[max(one.start, one.end - 2) : one.end + 3]
    named = range(one.start, one.end)
    return any(is_initials(texts[at]) and not texts[at - 1].islower() for at in named) or not EDITORS.isdisjoint(
        map(word, behind)
    )


@rule(has=("journal",), some=("volume", "issue", "pages"), words=("in",))
def journal_without_in(found: Tokens, segments: Segments) -> Segments:
    """`In` that begins what is marked as a journal, behind a stop and before a capital, announces it, as in ISO 690:
    `Hips. In ACI open [online]`; but `In Vivo`, `In Practice`, and `In J Obes`, which is misspelt."""
    texts = found.texts
    return [
        Segment(one.label, one.start + 1, one.end)
        if one.label == "journal"
        and one.end > one.start + 1
        and texts[one.start] == "In"
        and texts[one.start + 1][0].isupper()
        and len(texts[one.start + 1]) > 1
        and word(texts[one.start + 1]) not in _BEHIND_IN
        and texts[one.start - 1] in _CLOSING
        else one
        for one in segments
    ]
