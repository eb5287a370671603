"""Numbers that place a work nowhere: of patents, reports, packages, publishers and corrections."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_PATENT = frozenset(("patent", "patente", "brevet", "patentschrift"))
_BETWEEN = frozenset(("no", "nr", "number", "us", "ep", "wo", "de", "jp", "application"))
_OFFICES = frozenset(("us", "ep", "wo", "de", "jp"))
_NUMBERED = frozenset(("Report", "Publication", "Pub"))
_REPORTED = frozenset((*LOCATING, "publisher", "journal", "editor"))
_SERIES = frozenset("technical tech research working discussion".split())
_STOPS = frozenset(".?!")
_PII = frozenset(("pii", "PII"))
_CORRECTED = frozenset(
    "correction corrections erratum errata corrigendum corrected retraction retracted withdrawal withdrawn".split()
)
_CUES = frozenset(("in", "of", "to", "see", "for"))
_VOLUMES = frozenset(("vol", "volume"))
_FEWEST = 3  # numbers: a volume, pages and a year
_DATED = frozenset((*LOCATING, "year"))
_YEAR = re.compile(locators.YEAR)
_PLACED = frozenset((*LOCATING, "journal", "booktitle"))


@rule(words=map(str.lower, _NUMBERED))
def report_number(found: Tokens, segments: Segments) -> Segments:
    """The number of a report (`Report No.: NHS-12`, `AHRQ Publication No. 16-EHC004`) places it nowhere."""
    texts = found.texts
    at = next((at for at in range(3, len(texts) - 1) if texts[at] == "No" and texts[at - 1] in _NUMBERED), None)
    if at is None:
        return segments
    start = at + 1
    while start < len(texts) - 1 and texts[start] in ".:":
        start += 1
    end = _blank(found, start + 1)
    while end > start and not texts[end - 1][0].isalnum():
        end -= 1
    kept = [
        one for one in _without(segments, _REPORTED, start, end) if one.label != "title" or not start <= one.start < end
    ]
    free = end > start and not any(one.start < end and start < one.end for one in kept)
    return [*kept, Segment("number", start, end)] if free and any(map(str.isdigit, texts[start:end])) else kept


@rule(has=("journal",), lacks=("pages",), words=_SERIES)
def number_of_a_series(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `Technical Report` as if that were a journal is the number of the report."""
    at = next((at for at, one in enumerate(segments) if one.label == "journal" and _is_report(found, one)), None)
    if at is None or any(one.label == "pages" for one in segments):
        return segments
    if [one.label for one in segments[at + 1 : at + 2]] not in (["volume"], ["issue"]):
        return segments
    own = segments[at + 1]
    return [*segments[:at], Segment("number", own.start, own.end), *segments[at + 2 :]]


def _is_report(found: Tokens, one: Segment) -> bool:
    named = [word(text) for text in found.texts[one.start : one.end] if text.isalpha()]
    return len(named) == 2 and named[0] in _SERIES and named[1] in ("report", "paper", "rep")


@rule(words=_PATENT)
def without_patent_number(found: Tokens, segments: Segments) -> Segments:
    """The number of a patent (`US Patent No. 9,123,456`), and what names its office, stand in no journal or title."""
    start, first, end = _patent(found)
    if not end:
        return segments
    kept = _without(segments, _PLACED, start, end)
    apart = [
        _before(found, one, start) if one.label == "title" and one.start < start < one.end else one for one in kept
    ]
    free = not any(one.start < end and first < one.end for one in apart)
    return [*apart, Segment("number", first, end)] if free else apart


@rule(words=("pii",))
def without_piis(found: Tokens, segments: Segments) -> Segments:
    """The number by which a publisher knows an article (`pii: S0161-5890(14)00313-7`) is no volume, issue or pages."""
    texts = found.texts
    start = next((at for at, text in enumerate(texts) if text in _PII), None) if not _PII.isdisjoint(texts) else None
    if start is None or "S" not in texts[start + 1 : start + 3]:
        return segments
    return _without(segments, LOCATING, start, _blank(found, start + 3))


@rule(words=("package",))
def without_version(found: Tokens, segments: Segments) -> Segments:
    """The version of a package (`R package version 1.1-7`) places it in no journal."""
    texts = found.texts
    at = next((at for at in range(1, len(texts) - 1) if texts[at] == "version" and texts[at - 1] == "package"), None)
    if at is None:
        return segments
    return _without(segments, _REPORTED, at - 1, _blank(found, at + 2))


