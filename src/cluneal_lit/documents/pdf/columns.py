"""The order in which the lines of a page are read."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from statistics import median

from cluneal_lit.documents.pdf.lines import Line
from cluneal_lit.documents.pdf.rows import in_rows

_DEEPEST = 6
_NARROWEST = 0.12
_SHORTEST = 12
_FEWEST = 4
_OVER = 2.0
_TRIED = 10
_NEAR = 4.0
_INDENT = 40.0
_BESIDE = 12
_KNOWN = 4
_MOST_OVER = 3  # a third of the lines

_HEIGHT = attrgetter("y")


def columns(pages: Iterable[Sequence[Line]]) -> list[list[list[Line]]]:
    """The lines of each page in columns, in the order in which they are read, each from top to bottom.

    What goes over several columns parts those above it from those below it. A column of few lines is known by the
    place where those of other pages begin.
    """
    falling = [sorted(page, key=_HEIGHT, reverse=True) for page in pages]
    own = [_gutter(lines) for lines in falling]
    counted = Counter(round(gutter) for gutter in own if gutter is not None)
    known = [float(gutter) for gutter, _ in counted.most_common(_KNOWN)]
    return [
        [rows for column in _columns(lines, gutter, known, 0) if (rows := in_rows(column))]
        for lines, gutter in zip(falling, own, strict=True)
    ]


def _within(lines: Sequence[Line], known: Sequence[float], depth: int) -> Iterator[list[Line]]:
    """The columns of what stands on one side of a gutter."""
    falling = sorted(lines, key=_HEIGHT, reverse=True)
    return _columns(falling, _gutter(falling) if depth < _DEEPEST else None, known, depth)


def _columns(lines: Sequence[Line], gutter: float | None, known: Sequence[float], depth: int) -> Iterator[list[Line]]:
    if gutter is None and not depth:
        gutter = next((place for each in known if (place := _short(lines, each)) is not None), None)
    if gutter is None:
        yield list(lines)
        return
    block: list[Line] = []
    for over, band in _bands(lines, gutter):
        left = [line for line in band if line.x1 <= gutter + _OVER]
        right = [line for line in band if line.x1 > gutter + _OVER]
        if left and right and _are_beside(left, right):
            if block:
                yield block
            block = []
            yield from _within(left, known, depth + 1)
            yield from _within(right, known, depth + 1)
        else:
            block += band
        block += over
    if block:
        yield block


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[tuple[list[Line], list[Line]]]:
    """Lines beside the gutter, and those that go over it below them; from top to bottom."""
    over: list[Line] = []
    band: list[Line] = []
    for line in lines:
        if line.x0 < gutter - _OVER and line.x1 > gutter + _OVER:
            over.append(line)
        else:
            if over:
                yield over, band
                over, band = [], []
            band.append(line)
    yield over, band


def _are_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether they stand at the same height, rather than one below the other."""
    return left[0].y >= right[-1].y - right[-1].size and right[0].y >= left[-1].y - left[-1].size


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second of two columns begins; None where there is one column."""
    likely = sorted((_over(lines, start), -number, start) for start, number in _together(sorted(_starts(lines))))
    return next((start for _, _, start in likely[:_TRIED] if _parts(lines, start)), None)


def _short(lines: Sequence[Line], known: float) -> float | None:
    """Where a column of few lines begins, at the place of those of other pages."""
    starts = [line.x0 for line in lines if known - _NEAR < line.x0 < known + _INDENT]
    gutter = min(starts, default=None)
    if gutter is None or _MOST_OVER * _over(lines, gutter) > len(lines):
        return None
    return gutter if _parts(lines, gutter, 1) else None


def _together(starts: Sequence[float]) -> Iterator[tuple[float, int]]:
    """Where several lines begin, or begin indented, and how many."""
    last = -_INDENT
    for start in starts:
        if start - last >= _NEAR:
            number = bisect_left(starts, start + _INDENT) - bisect_left(starts, start)
            if number >= _FEWEST:
                yield start, number
            last = start


def _over(lines: Sequence[Line], gutter: float) -> int:
    """How many lines go over the gutter."""
    before, behind = gutter - _OVER, gutter + _OVER
    return len([line for line in lines if line.x0 < before and line.x1 > behind])


def _starts(lines: Sequence[Line]) -> Iterator[float]:
    """Where lines begin that have another to their left."""
    for at, line in enumerate(lines):
        lowest = line.y - 0.8 * line.size
        for other in lines[at + 1 : at + _BESIDE]:
            if other.y < lowest:
                break
            left, right = (line, other) if line.x0 < other.x0 else (other, line)
            if right.x0 - left.x1 > 0.5 * left.size:
                yield right.x0


def _parts(lines: Sequence[Line], gutter: float, fewest: int = _FEWEST) -> bool:
    """Whether both sides are wide as columns of text are, and not as cells of a table or numbers of a list."""
    left = [line for line in lines if line.x1 <= gutter + _OVER]
    right = [line for line in lines if line.x0 >= gutter - _OVER]
    width = _width(lines)
    return all(
        len(side) >= least and _width(side) > _NARROWEST * width and _is_text(side)
        for side, least in ((left, _FEWEST), (right, fewest))
    )


def _is_text(side: Sequence[Line]) -> bool:
    """Whether most lines of a side are long, the words of justified ones that stand far apart put together."""
    if median(len(line.text) for line in side) >= _SHORTEST:
        return True
    return median(len(cell) for row in in_rows(side) for cell in row.text.split("\t")) >= _SHORTEST


def _width(lines: Sequence[Line]) -> float:
    return max([line.x1 for line in lines]) - min([line.x0 for line in lines])
