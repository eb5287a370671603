"""What stands on the pages of a document and is no part of what it says: running heads and feet, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from cluneal_lit.documents.pdf_lines import Line, put_together, shifted

_DEEP = 4  # lines from the edge of a page that may be running
_NEAR = 4.0
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")
_KEPT = re.compile(r"\b10\.\d{4,9}/|arxiv:|\bPMC?ID", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERED = re.compile(r"(\d{1,5})[ \t]+(?=\S)")
_FEWEST = 5
_LOWER = 0.25

Key = tuple[str, int]  # the words of a line, and about how high it stands
Edges = tuple[list[list[Line]], list[list[Line]]]


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without what is repeated at the same height of others, numbers apart.

    One that names an identifier stays where it stands first.
    """
    edges = [_edges(page) for page in pages]
    repeated = Counter(key for two in edges for key in {_key(line) for row in chain(*two) for line in row})
    told: set[Key] = set()
    return [_of_page(page, two, repeated, told) for page, two in zip(pages, edges, strict=True)]


def _of_page(page: Sequence[Line], edges: Edges, repeated: Counter[Key], told: set[Key]) -> list[Line]:
    gone: set[int] = set()
    kept: list[Line] = []
    for row in (row for edge in edges for row in _running(edge, repeated)):
        for line in row:
            gone.add(id(line))
            if _KEPT.search(line.text) and not told.intersection(_near(line)):
                told.add(_key(line))
                kept.append(line)
    return [*kept, *(line for line in page if id(line) not in gone)]


def _running(edge: Sequence[list[Line]], repeated: Counter[Key]) -> Iterator[list[Line]]:
    """The running lines of the rows from the edge of a page inwards, up to the first row that has none."""
    for row in edge:
        running = [line for line in row if sum(repeated[key] for key in _near(line)) > 1]
        if not running:
            return
        yield running


def _key(line: Line) -> Key:
    return " ".join(_DIGITS.sub(" ", line.text.casefold()).split()), round(line.y / _NEAR)


def _near(line: Line) -> list[Key]:
    text, height = _key(line)
    return [(text, height + by) for by in (-1, 0, 1)]


def _edges(page: Sequence[Line]) -> Edges:
    """The rows at the top of a page, downwards, and those at its foot, upwards."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in page if line.upright), key=lambda line: -line.y):
        if rows and rows[-1][0].y - line.y < _NEAR:
            rows[-1].append(line)
        else:
            rows.append([line])
    deep = min(_DEEP, len(rows) // 2)
    return rows[:deep], rows[::-1][:deep]


def without_line_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page without the numbers that count them at the margin."""
    if sum(line.text[0].isdigit() for line in lines) < _FEWEST:
        return list(lines)
    alone = [line for line in lines if _NUMBER.fullmatch(line.text)]
    others = {round(line.y / _NEAR) for line in lines if not _NUMBER.fullmatch(line.text)}
    if _count_lines([(int(line.text), line) for line in alone], len(others)):
        gone = {id(line) for line in alone}
        return [line for line in lines if id(line) not in gone]
    whole = put_together(lines)
    begun = [(line, number) for line in whole if (number := _NUMBERED.match(line.text))]
    lower = sum(line.text[number.end()].islower() for line, number in begun)
    if 2 * len(begun) < len(whole) or lower < _LOWER * len(begun):
        return list(lines)
    if not _count_lines([(int(number[1]), line) for line, number in begun], len(whole)):
        return list(lines)
    cut = {id(line): number.end() for line, number in begun}
    return [_cut(line, cut[id(line)]) if id(line) in cut else line for line in whole]


def _count_lines(numbers: Sequence[tuple[int, Line]], rows: int) -> bool:
    """Whether numbers that stand below one another go on by one step, and there are as many rows as they count."""
    if len(numbers) < _FEWEST:
        return False
    numbers = sorted(numbers, key=lambda number: -number[1].y)
    steps = Counter(after - before for (before, _), (after, _) in pairwise(numbers))
    step, times = steps.most_common(1)[0]
    return step > 0 and 5 * times >= 4 * (len(numbers) - 1) and rows <= 1.3 * step * len(numbers) + 2


def _cut(line: Line, by: int) -> Line:
    spans = tuple(span for span in shifted(line.spans, -by) if span.start >= 0)
    return replace(line, text=line.text[by:], spans=spans)
