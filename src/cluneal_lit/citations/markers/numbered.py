"""Numbered markers in a running text: `[3–5]`, `(8,9,10)`, superscripts.

Square brackets around numbers are markers nearly always. Round ones are also counts, ages and enumerations, so they
are believed only where they stand like markers, and where the document has several or a list that answers them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from msgspec import Struct

from cluneal_lit import others
from cluneal_lit.citations.markers import company, cued, feet, flattened, prose, raised, square
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.citations.markers.square import INTERVALS, LABELS, word_before
from cluneal_lit.late import late
from cluneal_lit.lines import blanked
from cluneal_lit.model import Span

_HIGHEST_ROUND = 400
_MISSING = 2
_SURE = 3
_ROUND = late(rf"\((?P<cue>{cued.CUE}){cued.NUMBERS}{cued.LOCATOR}\)")
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
_OF_EQUATIONS = frozenset("in from by of at see with and or to per under that via using into eq".split())
_AT_STOPS = ("behind a sentence", "at its end")
_FEWEST_COUNTED = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3  # of a line that is prose
_REACH = 200
_LEADING = frozenset(
    "see also cf compare in with by from as of and or to per reviewed siehe vgl in mit von nach voir".split()
)
_SEVERAL = late(r"\d\s?[,;–-]\s?\d")
_LISTING = late(r"(?:[,;:]|(?<!\))[,;]?\s(?:and(?:/or)?|or|und|oder|et|ou|y|o|e))\s?$")


class Marker(Struct, frozen=True):
    """A marker in a text and the numbers, or authors and years, of the list entries that it stands for."""

    start: int
    end: int
    numbers: tuple[int, ...]
    confidence: float
    namings: tuple[Naming, ...] = ()


def markers(
    text: str, spans: Sequence[Span], listed: Collection[int], cites: bool = False, named: Collection[int] = ()
) -> Iterator[Marker]:
    """The markers of a text (reference strings and code blanked out); `listed` are the numbers of its lists, `cites`
    says that it names works otherwise too, `named` where identifiers end in it."""
    literature = cache(lambda: cites or company.speaks_of_literature(text))
    text = blanked(text, prose.subjects(text))
    squared = [_marker(one, listed, 0.95, 0.85) for one in square.brackets(text, spans, listed, literature)]
    bracketed = [*squared, *_round(_without_raised(text, spans), listed, literature), *_named(text, listed, squared)]
    yield from bracketed
    answered = sum(marker.confidence > 0.9 for marker in bracketed)
    sure = answered >= _SURE and 2 * answered > sum(span.kind == "superscript" for span in spans)
    powers = {number for marker in bracketed if sure for number in marker.numbers}
    found = list(raised.brackets(text, spans, listed, [marker.start for marker in bracketed], named, powers))
    notes = feet.notes(text, spans) if found else {}
    if answered > len(found):
        found = [one for one in found if notes.keys().isdisjoint(one.numbers)]
    kept = list(raised.believed(found, listed, bool(bracketed), literature))
    marks = feet.without_notes(text, kept, notes, listed, answered)
    yield from (_marker(one, listed, 0.9, 0.9) for one in marks)
    if not squared and all(span.kind != "superscript" for span in spans):
        yield from (_marker(one, listed, 0.8, 0.8) for one in flattened.brackets(text, listed, bool(kept)))


def _without_raised(text: str, spans: Sequence[Span]) -> str:
    """The text without raised numbers: what stands behind them stands behind the word before them."""
    raised_ones = ((span.start, span.end) for span in spans if span.kind == "superscript")
    return blanked(text, [(start, end) for start, end in raised_ones if "(" not in text[start:end]])


def _marker(one: Bracket, listed: Collection[int], answered: float, otherwise: float) -> Marker:
    return Marker(one.start, one.end, one.numbers, answered if set(one.numbers) <= set(listed) else otherwise)


def _round(text: str, listed: Collection[int], literature: Callable[[], bool]) -> Iterator[Marker]:
    """Markers in round brackets. Where no list answers: only behind a sentence or at its end, and several of them;
    or where the list lacks one or two of the numbers, and answers other markers."""
    own = set(listed)
    found = []
    for match in _ROUND.finditer(text):
        values = numbers(match["numbers"], _HIGHEST_ROUND)
        if values and (stands := _stands(text, match, own.issuperset(values) and not _is_worded(match))):
            found.append((match, values, stands))
    closing = [values for _, values, stands in found if stands == "behind a sentence"]
    ending = sum(stands in _AT_STOPS for _, _, stands in found)
    believed = any(own.issuperset(values) for match, values, _ in found if not _is_worded(match))
    several = any(len(values) > 1 for values in closing)  # the numbers of an enumeration stand alone
    counted = 0 if own else _counted(text, found)
    for match, values, stands in found:
        if _is_worded(match) and not (believed and own.issuperset(values)):
            continue
        missing = len(set(values) - own)
        answered = missing == 0
        partly = believed and missing < len(values) and missing <= _MISSING
        alone = stands == "behind a sentence" and len(closing) > 1 and (several or literature())
        lone = stands == "behind a sentence" and len(values) > 1 and literature()
        ends = stands == "at its end" and (ending > 3 or len(closing) > 1) and literature()
        if answered or alone or partly or ends or lone or max(values) <= counted:
            yield Marker(match.start(), match.end(), values, 0.9 if answered else 0.7 if alone or partly else 0.5)


def _counted(text: str, found: Sequence[tuple[re.Match[str], tuple[int, ...], str]]) -> int:
    """The highest number of brackets that are the markers of a lost list: most end clauses, they count up from 1, hold
    several numbers at times, and none stands behind `by` or `from`, as the number of an equation does; else 0."""
    ending = sum(stands in _AT_STOPS for _, _, stands in found)
    if ending < _FEWEST_COUNTED or 2 * ending < len(found):
        return 0
    if found[0][1][0] != 1 or all(len(values) == 1 for _, values, _ in found):
        return 0
    if any(word_before(text, match.start()) in _OF_EQUATIONS for match, _, _ in found):
        return 0
    counts = company.believed([Bracket(*match.span(), values, True) for match, values, _ in found], False)
    return max(max(values) for _, values, _ in found) if counts else 0


def _is_worded(match: re.Match[str]) -> bool:
    return bool(match["cue"]) or cued.is_worded(match["numbers"])


def _named(text: str, listed: Collection[int], squared: Sequence[Marker]) -> Iterator[Marker]:
    """Numbers that are called references, where a list answers them, but for those in square brackets."""
    for start, end, written in cued.named(text):
        values = numbers(written, square.HIGHEST)
        before = bisect_right(squared, start, key=lambda one: one.start) - 1
        if values and set(values) <= set(listed) and not (before >= 0 and start < squared[before].end):
            yield Marker(start, end, values, 0.9)


def _stands(text: str, match: re.Match[str], answered: bool) -> str:
    """How a number in round brackets stands to the sentence; empty where it is no marker."""
    line = prose.before(text, match.start(), match.end())
    after = text[match.end() : match.end() + 3]
    named = answered and prose.is_behind_name(line.rstrip())
    if not line.strip() or (line[-1:].isdigit() and not named) or after[:1].isalnum() or after[:1] in ("(", "%", "-"):
        return ""
    if line[-1:].isalnum() and len(line) > 1 and not line[-2].isalpha() and not named:
        return ""
    shown = line.rstrip()
    if shown[-1:] in '.!?”"’)' and _is_prose(line) and _sentence_follows(after):
        return "behind a sentence"
    stops = _NOT_BEFORE - _MEASURES if answered else _NOT_BEFORE
    if word_before(line, len(line)) in stops:
        return ""
    dated = answered and "," in match["numbers"] and bool(raised.BEHIND_YEAR.search(shown))
    if not (named or dated or shown[-1:].isalpha() or shown[-1:] in '”"’)' or others.are_before(shown, len(shown))):
        return ""
    short = answered and _is_short_prose(text, match)
    if not (_is_prose(line) or short or others.are_before(shown, len(shown))) or (
        _LISTING.search(line) and after[1:2].isalpha()
    ):
        return ""
    if after[:1] in (".", ";") or (after[:1] == "," and "," in match["numbers"]):
        return "at its end"
    return "in a sentence"


def _is_short_prose(text: str, match: re.Match[str]) -> bool:
    """Whether a line has too few words before a bracket to be prose there, and is so in all; the bracket stands behind
    what leads to works, and so does one in the line that holds several numbers: `See (8,9,10).`, `With (1) and (2,3).`
    """
    farthest = max(0, match.start() - _REACH)
    begin = text.rfind("\n", farthest, match.start()) + 1 or farthest
    line = text[begin : match.end() + _REACH].partition("\n")[0]
    led = [one for one in _ROUND.finditer(line) if word_before(line, one.start()) in _LEADING]
    several = any(_SEVERAL.search(one["numbers"]) for one in led)
    return several and match.start() - begin in (one.start() for one in led) and _is_prose(_ROUND.sub(" ", line))


def _is_prose(line: str) -> bool:
    return len(_WORD.findall(line)) >= _FEWEST_WORDS


def _sentence_follows(after: str) -> bool:
    return (
        not after.strip()
        or after[0] == "\n"
        or (after[0] in " \u00a0" and (after[1:2].isupper() or after[1:2] in '“"‘(['))
    )
