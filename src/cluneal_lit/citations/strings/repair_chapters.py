"""Chapters and their books where no `In:` stands between them, and the books of works whose title is not told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import names
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_inside import end_of_book
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared
from cluneal_lit.citations.strings.tokens import Tokens

_DASHES = frozenset("-–−")
_NUMBER = re.compile(r"\d{1,5}")
_YEAR = re.compile(locators.YEAR)
_MOST_PAGES = 120  # of a chapter
_LEAST = 3  # letters of a word that is not shortened
_SHORTENED = frozenset(
    "vol vols nos eds dr prof fig figs incl int proc symp conf univ inst dept ser suppl rev trans intl natl soc assoc"
    " med jr sr".split()
)
_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with without und der die das des et de la le du".split()
)
_LONGEST_NAME = 12  # letters
_LISTING = frozenset(",;&").union(("and", "et", "und", "y", "e"))  # people
# What a second sentence begins with that is no book's name: a subtitle, an edition, a part.
_NO_BOOK = frozenset(
    "a an ein eine un une uno una second third fourth fifth sixth revised new first part teil band vol volume tome tomo"
    " edition supplement appendix report proceedings thesis dissertation".split()
)


@rule(has=("title", "pages", "publisher"), lacks=("journal", "booktitle", "volume", "issue", "editor"))
def book_behind_sentence(found: Tokens, segments: Segments) -> Segments:
    """The last of several sentences that are marked as a title is the book where a few of its pages are cited and it
    alone has a book's capitals, as no subtitle has: `Learning to row. Rowing at Work. Oslo: Patella; 2016. p. 7-26`."""
    at = next(at for at, one in enumerate(segments) if one.label == "title")
    pages, title, texts = next(one for one in segments if one.label == "pages"), segments[at], found.texts
    if pages.start < title.end or not 0 < _count(texts[pages.start : pages.end]) < _MOST_PAGES:
        return segments
    stops = [
        stop
        for stop in range(title.start + 1, title.end - 2)
        if texts[stop] == "." and found.spaced[stop + 1] and _ends(texts[stop - 1]) and texts[stop + 1][0].isupper()
    ]
    if not stops or word(texts[stops[-1] + 1]) in _NO_BOOK:
        return segments
    if not _is_named(texts[stops[-1] + 1 : title.end]) or _is_named(texts[title.start : stops[-1]]):
        return segments
    parted = [Segment("title", title.start, stops[-1]), Segment("booktitle", stops[-1] + 1, title.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _is_named(texts: Sequence[str]) -> bool:
    """Whether words have the capitals of a book's name, `Rowing at Work`, which a subtitle behind a stop has not."""
    words = [text for text in texts if text.isalpha() and text not in _SMALL]
    return len(words) > 1 and not any(text.islower() for text in words)


def _ends(last: str) -> bool:
    """Whether a sentence may end with a token, which is no shortened word and no lone letter."""
    return (len(last) >= _LEAST and word(last) not in _SHORTENED) or last.isdigit() or last in ")”’"


def _count(texts: Sequence[str]) -> int:
    """How many pages two numbers and a dash span: `621–39` has 19; 0 for others."""
    if len(texts) != 3 or texts[1] not in _DASHES or not (_NUMBER.fullmatch(texts[0]) and _NUMBER.fullmatch(texts[2])):
        return 0
    first, last = texts[0], texts[2]
    return int(first[: max(0, len(first) - len(last))] + last) - int(first) + 1


@rule(has=("author",), lacks=("volume", "issue"), some=("journal", "booktitle", "publisher"))
def chapter_like_an_author(found: Tokens, segments: Segments) -> Segments:
    """What stands behind the initials of a lone author is the title, and what is marked as the title goes on with it,
    or is the book behind `In:`: `Orlov A. A realistic oar. In: Javascript for rowers.`"""
    author, texts = next(one for one in segments if one.label == "author"), found.texts
    title = next((one for one in segments if one.label == "title"), None)
    stop = author.start + 2 + (len(texts[author.start + 2 : author.end]) > 1 and is_initials(texts[author.start + 2]))
    held = any(one.label in ("journal", "booktitle") for one in segments)
    named = texts[author.start : stop]
    family_first = len(named) > 1 and not is_initials(named[0]) and all(map(is_initials, named[1:]))
    rest = texts[stop + 1 : author.end]
    if not family_first or stop >= author.end or texts[stop] != "." or (title and held) or not _is_title(rest):
        return segments
    others = [one for one in segments if one not in (author, title)]
    parted = [Segment("author", author.start, stop), Segment("title", stop + 1, author.end)]
    if title and texts[title.start : title.start + 2] == ["In", ":"]:
        parted.append(Segment("booktitle", title.start + 2, title.end))
    elif title:  # its subtitle
        parted[1] = Segment("title", stop + 1, title.end)
    return [*others, *parted]


def _is_title(texts: Sequence[str]) -> bool:
    """Whether words behind initials are a title, as `Orlov` in `Thomas D. Orlov` is none: they are longer than names,
    begin with an article, or have small letters."""
    listed = not _LISTING.isdisjoint(texts) or any(map(is_initials, texts[1:]))
    words = [text for text in texts if text.isalpha()]
    small = len(words) > 1 and any(text.islower() and text not in names.PARTICLES for text in words)
    told = small or texts[:1] in (["A"], ["An"], ["The"]) or max(map(len, words), default=0) > _LONGEST_NAME
    return bool(words) and told and not listed and texts[0][0].isupper()


@rule(has=("title", "publisher"), lacks=("journal", "booktitle"), words=("in",))
def book_before_bracket(found: Tokens, segments: Segments) -> Segments:
    """What stands in a title behind `, in` and before the imprint in brackets is the book, as physicists write:
    `Using the oar, in Pro rowing 2.0 (Apress, Berkeley, CA, 2013), pp. 5–9`."""
    title, texts = next(one for one in segments if one.label == "title"), found.texts
    printed = any(one.label in ("publisher", "location") and one.start == title.end + 1 for one in segments)
    at = next((at for at in range(title.end - 2, title.start + 1, -1) if texts[at - 1 : at + 1] == [",", "in"]), 0)
    if not at or not printed or texts[title.end] != "(" or not texts[at + 1][0].isupper():
        return segments
    rest = [one for one in segments if one is not title]
    return [*rest, Segment("title", title.start, at - 1), Segment("booktitle", at + 1, title.end)]


@rule(has=("author",), lacks=("title", "journal", "booktitle"), words=("in",))
def book_without_title(found: Tokens, segments: Segments) -> Segments:
    """Behind the authors and `in:` stands the book of a work whose title is not told, as chemists write: `A. Rower, in:
    Javascript for rowers, Patella Press, Oslo, 2012, pp. 549–585`."""
    author, texts = next(one for one in segments if one.label == "author"), found.texts
    at = author.end + (texts[author.end : author.end + 1] in ([","], ["."]))
    if texts[at : at + 2] not in (["in", ":"], ["In", ":"]) or at == author.end:
        return segments
    end = end_of_book(found, [one for one in segments if one.label != "year"], at + 2)
    behind = [one for one in segments if one.start < end < one.end - 1 and one.label in ("editor", "publisher")]
    rest = [Segment("publisher", end + 1, one.end) for one in behind if texts[end] == ","]
    return [*cleared(found, segments, at + 2, end), Segment("booktitle", at + 2, end), *rest] if end else segments


@rule(has=("booktitle",), lacks=("pages",))
def pages_behind_book(found: Tokens, segments: Segments) -> Segments:
    """Two numbers with a dash at the end of a book, before its imprint in brackets, are the pages: `in Rowing at work
    207–226 (Patella Press, 2016)`."""
    at = next(at for at, one in enumerate(segments) if one.label == "booktitle")
    own, texts = segments[at], found.texts
    start = own.end - 3
    if (
        start <= own.start
        or texts[own.end : own.end + 1] != ["("]
        or not 0 < _count(texts[start : own.end]) < _MOST_PAGES
    ):
        return segments
    if _YEAR.fullmatch(texts[start]) and _YEAR.fullmatch(texts[start + 2]):
        return segments
    parted = [Segment("booktitle", own.start, start), Segment("pages", start, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


@rule(some=("title", "publisher"), lacks=("journal", "booktitle"), words=("/",))
def book_behind_slashes(found: Tokens, segments: Segments) -> Segments:
    """What begins right behind two slashes is the journal or book, though it is marked as a second title or as who
    published it: `knees[M/OL]//Rowing at work. Patella Press, 2016: 1-22`."""
    texts = found.texts
    for at, one in enumerate(segments):
        if one.label not in ("title", "publisher") or texts[one.start - 2 : one.start] != ["/", "/"]:
            continue
        stop = next((stop for stop in range(one.start + 1, one.end - 1) if texts[stop] == "."), one.end)
        rest = [Segment("publisher", stop + 1, one.end)] if stop < one.end else []
        named = rest or any(other.label == "publisher" for other in segments if other is not one)
        label = "booktitle" if named else "journal"
        return [*segments[:at], Segment(label, one.start, stop), *rest, *segments[at + 1 :]]
    return segments
