"""Reports and guidelines: the series that they stand in, and the codes that their houses give."""

from __future__ import annotations

import itertools

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

# Ends the name of a series of reports before a number. `Series` alone may number volumes of books.
_SERIES = frozenset("brief briefs paper papers publication rep report reports".split())
_NUMBER = frozenset(("no", "nr", "n", "number", "num"))
_GUIDELINES = frozenset(("guideline", "guidelines", "guidance"))
_LONGEST_CODE = 4  # letters of `NG59`, `MTG12`
_FEWEST_SLASHES = 2
_LONGEST_LABEL = 8  # tokens of `AWMF-Register-Nr.`


@rule(lacks=("number", "pages"), words=_SERIES)
def number_of_a_report(found: Tokens, segments: Segments) -> Segments:
    """What stands behind the name of a series of reports and `No.` is the number, where nothing is on pages:
    `Patella Data Brief, No. 28`, `(Tech. Rep. No. 45)`."""
    texts = found.texts
    at = next((at for at in range(2, len(texts) - 1) if word(texts[at]) in _NUMBER and _is_series(found, at)), None)
    if at is None:
        return segments
    start = at + 1 + (texts[at + 1] == ".")
    if not texts[start : start + 1] or not texts[start].isdigit():
        return segments
    return _numbered(found, segments, start, start + 1)


def _is_series(found: Tokens, at: int) -> bool:
    before = at - 1
    while before > 0 and found.texts[before] in ".,":
        before -= 1
    before -= word(found.texts[before]) == "series"  # `Technical Report Series, No. 8`
    return word(found.texts[before]) in _SERIES


@rule(lacks=("number", "pages"), words=("/",))
def code_of_a_report(found: Tokens, segments: Segments) -> Segments:
    """The code by which a house knows a report (`OWC/600/R-15/350`) is its number, where it stands apart."""
    texts = found.texts
    for at, text in enumerate(texts):
        if len(text) > 1 and text.isupper() and texts[at + 1 : at + 2] == ["/"] and (not at or found.spaced[at]):
            end = _end_of_code(found, at)
            code = texts[at:end]
            if code.count("/") >= _FEWEST_SLASHES and code[-1].isdigit():
                return _numbered(found, segments, at, end)
    return segments


def _end_of_code(found: Tokens, start: int) -> int:
    """Where a run without blanks ends, and without the marks at its end."""
    end = next((at for at in range(start + 1, len(found.texts)) if found.spaced[at]), len(found.texts))
    while end > start and not found.texts[end - 1].isalnum():
        end -= 1
    return end


@rule(words=_GUIDELINES)
def code_of_a_guideline(found: Tokens, segments: Segments) -> Segments:
    """The code behind `guideline` (`NICE guideline NG59`, `[CG88]`) is its number, and that no journal."""
    texts = found.texts
    for at in range(1, len(texts) - 2):
        if word(texts[at]) not in _GUIDELINES:
            continue
        start = at + 1 + (texts[at + 1] in "[(")
        code = texts[start : start + 2]
        if len(code) == 2 and code[0].isupper() and len(code[0]) <= _LONGEST_CODE and code[1].isdigit():
            named = [one for one in segments if one.label != "journal" or one.end <= at or one.start > start]
            return segments if found.spaced[start + 1] else _numbered(found, named, start, start + 2)
    return segments


@rule(has=("journal",), some=LOCATING, lacks=("number",), words=_GUIDELINES)
def number_of_a_guideline(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `clinical guideline` as if that were a journal is the number of the guideline:
    `Patella clinical guideline 88. 2009.`"""
    pairs = enumerate(itertools.pairwise(segments))
    at = next((at for at, (name, number) in pairs if _are_guideline(found, name, number)), None)
    if at is None or sum(one.label in LOCATING for one in segments) > 1:
        return segments
    number = segments[at + 1]
    return [*segments[:at], Segment("number", number.start, number.end), *segments[at + 2 :]]


def _are_guideline(found: Tokens, name: Segment, number: Segment) -> bool:
    series = name.label == "journal" and number.label in LOCATING and word(found.texts[name.end - 1]) in _GUIDELINES
    return series and number.start - name.end <= 2  # `guideline 88`, `guideline No. 88`


@rule(has=("title",), lacks=("number", "journal", "booktitle", "pages"), words=("awmf",))
def number_of_the_awmf(found: Tokens, segments: Segments) -> Segments:
    """The number under which Germany's AWMF keeps a guideline: `AWMF-Registernummer 030/999`, `AWMF-Nr. 030-999`."""
    texts = found.texts
    at = next((at for at in range(1, len(texts) - 3) if word(texts[at]) == "awmf" and texts[at - 1] == "."), 0)
    start = next((place for place in range(at + 1, min(at + _LONGEST_LABEL, len(texts))) if texts[place].isdigit()), 0)
    if not at or not start:
        return segments
    end = start + 1
    while end + 1 < len(texts) and texts[end] in "/-–" and texts[end + 1].isdigit() and not found.spaced[end + 1]:
        end += 2
    titled = [Segment("title", one.start, min(one.end, at - 1)) if one.label == "title" else one for one in segments]
    return (
        _numbered(found, titled, start, end)
        if any(one.label == "title" and one.start < at for one in titled)
        else segments
    )


def _numbered(found: Tokens, segments: Segments, start: int, end: int) -> Segments:
    """The segments with this number, which is none of a journal's; a title ends before the sentence that it ends."""
    apart = [
        _before_sentence(found, one, start) if one.label == "title" and one.start < start < one.end <= end else one
        for one in segments
        if one.end <= start or one.start >= end or one.label not in LOCATING
    ]
    inside = any(one.start < end and start < one.end for one in apart)
    return segments if inside else [*apart, Segment("number", start, end)]


def _before_sentence(found: Tokens, title: Segment, at: int) -> Segment:
    stops = [place for place in range(title.start + 1, at) if found.texts[place] == "." and found.spaced[place + 1]]
    return Segment("title", title.start, stops[-1]) if stops else title
