"""Groups as authors: before a title, and behind people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, begun
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.names import SOCIETIES, names_group

_YEAR = re.compile(locators.YEAR)
_COLLECTIVE = frozenset(
    "Collaborators Collaboration Consortium Group Investigators Network Committee Team Trialists Reviewers"
    " Subcommittee".split()
)
_FOR = (["on", "behalf", "of"], ["for", "the"])
_LONGEST = 18  # tokens
_SHORTEST = 1  # letters
_DASHES = frozenset("-–—")
_JOINED = frozenset(",;")


@rule(has=("title",), words={*map(str.lower, _COLLECTIVE), *SOCIETIES})
def group_first(found: Tokens, segments: Segments) -> Segments:
    """A group that stands first is the author, and no year in its name the work's: `GBD 2016 Pain Collaborators.`"""
    end = _end_of_group(found, 0) or _end_of_society(found, segments)
    if not end or segments[:1] == [Segment("author", 0, end)]:
        return segments
    if any(is_initials(text) and after in (",", ".") for text, after in pairwise(found.texts[: end + 1])):
        return segments
    kept = [begun(one, end + 1) for one in segments if one.end > end + 1 and one.label != "author"]
    if kept and kept[0].label == "journal" and not any(one.label in ("title", *LOCATING) for one in kept):
        kept = [Segment("title", kept[0].start, kept[0].end), *kept[1:]]
    is_unmarked = not kept or kept[0].start > end + 2  # where `sentence_behind_group` finds the title
    return [Segment("author", 0, end), *kept] if is_unmarked or kept[0].label == "title" else segments


@rule(has=("author",), lacks=("title",))
def group_before_sentence(found: Tokens, segments: Segments) -> Segments:
    """Without a title, the sentence behind a group that begins the string is it, be it marked with the group or as a
    journal in which nothing stands, or as a second publisher."""
    if (
        not segments
        or segments[0].label != "author"
        or segments[0].start
        or any(one.label == "title" for one in segments)
    ):
        return segments
    own, texts = segments[0], found.texts
    labels = [one.label for one in segments]
    alone = labels[1:2] == ["journal"] and {"publisher", *LOCATING}.isdisjoint(labels)
    doubled = labels[1:2] == ["publisher"] and labels.count("publisher") > 1
    if (alone or doubled) and is_named_first(found, own.end):
        return [own, Segment("title", segments[1].start, segments[1].end), *segments[2:]]
    stop = next((at for at in range(1, own.end - 1) if texts[at] == "." and found.spaced[at + 1]), 0)
    if not stop or not is_named_first(found, stop):
        return segments
    return [Segment("author", 0, stop), Segment("title", stop + 1, own.end), *segments[1:]]


def _ends_group(texts: Sequence[str], at: int) -> bool:
    """Whether a name ends before a token: a full stop, or the bracket of a year."""
    return texts[at] == "." or (texts[at] == "(" and bool(_YEAR.fullmatch(texts[at + 1])))


def is_named_first(found: Tokens, end: int) -> bool:
    """Whether a string begins with the name of a group, up to that token."""
    return not is_initials(found.texts[end - 1]) and names_group(" ".join(found.texts[:end]))


@rule(words=("-",))
def group_with_short_name(found: Tokens, segments: Segments) -> Segments:
    """A short name, a dash and the name in full, which stand first, are the author: `RKD – Rowers' Knee Department.`"""
    texts = found.texts
    end = next((at for at in range(3, min(_LONGEST, len(texts) - 1)) if _ends_group(texts, at)), 0)
    if not end or not (len(texts[0]) > _SHORTEST and texts[0].isupper() and texts[1] in _DASHES and found.spaced[1]):
        return segments
    capitals = "".join(text[0] for text in texts[2:end] if text[0].isupper())
    if not names_group(" ".join(texts[2:end])) and texts[0] != capitals:
        return segments
    if not found.spaced[end + 1] or not segments or segments[0].start or segments[0].label not in ("author", "title"):
        return segments
    rest = [begun(one, end + 1) for one in segments if one.end > end + 1]
    if rest and rest[0].label == "journal" and not any(one.label in ("title", *LOCATING) for one in rest):
        rest = [Segment("title", rest[0].start, rest[0].end), *rest[1:]]
    return [Segment("author", 0, end), *rest]


