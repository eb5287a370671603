"""What stands on the pages of a document and is no part of what it says: running heads and feet, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cluneal_lit.documents.pdf_lines import Line, put_together, shifted

_DEEP = 4  # lines from the edge of a page that may be running
_NEAR = 4.0
_EDGE = 0.15  # of the height that the text of a page takes
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")
_KEPT = re.compile(r"\b10\.\d{4,9}/|arxiv:|\bPMC?ID", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERED = re.compile(r"(\d{1,5})[ \t]+(?=\S)")
_FEWEST = 5
_LOWER = 0.25


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without what is repeated at the same height of others, numbers apart.

    One that names an identifier stays where it stands first.
    """
    repeated = Counter(key for page in pages for key in {_key(line) for line in _at_edges(page)})
    told: set[tuple[str, int]] = set()
    return [_of_page(page, repeated, told) for page in pages]


def _of_page(page: Sequence[Line], repeated: Counter[tuple[str, int]], told: set[tuple[str, int]]) -> list[Line]:
    gone: set[int] = set()
    first: list[Line] = []
    for line in _at_edges(page):
        text, height = _key(line)
        keys = [(text, height + by) for by in (-1, 0, 1)]
        if sum(repeated[key] for key in keys) < 2:
            continue
        gone.add(id(line))
        if _KEPT.search(line.text) and not told.intersection(keys):
            told.add(keys[1])
            first.append(line)
    return [*first, *(line for line in page if id(line) not in gone)]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.y / _NEAR)


def _at_edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the foot of a page."""
    heights = sorted({round(line.y) for line in page})
    if not heights:
        return []
    reach = _EDGE * (heights[-1] - heights[0])
    foot, head = heights[:_DEEP][-1], heights[-_DEEP:][0]
    low, high = min(foot, heights[0] + reach), max(head, heights[-1] - reach)
    return [line for line in page if line.y < low + 1 or line.y > high - 1]


def without_line_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page without the numbers that count them at the margin."""
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
