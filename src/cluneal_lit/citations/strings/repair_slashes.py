"""Issues and years that a slash, or a dot or comma without a blank, parts from their volume: `100/3`, `88.10`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

NUMBER = re.compile(r"\d{1,5}")
_YEAR = re.compile(locators.YEAR)
_ROMAN = re.compile(r"[IVXLC]{1,7}|[ivxlc]{1,7}")
_DASHES = frozenset("-–−")
_LONGEST = 3  # digits of a volume before a dot or comma: `arXiv 1412.6980` has none


@rule(has=("journal", "volume"), lacks=("issue",), words=("/", ".", ","))
def issue_behind_slash(found: Tokens, segments: Segments) -> Segments:
    """Behind the slash of a volume, or a dot or comma glued to both, stands its issue: `100/3: 294`, `XXV/9`,
    `88.10 (2002)`; two that a slash parts and that follow each other are a double volume: `12/13`."""
    own, texts = next(one for one in segments if one.label == "volume"), found.texts
    start, mark = own.start, "".join(texts[own.start + 1 : own.start + 2])
    end = end_of_number(texts, start + 2) if mark and mark in "/.," else 0
    if mark in (".", ",") and not any(one.label == "pages" and one.start >= end for one in segments):
        return segments  # the pages: `Nature, 425,374`
    apart = any(found.spaced[start + 1 : start + 3])
    called = word("".join(text for text in texts[start - 2 : start] if text != ".")) in labels.VOLUME
    if not end or (apart and not (mark == "/" and (called or own.end > start + 1))):
        return segments
    volume, issue = texts[start], texts[start + 2]
    if not _is_volume(volume, mark):
        return segments
    if mark == "/" and _is_double(volume, issue):
        return segments
    taken = [one for one in segments if own.end <= one.start < end]
    if any(one.label not in ("volume", "issue", "pages", "year") for one in taken):
        return segments  # a title: `1,25(OH)2-vitamin D3 receptors`
    rest = [one for one in segments if one is not own and one not in taken]
    return [*rest, Segment("volume", start, start + 1), Segment("issue", start + 2, end)]


@rule(has=("journal", "volume"), lacks=("year",), words=("/",))
def year_behind_slash(found: Tokens, segments: Segments) -> Segments:
    """The year behind the slash of a volume is the work's where none is marked: `vol. 108 / 1973, number 2`."""
    own, texts = next(one for one in segments if one.label == "volume"), found.texts
    said = texts[own.start : own.start + 3]
    if len(said) < 3 or said[1] != "/" or not NUMBER.fullmatch(said[0]) or not _YEAR.fullmatch(said[2]):
        return segments
    rest = [one for one in segments if one is not own]
    if any(one.start < own.start + 3 and one.end > own.start for one in rest):
        return segments
    return [*rest, Segment("volume", own.start, own.start + 1), Segment("year", own.start + 2, own.start + 3)]


def end_of_number(texts: Sequence[str], start: int) -> int:
    """Where an issue ends, of one number or of two with a dash; 0 where none begins, as with a year."""
    if start >= len(texts) or not NUMBER.fullmatch(texts[start]) or _YEAR.fullmatch(texts[start]):
        return 0
    double = texts[start + 1 : start + 2] and texts[start + 1] in _DASHES and texts[start + 2 : start + 3]
    return start + 3 if double and texts[start + 2].isdigit() else start + 1


@rule(has=("journal", "pages"), lacks=("issue",), words=("/", "."))
def volume_before_issue(found: Tokens, segments: Segments) -> Segments:
    """What stands between a journal and its pages as `395/10240`, or as `123.10` of which one number is marked, is the
    volume and the issue."""
    journal, pages = (next(one for one in segments if one.label == label) for label in ("journal", "pages"))
    texts = found.texts
    for at in range(journal.start + 2, pages.start - 1):
        end = end_of_number(texts, at + 1) if texts[at] in "/." and not any(found.spaced[at : at + 2]) else 0
        if (
            not end
            or not found.spaced[at - 1]
            or not _is_volume(texts[at - 1], texts[at])
            or _is_double(texts[at - 1], texts[at + 1])
            or (texts[at] == "." and at < journal.end)
        ):
            continue
        if at - 1 > journal.end and any(text not in ",.;" for text in texts[journal.end : at - 1]):
            return segments
        last = at - 1 - (texts[at - 2] == ",") if at < journal.end else journal.end
        taken = [one for one in segments if one is journal or at - 1 <= one.start < end]
        told = [Segment("journal", journal.start, last), Segment("volume", at - 1, at), Segment("issue", at + 1, end)]
        others = any(one.label not in ("journal", "volume") for one in taken)
        return segments if others else [*(one for one in segments if one not in taken), *told]
    return segments


def _is_volume(text: str, mark: str) -> bool:
    """Whether a number, Roman only before a slash, may be a volume: `v.39` is none."""
    numbered = (NUMBER.fullmatch(text) and (mark == "/" or len(text) <= _LONGEST)) or (
        mark == "/" and _ROMAN.fullmatch(text)
    )
    return bool(numbered) and not _YEAR.fullmatch(text)


def _is_double(first: str, second: str) -> bool:
    """Whether two numbers are those of one double volume."""
    return first.isdigit() and int(second) == int(first) + 1
