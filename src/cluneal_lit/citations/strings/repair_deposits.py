"""What was put into an archive or sold as a program: who published it, and what its title is."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import shape, word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_ARCHIVES = frozenset("zenodo figshare dryad pangaea dataverse icpsr".split())
_VERSION = frozenset(("version", "release", "v"))
_PAPERS = frozenset("technical tech working discussion research internal".split())
_KINDS = frozenset("report rep paper memorandum memo".split())
_STOPS = frozenset('.?!])”"')


@rule(lacks=("publisher", "volume"), words=_ARCHIVES)
def archive_behind_title(found: Tokens, segments: Segments) -> Segments:
    """The archive that is a sentence of its own behind a title published it, or stands between commas before the year:
    `Hips v0.2. Zenodo; 2020`, `Hips, figshare, 2018`."""
    texts = found.texts
    for at in range(3, len(texts)):
        alone = texts[at - 1] in _STOPS and (at + 1 == len(texts) or texts[at + 1] in ".;,:([")
        dated = at + 2 < len(texts) and texts[at - 1] == texts[at + 1] == "," and shape(texts[at + 2]) == "y"
        if (
            (alone or dated)
            and word(texts[at]) in _ARCHIVES
            and any(one.label == "title" and one.start < at for one in segments)
        ):
            return [*cleared(found, segments, at, at + 1), Segment("publisher", at, at + 1)]
    return segments


@rule(has=("author",), lacks=("title", "journal"), words=_VERSION)
def program_like_an_author(found: Tokens, segments: Segments) -> Segments:
    """What stands first before a version is the title of a program, and nobody: `Knee Plus, Version 2.1`."""
    own, texts = segments[0], found.texts
    version = own.end + (texts[own.end : own.end + 1] == [","])
    numbered = "".join(texts[version + 1 : version + 2]).isdigit()
    if own.label != "author" or word("".join(texts[version : version + 1])) not in _VERSION or not numbered:
        return segments
    end = _end_of_number(texts, version + 1)
    return [Segment("title", own.start, end), *(one for one in segments[1:] if one.start >= end)]


@rule(has=("title",), some=("journal", *LOCATING), words=_VERSION)
def version_behind_title(found: Tokens, segments: Segments) -> Segments:
    """A version is part of the title before its comma, and no place in a journal: `Knee Plus, Version 2.1`."""
    texts = found.texts
    title = next(one for one in segments if one.label == "title")
    start = title.end + (texts[title.end : title.end + 1] == [","])
    if word("".join(texts[start : start + 1])) not in _VERSION or not "".join(texts[start + 1 : start + 2]).isdigit():
        return segments
    end = _end_of_number(texts, start + 1)
    if any(one.start < end < one.end for one in segments):
        return segments
    kept = [one for one in segments if one.end <= start or one.start >= end]
    return [Segment("title", title.start, end) if one is title else one for one in kept]


def _end_of_number(texts: Sequence[str], start: int) -> int:
    """Where a number with its parts ends: `2`, `2.1.3`."""
    end = start + 1
    while texts[end : end + 1] == ["."] and "".join(texts[end + 1 : end + 2]).isdigit():
        end += 2
    return end


@rule(lacks=("number", "journal", "booktitle"), words=_PAPERS)
def number_behind_report(found: Tokens, segments: Segments) -> Segments:
    """What stands unparted behind `Technical Report` is its number: `Tech. Rep. 12-34`, `Technical Report TR-8`."""
    texts = found.texts
    for at in range(2, len(texts) - 2):
        titled = any(one.label == "title" and one.start == at for one in segments)
        if titled or word(texts[at]) not in _PAPERS or not texts[at][0].isupper():
            continue
        kind = at + 1 + (texts[at + 1] == ".")
        start = kind + 1 + (texts[kind + 1 : kind + 2] == ["."])
        if word(texts[kind]) not in _KINDS or start >= len(texts):
            continue
        end = next((place for place in range(start + 1, len(texts)) if found.spaced[place]), len(texts))
        while end > start and not texts[end - 1].isalnum():
            end -= 1
        if _is_number(texts[start:end]):
            return [*cleared(found, segments, start, end), Segment("number", start, end)]
    return segments


def _is_number(texts: list[str]) -> bool:
    """Whether texts are a number, perhaps with capitals before it, and no year."""
    written = all(text.isdigit() or text in "-–/." or text.isupper() for text in texts)
    return written and any(map(str.isdigit, texts)) and not (len(texts) == 1 and shape(texts[0]) == "y")


@rule(has=("author",), lacks=("title",), words=("anonymous", "anon", "anonym", "anonyme", "anonimo"))
def title_behind_nobody(found: Tokens, segments: Segments) -> Segments:
    """The sentence that is marked with `Anonymous` is the title."""
    at = place_of(segments, "author")
    one = segments[at or 0]
    if at is None or one.end - one.start < 3 or found.texts[one.start + 1] != ".":
        return segments
    parted = [Segment("author", one.start, one.start + 1), Segment("title", one.start + 2, one.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]
