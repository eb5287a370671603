"""Marks of national styles around a title: `[J]` (China's GB/T 7714), `//` (Russia's GOST 7.1), `：` (Japan)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import names
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import HAN, UPPER
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_editions import EDITION
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.late import late
from cluneal_lit.others import AND

_ARTICLE = frozenset("JN")
_KINDS = _ARTICLE | frozenset(("C", "A", "M", "D", "R", "S", "P", "Z", "EB", "DB", "CP"))  # GB/T 7714, annex B
_LONGEST_KIND = 5  # tokens of `[EB/OL]`
_LONGEST_NAME = 7  # characters of a name in Chinese or Japanese
_EASTERN = late(f"{HAN}+")
_FAMILY = rf"(?:(?:{'|'.join(names.PARTICLES)}) ){{0,3}}[{UPPER}][^\W\d_]+(?: - [{UPPER}][^\W\d_]+)?"
_TURNED = rf"(?:[{UPPER}] \. (?:- )?){{1,4}}{_FAMILY}"
_IN_FULL = rf"{_FAMILY} , [{UPPER}][^\W\d_]+(?: [{UPPER}] \.)?"
_BEHIND = rf"{_FAMILY} [{UPPER}]{{1,3}}(?: \.)?"
# Tokens with blanks between: `J . Orlov , A . Strong`, `Orlov , Jan u . Strong , Anna`; one may be `C . Difficile`.
_PEOPLE = late(
    rf"{_TURNED}(?: (?:[,;/]|{AND})(?: {AND})? {_TURNED})+|{_IN_FULL}(?: (?:[;/]|und|u(?: \.)?) {_IN_FULL})+"
    rf"|{_BEHIND}(?: , {_BEHIND})* u \. {_BEHIND}"
)
_LETTER = re.compile(r"[^\W\d_]")
_YEAR, _LABEL = late(locators.YEAR), re.compile("[a-h]")  # with the letter of one of several
_BEHIND_KIND = frozenset(".．。/")
_STOPS, _COMMAS, _COLONS = frozenset(".．。"), frozenset(",，、"), frozenset(":：")


@rule(words=("[", "［"))
def title_before_its_kind(found: Tokens, segments: Segments) -> Segments:
    """Before `[J]` stands the title, before that the authors, with their year or without, behind it the journal, or
    place and publisher."""
    opening = _kind(found.texts)
    if not opening or any(one.label == "title" and one.end == opening for one in segments):
        return segments
    start = max((at + 1 for at in range(opening) if found.texts[at] in _STOPS), default=0)
    if start == opening:
        return segments
    behind = _closing(found.texts, opening) + 1
    while behind < len(found.texts) and found.texts[behind] in _BEHIND_KIND:
        behind += 1
    end = next((at for at in range(behind, len(found.texts)) if found.texts[at] in _STOPS | _COMMAS), behind)
    kept = [one for one in segments if one.start >= end]
    return [
        *_head(found.texts, start),
        Segment("title", start, opening),
        *_container(found.texts, opening, behind, end),
        *kept,
    ]


def _kind(texts: Sequence[str]) -> int:
    """Where the bracket of the first mark of a kind opens; 0 without one."""
    for at in range(1, len(texts) - 3):
        if texts[at] in "[［" and texts[at + 1] in _KINDS and (closing := _closing(texts, at)):
            behind = texts[closing + 1 :]
            return at if behind and behind[0] in _BEHIND_KIND else 0
    return 0


def _closing(texts: Sequence[str], opening: int) -> int:
    """Where the bracket of a mark closes; 0 for nowhere near."""
    return next((at for at in range(opening + 2, min(opening + _LONGEST_KIND, len(texts))) if texts[at] in "]］"), 0)


def _head(texts: Sequence[str], title: int) -> Segments:
    """The authors before a title, and their year where it stands behind them: `王丽, 刘洋. 2016. `"""
    named = [
        at
        for at in range(title)
        if _LETTER.search(texts[at]) and not (at and _LABEL.fullmatch(texts[at]) and _YEAR.fullmatch(texts[at - 1]))
    ]
    behind = named[-1] + 1 if named else 0
    year = next((at for at in range(behind, title) if _YEAR.fullmatch(texts[at])), None)
    authors = [Segment("author", 0, title - 1 if year is None else behind)] if title > 1 and behind else []
    return [*authors, *([] if year is None else [Segment("year", year, year + 1)])]


def _container(texts: Sequence[str], opening: int, start: int, end: int) -> Segments:
    if end <= start or texts[start] in "([<":  # `[EB/OL]. (2018-03-02)[2020-05-01]. <url>`
        return []
    if not EDITION.isdisjoint(map(word, texts[start:end])):
        return []
    if texts[opening + 1] in _ARTICLE:
        return [Segment("journal", start, end)]
    if texts[start - 1] == "/":
        return [Segment("booktitle", start, end)]
    colon = next((at for at in range(start + 1, end - 1) if texts[at] in _COLONS), None)
    if colon is None:
        return [Segment("publisher", start, end)]
    return [Segment("location", start, colon), Segment("publisher", colon + 1, end)]


@rule(has=("author",), words=("/",))
def title_within_authors(found: Tokens, segments: Segments) -> Segments:
    """What is marked with the authors behind their last initials is the title before a slash, and behind `//` the
    journal: `Орлов И.И. Колени гребцов / И.И. Орлов // Гребля`."""
    own, texts = segments[0] if segments else Segment("", 0, 0), found.texts
    slash = next((at for at in range(own.start + 4, own.end - 1) if texts[at] == "/" and found.spaced[at]), 0)
    if own.label != "author" or not slash:
        return segments
    stops = [at for at in range(own.start + 2, slash - 1) if texts[at] == "." and is_initials(texts[at - 1])]
    if not stops or not found.spaced[stops[-1] + 1]:
        return segments
    parted = [Segment("author", own.start, stops[-1]), Segment("title", stops[-1] + 1, slash)]
    twice = [at for at in range(slash, own.end - 2) if texts[at] == texts[at + 1] == "/"]
    return [*parted, *(Segment("journal", at + 2, own.end) for at in twice[-1:]), *segments[1:]]


@rule(has=("title",), words=("/",))
def title_before_slashes(found: Tokens, segments: Segments) -> Segments:
    """A title ends before ` // `, or before the ` / ` that names its makers; behind `//` stands the journal or book."""
    texts = found.texts
    title = next((one for one in segments if one.label == "title"), None)
    if title is None or "/" not in texts:
        return segments
    slashes = _slashes(found, title.start + 1)
    if not slashes:
        return segments
    start = slashes + 2
    end = next(place for place in range(title.start + 1, slashes + 1) if texts[place] == "/" and found.spaced[place])
    last = min((one.start for one in segments if one.start > start), default=start)
    last = title.end if title.end > start else last
    first = min((one.start for one in segments if one.start >= last), default=last)
    while last > start and not texts[last - 1][-1].isalnum():
        last -= 1
    kept = [_from(one, start, first) for one in segments if one.end <= title.start or one.start >= last]
    kept = _makers(found, kept, end + 1, slashes)
    named = {one.label for one in kept}
    parted = [Segment("title", title.start, end)]
    if last > start and not {"journal", "booktitle"} & named:
        parted.append(Segment("booktitle" if "publisher" in named else "journal", start, last))
    return [*kept, *parted]


def _makers(found: Tokens, segments: Segments, start: int, end: int) -> Segments:
    """The segments with all people between ` / ` and ` // ` as the authors, of whom GOST 7.1 puts only the first first:
    `Орлов, И. И. Колени / И. И. Орлов, П. С. Гребцов // Гребля`."""
    named = found.texts[start:end]
    if "," not in named or not is_initials(named[0]) or named[1:2] != ["."]:
        return segments
    last = next((at for at in range(start, end) if found.texts[at] in "[;("), end)
    return [Segment("author", start, last), *(one for one in segments if one.label != "author")]


def _from(one: Segment, start: int, first: int) -> Segment:
    """The first segment behind the slashes, from them on if it is where the work stands."""
    placed = one.start == first and one.label in ("journal", "booktitle")
    return Segment(one.label, start, one.end) if placed else one


def _slashes(found: Tokens, start: int) -> int:
    """Where ` // ` stands between words; 0 for nowhere."""
    texts = found.texts
    for at in range(start, len(texts) - 2):
        if texts[at] == texts[at + 1] == "/" and found.spaced[at] and found.spaced[at + 2]:
            return 0 if texts[at - 1] == ":" else at
    return 0


@rule(some=("author", "title"), words=(":",))
def people_before_colon(found: Tokens, segments: Segments) -> Segments:
    """The eastern names before a colon are authors, behind it begins the title: `山田太郎，鈴木一郎：診断と治療`; so
    are those of Germans behind their initials, or several before their given names in full."""
    colon = next((at for at, text in enumerate(found.texts) if text in _COLONS), None)
    if colon is None:
        return segments
    whole = next(
        (one for one in segments if one.label in ("author", "title") and one.start < colon < one.end - 1), None
    )
    if whole is None or not _are_people(found.texts[:colon]):
        return segments
    parted = [Segment("author", 0, colon), Segment("title", colon + 1, whole.end)]
    return [*parted, *(one for one in segments if one.start >= whole.end)]


def _are_people(texts: Sequence[str]) -> bool:
    if _EASTERN.fullmatch(texts[0]):
        return all(text in _COMMAS or _is_name(text) for text in texts)
    return bool(_PEOPLE.fullmatch(" ".join(texts)))


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and bool(_EASTERN.fullmatch(text))
