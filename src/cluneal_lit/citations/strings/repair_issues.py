"""Issues in full, and numbers that are called by their name: `84(4 Pt 1)`, `12, Article 1234`, `ch. 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_SUPPLEMENT = re.compile(r"su?pp?l", re.IGNORECASE)
_LETTERED = re.compile(r"[eEsS] \d{1,2}").fullmatch  # of electronic pages or a supplement: `24(e1)`
_PART = frozenset("pt pts part parts spec special teil".split())
_LONGEST = 5  # tokens of an issue
_CLOSING = {"(": ")", "[": "]"}
_YEAR = re.compile(locators.YEAR)
_NAMED = frozenset(("issue", "iss", "heft", "fasc"))
NUMBERED = labels.ISSUE
_ARTICLE = frozenset(("article", "art", "artigo", "articulo"))
_CHAPTER = frozenset(("ch", "chap", "chapter", "kap", "kapitel"))


@rule(has=("volume",), lacks=("issue",))
def issue_behind_volume(found: Tokens, segments: Segments) -> Segments:
    """The issue is what stands unmarked behind the volume, in brackets or behind `no.`: `5(supl. 2)`, `26, n° 1-2`;
    the year may stand between them: `29 (2015), H. 3`."""
    volumes = [one for one in segments if one.label == "volume"]
    start, others = behind_year(found, volumes[0].end), [one for one in segments if one not in volumes[1:]]
    end = min((one.start for one in others if one.start >= start), default=len(found.texts))
    place = _in_brackets(found, start, end) or numbered(found, start, end)
    return [*others, Segment("issue", *place)] if place else segments


def behind_year(found: Tokens, start: int) -> int:
    """Where a volume's place goes on: behind the year in brackets, if one follows."""
    texts = found.texts[start : start + 3]
    dated = len(texts) == 3 and texts[0] == "(" and texts[2] == ")" and _YEAR.fullmatch(texts[1])
    return start + 3 if dated else start


def _in_brackets(found: Tokens, start: int, end: int) -> tuple[int, int] | None:
    texts = found.texts[start:end]
    closing = _CLOSING.get("".join(texts[:1]))
    if closing is None or closing not in texts[: _LONGEST + 2]:
        return None
    inside = texts[1 : texts.index(closing)]
    whole = " ".join(inside)
    if not inside or _YEAR.search(whole) or not (inside[0].isdigit() or _SUPPLEMENT.match(whole) or _LETTERED(whole)):
        return None
    return start + 1, start + 1 + len(inside)