@rule(words=_CORRECTED | _VOLUMES)
def without_corrections(found: Tokens, segments: Segments) -> Segments:
    """Where a correction stands (`[published correction appears in JAMA. 2020;323(4):391]`), or what is corrected
    (`(Retraction of vol 3, pg 100, 2018)`), the work does not."""
    opening, closing = _correction(found.texts)
    if not closing or not any(one.label in _DATED for one in segments if not opening < one.start < closing):
        return segments
    kept = [one for one in segments if one.start < opening or one.start > closing]
    return [Segment(one.label, one.start, min(one.end, opening)) if one.start < opening else one for one in kept]


def _blank(found: Tokens, start: int) -> int:
    """Where the next token stands that has a blank before it, from there on; the end of the string where none has."""
    return next((at for at in range(start, len(found.texts)) if found.spaced[at]), max(start, len(found.texts)))


def _without(segments: Segments, labels: Collection[str], start: int, end: int) -> Segments:
    """The segments but for those with these labels that reach into a stretch."""
    return [one for one in segments if one.label not in labels or one.end <= start or one.start >= end]


def _correction(texts: Sequence[str]) -> tuple[int, int]:
    """Where the brackets around the place of a correction stand; 0 and 0 without."""
    for at in range(1, len(texts)):
        closing = _closing(texts, at) if texts[at] in "[(" else 0
        if closing and _is_correction([*map(str.lower, texts[at + 1 : closing])]):
            return at, closing
        if closing == 0 and texts[at - 1] == "." and _is_told(texts, at):
            return at, len(texts)
    return 0, 0


def _is_told(texts: Sequence[str], at: int) -> bool:
    """Whether a sentence that begins there says where the correction stands: `Erratum in: Knee 2004;27:1`."""
    return (
        texts[at].lower() in _CORRECTED
        and not {":", "in"}.isdisjoint(texts[at + 1 : at + 3])
        and any(map(_YEAR.fullmatch, texts[at:]))
    )


def _is_correction(words: Sequence[str]) -> bool:
    """Whether brackets hold the place of a correction, or the volume, pages and year of what is corrected."""
    if words[:1] and words[0] in _VOLUMES:
        return sum(map(str.isdigit, words)) >= _FEWEST and any(map(_YEAR.fullmatch, words))
    placed = not _CUES.isdisjoint(words[:5]) or (":" in words[1:3] and any(map(_YEAR.fullmatch, words)))
    return not _CORRECTED.isdisjoint(words[:3]) and placed


def _closing(texts: Sequence[str], opening: int) -> int:
    """Where the bracket is closed that opens there; 0 for nowhere."""
    mark, depth = {"[": "]", "(": ")"}[texts[opening]], 0
    for at in range(opening, len(texts)):
        depth += (texts[at] == texts[opening]) - (texts[at] == mark)
        if not depth:
            return at
    return 0


def _before(found: Tokens, title: Segment, start: int) -> Segment:
    """A title without its last sentence, if that is where the patent stands."""
    stops = [at for at in range(title.start + 1, start) if found.texts[at] in _STOPS and found.spaced[at + 1]]
    return Segment("title", title.start, stops[-1]) if stops else title


def _goes_on(found: Tokens, at: int, first: int) -> bool:
    """Whether a token belongs to a number that begins at another: `9,123,456`, `2002/12`, `9 123 456`."""
    digits = found.texts[at].isdigit()
    apart = at > first and found.spaced[at] and found.texts[at - 1] in ",./"
    return not apart and (digits or (found.texts[at] in ",./" and not found.spaced[at]))


def _patent(found: Tokens) -> tuple[int, int, int]:
    """Where `patent` stands, and where the number behind it begins and ends, with its office (`US 9,123`); else 0s."""
    texts = found.texts
    for at in range(1, len(texts)):
        if word(texts[at]) in _PATENT:
            end = at + 1
            while end < len(texts) and (texts[end] in ".:#°º№" or word(texts[end]) in _BETWEEN):
                end += 1
            first = end
            while end < len(texts) and _goes_on(found, end, first):
                end += 1
            while end > first and not texts[end - 1].isdigit():
                end -= 1
            if end > first:
                return at, first - (word(texts[first - 1]) in _OFFICES), end
    return 0, 0, 0
