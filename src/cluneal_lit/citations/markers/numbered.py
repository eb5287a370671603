"""Numbered markers in a running text: `[3–5]`, `(8,9,10)`, superscripts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from msgspec import Struct

from cluneal_lit.citations.markers import company, cued, feet, flattened, prose, raised, rounded, square
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.lines import blanked
from cluneal_lit.model import Span

_SURE = 3


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
    in_round = [
        Marker(one.start, one.end, one.numbers, sure)
        for one, sure in rounded.brackets(_without_raised(text, spans), listed, literature)
    ]
    bracketed = [*squared, *in_round, *_named(text, listed, squared)]
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


def _named(text: str, listed: Collection[int], squared: Sequence[Marker]) -> Iterator[Marker]:
    """Numbers that are called references, where a list answers them, but for those in square brackets."""
    for start, end, written in cued.named(text):
        values = numbers(written, square.HIGHEST)
        before = bisect_right(squared, start, key=lambda one: one.start) - 1
        if values and set(values) <= set(listed) and not (before >= 0 and start < squared[before].end):
            yield Marker(start, end, values, 0.9)
