"""What stands on the pages of a document and is no part of what it says: running heads and feet, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from msgspec.structs import replace

from cluneal_lit.documents.pdf_lines import Line, put_together, shifted

_DEEP = 4  # lines from the edge of a page that may be running
_NEAR = 4.0
_DIGITS = re.compile(r"\d+")
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
_KEPT = re.compile(r"\b10\.\d{4,9}/|arxiv:|\bPMC?ID", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERED = re.compile(r"(\d{1,5})[ \t]+(?=\S)")
_FEWEST = 5
_LOWER = 0.25

Key = tuple[str, int]  # the words of a line, and about how high it stands
Row = list[tuple[Line, Key]]
Edges = tuple[list[Row], list[Row]]


def without_running(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """The lines of each page without what is repeated at the same height of others, numbers apart; and before them
    what of that names an identifier and stands there first."""
    edges = [_edges(page) for page in pages]
    repeated = Counter(key for two in edges for key in {key for row in chain(*two) for _, key in row})
    told: set[Key] = set()
    return [_of_page(page, two, repeated, told) for page, two in zip(pages, edges, strict=True)]


def _of_page(
    page: Sequence[Line], edges: Edges, repeated: Counter[Key], told: set[Key]
) -> tuple[list[Line], list[Line]]:
    gone: set[int] = set()
    kept: list[Line] = []
    for line, key in chain(*(_running(edge, repeated) for edge in edges)):
        gone.add(id(line))
        if _KEPT.search(line.text) and not told.intersection(_near(key)):
            told.add(key)
            kept.append(line)
    return kept, [line for line in page if id(line) not in gone]


def _running(edge: Sequence[Row], repeated: Counter[Key]) -> Iterator[tuple[Line, Key]]:
    """The running lines of the rows from the edge of a page inwards, up to the first row that has none."""
    for row in edge:
        running = [(line, key) for line, key in row if sum(repeated[each] for each in _near(key)) > 1]
        if not running:
            return
        yield from running


def _key(line: Line) -> Key:
    text = line.text.casefold().strip()
    return "" if text in _ROMAN else " ".join(_DIGITS.sub(" ", text).split()), round(line.y / _NEAR)


def _near(key: Key) -> tuple[Key, Key, Key]:
    text, height = key
    return (text, height - 1), key, (text, height + 1)


def _edges(page: Sequence[Line]) -> Edges:
    """The rows at the top of a page, downwards, and those at its foot, upwards."""
    lines = sorted((line for line in page if line.upright), key=attrgetter("y"))
    rows = len({round(line.y / _NEAR) for line in lines})
    deep = min(_DEEP, rows // 2)
    return _rows(reversed(lines), deep), _rows(lines, deep)


def _rows(lines: Iterable[Line], deep: int) -> list[Row]:
    """The first rows of lines in the order of their heights."""
    rows: list[Row] = []
    height = 0.0
    for line in lines:
        if not rows or abs(height - line.y) >= _NEAR:
            if len(rows) == deep:
                break
            rows.append([])
            height = line.y
        rows[-1].append((line, _key(line)))
    return rows


def without_line_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, put together, without the numbers that count them at the margin."""
    whole = put_together(lines)
    if len([line for line in lines if line.text[0].isdigit()]) < _FEWEST:
        return whole
    alone = {id(line): line for line in lines if _NUMBER.fullmatch(line.text)}
    others = [line for line in lines if id(line) not in alone]
    rows = len({round(line.y / _NEAR) for line in others})
    if _count_lines([(int(line.text), line) for line in alone.values()], rows):
        return put_together(others)
    begun = [(line, number) for line in whole if (number := _NUMBERED.match(line.text))]
    lower = sum(line.text[number.end()].islower() for line, number in begun)
    if 2 * len(begun) < len(whole) or lower < _LOWER * len(begun):
        return whole
    if not _count_lines([(int(number[1]), line) for line, number in begun], len(whole)):
        return whole
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