@rule(has=("author", "title"), words=map(str.lower, _COLLECTIVE))
def group_behind_authors(found: Tokens, segments: Segments) -> Segments:
    """The group that stands between people and a title is an author: `Orlov B; on behalf of the Knee Investigators.`"""
    labels = [one.label for one in segments[:2]]
    if labels != ["author", "title"]:
        return segments
    authors, title = segments[:2]
    if not _JOINED.intersection(found.texts[authors.end : title.start]):
        return segments
    named = any(found.texts[title.start : title.start + len(words)] == words for words in _FOR)
    end = _end_of_group(found, title.start)
    if not end or not (named or found.texts[title.start][0].isupper()) or end + 1 >= title.end:
        return segments
    return [Segment("author", authors.start, end), begun(title, end + 1), *segments[2:]]


@rule(has=("title", "publisher"), lacks=("author", "editor", "journal"))
def group_before_colon(found: Tokens, segments: Segments) -> Segments:
    """The short name of a group before a colon, where a book without people begins, is its author: `RKD: Knees, …`"""
    labels = [one.label for one in segments]
    if labels[:1] != ["title"] or "publisher" not in labels or {"author", "editor", "journal"} & {*labels}:
        return segments
    title, texts = segments[0], found.texts
    if title.start or not (len(texts[0]) > 1 and texts[0].isupper() and texts[1:2] == [":"]) or title.end < 4:
        return segments
    return [Segment("author", 0, 1), Segment("title", 2, title.end), *segments[1:]]


@rule(has=("author",), words=("released",))
def without_release(found: Tokens, segments: Segments) -> Segments:
    """The word before the year of software (`Patella Corp. Released 2017.`) belongs to no name."""
    return [
        Segment("author", one.start, one.end - 1)
        if one.label == "author" and one.end - one.start > 2 and found.texts[one.end - 1] == "Released"
        else one
        for one in segments
    ]


@rule(has=("author", "journal"), lacks=("publisher", *LOCATING))
def publisher_like_author(found: Tokens, segments: Segments) -> Segments:
    """The group that wrote a work and stands again behind its title, in no volume, published it."""
    labels = [one.label for one in segments]
    if labels[:1] != ["author"] or "journal" not in labels or {"publisher", *LOCATING} & {*labels}:
        return segments
    authors = _words(found, segments[0])
    if not names_group(" ".join(authors)):  # `Le Monde` writes in itself
        return segments
    return [
        Segment("publisher", one.start, one.end) if one.label == "journal" and _words(found, one) == authors else one
        for one in segments
    ]


def _words(found: Tokens, one: Segment) -> list[str]:
    return [text for text in found.texts[one.start : one.end] if text.isalnum()]


def _end_of_group(found: Tokens, start: int) -> int:
    """Where the dot behind a sentence stands that ends with a word for a group; 0 without one."""
    texts = found.texts
    for at in range(start + 2, min(start + _LONGEST, len(texts) - 1)):
        if texts[at] in ".?!:":
            grouped = texts[at] == "." and texts[at - 1] in _COLLECTIVE and found.spaced[at + 1]
            return at if grouped else 0
    return 0


def _end_of_society(found: Tokens, segments: Segments) -> int:
    """Where the dot stands behind the sentence that begins a title and names a society; 0 without one."""
    end = next((at for at in range(1, min(_LONGEST, len(found.texts) - 1)) if found.texts[at] == "."), 0)
    is_title = (segments[0].label, segments[0].start) == ("title", 0) and all(one.label != "author" for one in segments)
    is_named = is_title and not SOCIETIES.isdisjoint(map(word, found.texts[:end]))
    return end if is_named and found.spaced[end + 1] else 0
