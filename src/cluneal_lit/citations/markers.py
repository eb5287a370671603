"""Numbered markers in a running text: `[3–5]`, `(8,9,10)`, superscripts.

Square brackets around numbers are markers nearly always. Round ones are also counts, ages and enumerations, so they
are believed only where they stand like markers, and where the document has several or a list that answers them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations import cued, lone, raised, square
from cluneal_lit.citations.cued import numbers
from cluneal_lit.citations.known import Naming
from cluneal_lit.citations.square import INTERVALS, LABELS, word_before
from cluneal_lit.model import Span

_HIGHEST_ROUND = 400
_MISSING = 2
_SURE = 3
_LONGEST = 200
_ROUND = re.compile(rf"\({cued.NUMBERS}{cued.LOCATOR}\)")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,3}(?:[,،˒⁻–-][⁰¹²³⁴-⁹]{1,3}){0,20}")
_MARKUP = re.compile(r"<[^<>]*>|\]\([^()]*\)|[\^\[\]()]")
_INSIDE = re.compile(r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30}")
# Parts of a page that an author's name, a table or a figure leads to.
_ELSEWHERE = re.compile(r"#(?:aff|ins|author|corr|equ?\d|fig|tab|tbl|sec)", re.IGNORECASE)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻،˒", "0123456789-,,")
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
_MEASURES = frozenset(
    "grade grades age ages stage stages type types class level version part parts phase day days week weeks month"
    " months year years group groups case cases patient patients m task visit site model experiment or total sum"
    " about around approximately only".split()
)
_NOT_BEFORE = LABELS | INTERVALS | _COUNTS | _MEASURES
_PROSE_BEFORE = re.compile(r"[^\W\d_]{2,}[^\n]*?\s[^\W\d_]{2,}[^\n]*?\s[^\W\d_]{2,}[^\n]*$")


class Marker(Struct, frozen=True):
    """A marker in a text and the numbers, or authors and years, of the list entries that it stands for."""

    start: int
    end: int
    numbers: tuple[int, ...]
    confidence: float
    namings: tuple[Naming, ...] = ()


def markers(text: str, spans: Sequence[Span], listed: Collection[int]) -> Iterator[Marker]:
    """The markers of a text (reference strings and code blanked out); `listed` are the numbers of its lists."""
    bracketed = [*_square(text, spans, listed), *_round(text, listed), *_named(text, listed)]
    yield from bracketed
    answered = sum(marker.confidence > 0.9 for marker in bracketed)
    if answered >= _SURE and 2 * answered > sum(span.kind == "superscript" for span in spans):
        return  # what such a document raises are powers, and what leads from authors to their institutes
    taken = sorted(marker.start for marker in bracketed)
    for match in _SUPERSCRIPT.finditer(text) if any(sign in text for sign in _RAISED) else ():
        found = numbers(match[0].translate(_DIGITS), _HIGHEST_ROUND)
        if found and raised.credible(text, match.start(), match.end(), set(found) <= set(listed)):
            yield Marker(match.start(), match.end(), found, 0.85)
    elsewhere = [span.start for span in spans if span.kind == "link" and _ELSEWHERE.search(span.target)]
    for span in spans:
        if span.kind != "superscript" or span.end - span.start > _LONGEST:
            continue
        inside = _MARKUP.sub("", text[span.start : span.end]).strip()
        found = numbers(inside, _HIGHEST_ROUND) if _INSIDE.fullmatch(inside) else ()
        if any(bisect_left(starts, span.start) < bisect_left(starts, span.end) for starts in (taken, elsewhere)):
            continue  # raised brackets, found as brackets; a number that leads elsewhere than to a reference
        if found and raised.credible(text, span.start, span.end, set(found) <= set(listed)):
            yield Marker(span.start, span.end, found, 0.9)


def _square(text: str, spans: Sequence[Span], listed: Collection[int]) -> Iterator[Marker]:
    for start, end, values in square.brackets(text, spans, listed):
        yield Marker(start, end, values, 0.95 if set(values) <= set(listed) else 0.85)


def _round(text: str, listed: Collection[int]) -> Iterator[Marker]:
    """Markers in round brackets. Where no list answers: only behind a sentence or at its end, and several of them;
    or where the list lacks one or two of the numbers, and answers other markers; or a bracket that needs no company."""
    found = []
    for match in _ROUND.finditer(text):
        values = numbers(match["numbers"], _HIGHEST_ROUND)
        stands = _stands(text, match, set(values) <= set(listed)) if values else ""
        if stands or (values and _lone(text, match, values)):
            found.append((match, values, stands))
    closing = [match.start() for match, _, stands in found if stands == "behind a sentence"]
    ending = [match.start() for match, _, stands in found if stands in ("behind a sentence", "at its end")]
    believed = any(set(values) <= set(listed) for _, values, _ in found)
    for match, values, stands in found:
        missing = len(set(values) - set(listed))
        answered = missing == 0 and stands != ""
        partly = stands != "" and believed and missing < len(values) and missing <= _MISSING
        alone = stands == "behind a sentence" and len(closing) > 1
        ends = stands == "at its end" and (len(ending) > 3 or len(closing) > 1)
        if answered or alone or partly or ends or _lone(text, match, values):
            yield Marker(match.start(), match.end(), values, 0.9 if answered else 0.7 if alone or partly else 0.5)


def _named(text: str, listed: Collection[int]) -> Iterator[Marker]:
    """Numbers that are called references, where a list answers them."""
    for start, end, written in cued.named(text):
        values = numbers(written, square.HIGHEST)
        if values and set(values) <= set(listed):
            yield Marker(start, end, values, 0.9)


def _lone(text: str, match: re.Match[str], values: tuple[int, ...]) -> bool:
    stopped = word_before(text, match.start()) in _NOT_BEFORE
    return not stopped and lone.credible(text, match.start(), match.end(), values)


def _stands(text: str, match: re.Match[str], answered: bool) -> str:
    """How a number in round brackets stands to the sentence; empty where it is no marker."""
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 3]
    line = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - 200) : match.start()]
    glued = before[-1:].isalnum()
    if not line.strip() or before[-1:].isdigit() or after[:1].isalnum() or after[:1] in ("(", "%", "-"):
        return ""
    if glued and len(before) > 1 and not before[-2].isalpha():
        return ""
    shown = before.rstrip()
    if shown[-1:] in '.!?”"’)' and _PROSE_BEFORE.search(line) and _sentence_follows(after):
        return "behind a sentence"
    stops = _NOT_BEFORE - _MEASURES if answered else _NOT_BEFORE
    if word_before(text, match.start()) in stops or not (shown[-1:].isalpha() or shown[-1:] in '”"’)'):
        return ""
    if not _PROSE_BEFORE.search(line):
        return ""
    if after[:1] in (".", ";") or (after[:1] == "," and "," in match["numbers"]):
        return "at its end"
    return "in a sentence"


def _sentence_follows(after: str) -> bool:
    return (
        not after.strip()
        or after[0] == "\n"
        or (after[0] in " \u00a0" and (after[1:2].isupper() or after[1:2] in '“"‘(['))
    )
