"""Numbered markers in a running text: `[3–5]`, `(8,9,10)`, superscripts.

Square brackets around numbers are markers nearly always. Round ones are also counts, ages and enumerations, so they
are believed only where they stand like markers, and where the document has several or a list that answers them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.model import Span

_HIGHEST = 999
_HIGHEST_ROUND = 400
_MISSING = 2
_NUMBERS = r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30}"
_SQUARE = re.compile(rf"\[{_NUMBERS}\]")
_ROUND = re.compile(rf"\({_NUMBERS}\)")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,3}(?:[,،˒⁻–-][⁰¹²³⁴-⁹]{1,3}){0,20}")
_INSIDE = re.compile(r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻،˒", "0123456789-,,")
_NOT_BEFORE = frozenset(
    "table tables tab figure figures fig figs grade grades aged age ages step steps stage stages type types class"
    " level version section sections sect chapter chapters appendix equation equations eq eqs eqn formula item"
    " items part parts phase day days week weeks month months year years group groups case cases patient patients"
    " number numbers no nos line lines row column rule rules article paragraph page pages p pp volume vol note"
    " notes question n m score room box task visit site model experiment exp panel slide schedule clause act ci"
    " iqr range interval or hr rr mean median sd total sum about around approximately only one two three four five"
    " six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    " thirty forty fifty sixty seventy eighty ninety hundred thousand call phone tel telephone fax".split()
)
_WORD = re.compile(r"([^\W\d_]+)[.:]?\s*$")
_PROSE_BEFORE = re.compile(r"[^\W\d_]{2,}[^\n]*?\s[^\W\d_]{2,}[^\n]*?\s[^\W\d_]{2,}[^\n]*$")


class Marker(Struct, frozen=True):
    """A marker in a text and the numbers of the list entries that it stands for."""

    start: int
    end: int
    numbers: tuple[int, ...]
    confidence: float


def markers(text: str, spans: Sequence[Span], listed: Collection[int]) -> Iterator[Marker]:
    """The markers of a text (reference strings and code blanked out); `listed` are the numbers of its lists."""
    for match in _SQUARE.finditer(text):
        if (found := numbers(match[0][1:-1], _HIGHEST)) and _square_credible(text, match):
            yield Marker(match.start(), match.end(), found, 0.95 if set(found) <= set(listed) else 0.85)
    yield from _round(text, listed)
    for match in _SUPERSCRIPT.finditer(text):
        found = numbers(match[0].translate(_DIGITS), _HIGHEST_ROUND)
        if found and _raised_credible(text, match.start(), set(found) <= set(listed)):
            yield Marker(match.start(), match.end(), found, 0.85)
    for span in spans:
        inside = re.sub(r"^(?:<sup>|\^)|(?:</sup>|\^)$", "", text[span.start : span.end]).strip(" []()")
        found = numbers(inside, _HIGHEST_ROUND) if span.kind == "superscript" and _INSIDE.fullmatch(inside) else ()
        if found and _raised_credible(text, span.start, set(found) <= set(listed)):
            yield Marker(span.start, span.end, found, 0.9)


def numbers(written: str, highest: int) -> tuple[int, ...]:
    """The numbers of `3–5, 8`, ranges written out; empty where it cannot be a list of reference numbers."""
    found: list[int] = []
    for part in re.split(r"[,;]", written):
        ends = [int(end) for end in re.split(r"[–—-]", part) if end.strip()]
        if len(ends) == 1:
            found += ends
        elif len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 100:
            found += range(ends[0], ends[1] + 1)
        else:
            return ()
    fine = all(1 <= number <= highest for number in found) and len(set(found)) == len(found)
    return tuple(found) if fine else ()


def _square_credible(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end() : match.end() + 2]
    if after[:1] in (":", "-", "_", "=") or after[:1].isalnum() or (after[:1] == "." and after[1:].isalnum()):
        return False
    if before in "\n_`\\$=/" or _word_before(text, match.start()) in _NOT_BEFORE:
        return False
    if before.isalnum():
        return match.start() > 1 and text[match.start() - 2].isalpha() and not (before.isdigit() and "," in match[0])
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return bool(line.strip(" \t\u00a0>#*|-"))


def _round(text: str, listed: Collection[int]) -> Iterator[Marker]:
    """Markers in round brackets. Where no list answers: only behind a sentence or at its end, and several of them;
    or where the list lacks one or two of the numbers, and answers other markers."""
    found = []
    for match in _ROUND.finditer(text):
        values = numbers(match[0][1:-1], _HIGHEST_ROUND)
        if values and (stands := _stands(text, match)):
            found.append((match, values, stands))
    closing = [match.start() for match, _, stands in found if stands == "behind a sentence"]
    ending = [match.start() for match, _, stands in found if stands in ("behind a sentence", "at its end")]
    believed = any(set(values) <= set(listed) for _, values, _ in found)
    for match, values, stands in found:
        missing = len(set(values) - set(listed))
        answered = missing == 0
        partly = believed and missing < len(values) and missing <= _MISSING
        alone = stands == "behind a sentence" and len(closing) > 1
        ends = stands == "at its end" and (len(ending) > 3 or len(closing) > 1 or len(values) > 1 < len(ending))
        if answered or alone or partly or ends:
            yield Marker(match.start(), match.end(), values, 0.9 if answered else 0.7 if alone or partly else 0.5)


def _stands(text: str, match: re.Match[str]) -> str:
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
    if _word_before(text, match.start()) in _NOT_BEFORE or not (shown[-1:].isalpha() or shown[-1:] in '”"’)'):
        return ""
    if not _PROSE_BEFORE.search(line):
        return ""
    if after[:1] in (".", ";") or (after[:1] == "," and "," in match[0]):
        return "at its end"
    return "in a sentence"


def _sentence_follows(after: str) -> bool:
    return (
        not after.strip()
        or after[0] == "\n"
        or (after[0] in " \u00a0" and (after[1:2].isupper() or after[1:2] in '“"‘(['))
    )


def _raised_credible(text: str, at: int, answered: bool) -> bool:
    """Whether a raised number is a marker and not a power: it stands behind a word of three letters, or punctuation."""
    before = text[max(0, at - 40) : at]
    if before[-1:] in '.,;:!?)”"’]':
        return not before[-2:-1].isdigit() or answered
    word = re.search(r"[^\W\d_]+$", before)
    return bool(
        word and len(word[0]) >= 3 and (len(word[0]) > len(before) or not before[: word.start()][-1:].isdigit())
    )


def _word_before(text: str, at: int) -> str:
    match = _WORD.search(text, max(0, at - 30), at)
    return match[1].lower() if match else ""
