"""What of a collection is drawn: works per year by kind, and which document cites what; in units of the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.model import Entry
from cluneal_lit.outputs import facets
from cluneal_lit.outputs.facets import Chip

WIDTH, HEIGHT = 720, 200  # of the plot
_MOST_BARS, _MOST_KINDS, _MOST_WORKS = 32, 4, 72
SEVERAL, REST = "several of them", "other or none"


class Bar(Struct, frozen=True):
    """The works of one kind in a span of years: where their rectangle is, and how many they are."""

    x: float
    y: float
    width: float
    height: float
    kind: int
    number: int


class Row(Struct, frozen=True):
    """A span of years, `1998` or `1995–1999`, and how many works of each kind appeared in it."""

    years: str
    numbers: tuple[int, ...]


class Years(Struct, frozen=True):
    """Works per year: `kinds` from below, each with the number by which its bars know it; bars, a row for each span
    of years that has any works, ticks (y, number) and labels (x, year): below a bar, or where its span begins.

    `undated`: how many works have no year; `step`: of how many years a bar is.
    """

    kinds: tuple[tuple[int, str], ...]
    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, int], ...]
    labels: tuple[tuple[float, int], ...]
    undated: int
    step: int = 1


class Citing(Struct, frozen=True):
    """Which document cites what: the works by how many documents cite them, and for each document which of them.

    `left_out`: how many works are cited and have no column.
    """

    works: tuple[Entry, ...]
    rows: tuple[tuple[str, tuple[bool, ...]], ...]
    left_out: int


def years(entries: Sequence[Entry], sorted_tags: dict[str, Chip]) -> Years | None:
    """The drawing of works per year; None where fewer than two years are known."""
    dated = [(entry.fields.issued.year, entry) for entry in entries if entry.fields.issued and entry.fields.issued.year]
    known = sorted({year for year, _ in dated})
    if len(known) < 2:
        return None
    of = {entry.key: tuple(facets.kinds(entry, sorted_tags)) for _, entry in dated}
    frequent = [kind for kind, _ in Counter(one for own in of.values() for one in own).most_common(_MOST_KINDS)]
    names = {**dict(enumerate(frequent)), _MOST_KINDS: SEVERAL, _MOST_KINDS + 1: REST}
    numbers = {name: number for number, name in names.items()}
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (known[-1] - known[0]) // step < _MOST_BARS)
    first = known[0] // step * step
    counted = Counter(((year - first) // step, numbers[_kind(of[entry.key], frequent)]) for year, entry in dated)
    spans = (known[-1] - first) // step + 1
    used = tuple((number, name) for number, name in names.items() if any(kind == number for _, kind in counted))
    rows = [[counted[span, kind] for kind, _ in used] for span in range(spans)]
    return _drawn(used, rows, first, step, len(entries) - len(dated))


def citing(entries: Sequence[Entry], documents: Iterable[str]) -> Citing | None:
    """The drawing of which document cites what; None where none cites a known work."""
    by = {entry.key: {one.document for one in entry.cited_in} for entry in entries if entry.cited_in}
    if not by:
        return None
    cited = sorted((entry for entry in entries if entry.key in by), key=lambda one: (-len(by[one.key]), one.key))
    works = tuple(cited[:_MOST_WORKS])
    rows = tuple((document, tuple(document in by[entry.key] for entry in works)) for document in documents)
    return Citing(works, tuple(row for row in rows if any(row[1])), len(cited) - len(works))


def gauge(counts: Mapping[str, int]) -> tuple[tuple[str, float, float], ...]:
    """Each word of a tally, where its part of a bar of 1000 begins and how long it is: never too short to see."""
    total = sum(counts.values()) or 1
    sizes = [max(1000 * number / total, 8) for number in counts.values()]
    scale, at, parts = 1000 / (sum(sizes) or 1), 0.0, []
    for word, size in zip(counts, sizes, strict=True):
        parts.append((word, round(at, 1), round(max(size * scale - 3, 1), 1)))
        at += size * scale
    return tuple(parts)


def _kind(own: Sequence[str], frequent: Sequence[str]) -> str:
    named = [kind for kind in own if kind in frequent]
    return (named[0] if len(named) == 1 else SEVERAL) if named else REST


def _drawn(kinds: tuple[tuple[int, str], ...], rows: list[list[int]], first: int, step: int, undated: int) -> Years:
    top = max(map(sum, rows))
    tick = next(size * ten for ten in (1, 10, 100, 1000, 10000) for size in (1, 2, 5) if size * ten * 5 >= top)
    unit, slot = HEIGHT / top, WIDTH / len(rows)
    each = -(-64 // int(slot)) if slot < 64 else 1
    labels = tuple((round((at + (step == 1) / 2) * slot, 1), first + at * step) for at in range(0, len(rows), each))
    bars, told = [], []
    for place, numbers in enumerate(rows):
        year, y = first + place * step, float(HEIGHT)
        if any(numbers):
            words = str(year) if step == 1 else f"{year}–{year + step - 1}"
            told.append(Row(words, tuple(numbers)))
        for (kind, _), number in zip(kinds, numbers, strict=True):
            y -= number * unit
            if number:
                x, wide = round(slot * (place + 0.12), 1), round(slot * 0.76, 1)
                bars.append(Bar(x, round(y, 1), wide, round(number * unit, 1), kind, number))
    ticks = tuple((round(HEIGHT - number * unit, 1), number) for number in range(tick, top + 1, tick))
    return Years(kinds, tuple(bars), tuple(told), ticks, labels, undated, step)