def numbered(found: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Where a number stands behind `no.`."""
    texts = found.texts
    at = start
    while at < end and texts[at] in (",", "."):
        at += 1
    if at >= end or word(texts[at]) not in NUMBERED:
        return None
    at += 1
    while at < end and texts[at] in (".", "°", "º", "o"):
        at += 1
    last = at
    while last < end and (texts[last].isdigit() or (texts[last] in "-–/" and last > at)):
        last += 1
    return (at, last) if last > at and texts[last - 1].isdigit() else None


@rule(has=("issue",), words=("(",))
def whole_issue(found: Tokens, segments: Segments) -> Segments:
    """An issue in brackets goes on to where they close: `84(4 Pt 1)`, `8(3 Suppl)`."""
    at = place_of(segments, "issue")
    if at is None:
        return segments
    one, texts = segments[at], found.texts
    inside = texts[one.end : one.end + _LONGEST]
    if texts[one.start - 1 : one.start] != ["("] or ")" not in inside[1:]:
        return segments
    if word(inside[0]) not in _PART and not (
        _SUPPLEMENT.match(inside[0]) and (inside[1] == ")" or _is_iberian(inside[0]))
    ):
        return segments  # a numbered supplement is often a field of its own, but not in Portuguese and Spanish
    end = one.end + inside.index(")")
    return [
        *segments[:at],
        Segment("issue", one.start, end),
        *(rest for rest in segments[at + 1 :] if rest.start >= end),
    ]


def _is_iberian(text: str) -> bool:
    """Whether a supplement is written as in Portuguese and Spanish."""
    return word(text).startswith("supl")


@rule(has=("pages", "issue"), lacks=("volume",))
def volume_before_issue(found: Tokens, segments: Segments) -> Segments:
    """What is marked as pages right before an issue in brackets is the volume where none is marked: `2006;7(1).`"""
    labels = [one.label for one in segments]
    if labels.count("pages") != 1:
        return segments
    pages, issue = segments[labels.index("pages")], segments[labels.index("issue")]
    if found.texts[pages.end : issue.start] != ["("] or not found.texts[pages.start].isdigit():
        return segments
    return [Segment("volume", one.start, one.end) if one is pages else one for one in segments]


@rule(has=("year", "issue"), lacks=("volume",), words=("(",))
def volume_before_bracket(found: Tokens, segments: Segments) -> Segments:
    """The unmarked number between the semicolon behind a date and an issue in brackets is the volume: `Jan 3;11(4)`."""
    texts = found.texts
    bracket = next(one.start for one in segments if one.label == "issue") - 1
    if bracket < 2 or texts[bracket] != "(" or texts[bracket - 2] != ";" or not texts[bracket - 1].isdigit():
        return segments
    if any(one.start < bracket <= one.end for one in segments):
        return segments
    return [*segments, Segment("volume", bracket - 1, bracket)]


@rule(some=("volume", "issue"), lacks=("pages",), words=_ARTICLE)
def article_number(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `Article`, where a volume or issue is and no page, is in the place of the pages."""
    first = max(one.end for one in segments if one.label in ("volume", "issue"))
    last = min((one.start for one in segments if one.start >= first), default=len(found.texts))
    called = next((at for at in range(first, last) if word(found.texts[at]) in _ARTICLE), None)
    place = _called(found, called + 1, last) if called is not None else None
    return [*segments, Segment("pages", *place)] if place else segments


def _called(found: Tokens, start: int, last: int) -> tuple[int, int] | None:
    """Where a number stands, perhaps behind `no.`; None where none does."""
    texts = found.texts
    while start < last and (word(texts[start]) in (*NUMBERED, "id") or texts[start] in ".:#°º"):
        start += 1
    end = start
    while end < last and (texts[end].isalnum() or texts[end] in "-–") and not (end > start and found.spaced[end]):
        end += 1
    return (start, end) if _has_digits(texts[start:end]) else None


def _has_digits(texts: Sequence[str]) -> bool:
    return any(text.isdigit() for text in texts)


@rule(some=("volume", "issue"), words=_CHAPTER)
def without_chapters(found: Tokens, segments: Segments) -> Segments:
    """The number of a chapter (`ch. 3`) is neither that of a volume nor of an issue."""
    return [one for one in segments if one.label not in ("volume", "issue") or not _is_of_chapter(found, one)]


def _is_of_chapter(found: Tokens, one: Segment) -> bool:
    before = [text for text in found.texts[max(0, one.start - 2) : one.start] if text != "."]
    return bool(before) and word(before[-1]) in _CHAPTER


@rule(has=("issue",), words=("issue",))
def named_issue(found: Tokens, segments: Segments) -> Segments:
    """An issue that has a name has the word behind it: `42(Database issue)`."""
    return [
        Segment("issue", one.start, one.end + 1)
        if one.label == "issue"
        and found.texts[one.end : one.end + 2] == ["issue", ")"]
        and found.texts[one.start].isalpha()
        and all(other.start != one.end for other in segments)
        else one
        for one in segments
    ]


@rule(has=("journal",), lacks=("volume", "issue"))
def issue_behind_journal(found: Tokens, segments: Segments) -> Segments:
    """The number that stands unmarked behind a journal in no volume, as `n. 28`, `Issue 3` or in brackets, is the
    issue."""
    labels = [one.label for one in segments]
    if labels.count("journal") != 1:
        return segments
    at = labels.index("journal")
    texts, end = found.texts, segments[at].end
    behind = [one for one in segments[at + 1 :] if one.label != "year"]
    last = behind[0].start if behind else len(texts)
    for place in range(end + 1, last):
        bracketed = place == end + 1 and texts[end] == "(" and texts[place + 1 : place + 3] == [")", ":"]
        named = texts[place - 2 : place] == ["n", "."] or word(texts[place - 1]) in _NAMED
        if texts[place].isdigit() and (bracketed or named):
            return [*segments[: at + 1], Segment("issue", place, place + 1), *segments[at + 1 :]]
    return segments
