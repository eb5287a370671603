"""What stands on the pages of a document and is no part of what it says: running heads and feet, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.documents.pdf.lines import Line, put_together, shifted

_DEEP = 4  # lines from the edge of a page that may be running
_NEAR = 4.0
_APART = 1.2  # of the distance of lines: what runs stands further from them
_WIDEST = 2.5  # of the height of a font: no lines of a text stand further apart
_SAME = 3  # pages that say the very same
_DIGITS = re.compile(r"\d+")
_OTHERS = re.compile(r"\D+")
_LONG = 6  # digits: no page has such a number
_PAGE = re.compile(r"\d{1,4}")
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
_IDENTIFIER = re.compile(r"\b10\.\d{4,9}/\S*|\barxiv:\s*\S+|\bPMC?ID:?\s*\w+|\bPMC\d+", re.IGNORECASE)
_CUES = ("10.", "arxiv", "pm")  # no identifier is without one of them
_LABEL = re.compile(r"[\[(]?\d{1,4}(?:[\])][.:]?|\.)\s+(?=\S)")
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERED = re.compile(r"(\d{1,5})[ \t]+(?=\S)")
_FEWEST = 5
_LOWER = 0.25

Key = tuple[str, int]  # the words of a line, and about how high it stands
Row = list[tuple[Line, Key]]
_Edges = tuple[list[Row], list[Row]]


class _Repeated(Struct, frozen=True):
    """On how many pages words and texts stand at a height, and the distance of the lines of the document."""

    words: Counter[Key]
    texts: Counter[Key]
    pages: int
    pitch: float


def without_running(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """The lines of each page without what is repeated at the same height of others, numbers apart; and before them
    what of that names an identifier and stands there first.

    What runs stands apart from the text or is the very same on many pages: in doubt a line is one of the text.
    """
    edges = [_edges(page) for page in pages]
    rows = [[each for row in chain(*two) for each in row] for two in edges]
    words = Counter(key for page in rows for key in {key for _, key in page})
    texts = Counter(
        text for at, page in enumerate(rows) for text in {each for line, _ in page for each in _texts(line, at)}
    )
    repeated = _Repeated(words, texts, len(pages), _pitch(pages))
    told: set[Key] = set()
    return [_of_page(at, page, two, repeated, told) for at, (page, two) in enumerate(zip(pages, edges, strict=True))]


def _of_page(
    at: int, page: Sequence[Line], edges: _Edges, repeated: _Repeated, told: set[Key]
) -> tuple[list[Line], list[Line]]:
    gone: set[int] = set()
    kept: list[Line] = []
    for line, key in chain(*(_running(at, edge, repeated) for edge in edges)):
        gone.add(id(line))
        if _IDENTIFIER.search(line.text) and not told.intersection(_near(key)):
            told.add(key)
            kept.append(line)
    return kept, [line for line in page if id(line) not in gone]


def _running(page: int, edge: Sequence[Row], repeated: _Repeated) -> Iterator[tuple[Line, Key]]:
    """The running lines of the rows from the edge of a page inwards, up to the last of them that stands apart."""
    found = ([each for each in row if _times(each[1], repeated.words) > 1] for row in edge[:_DEEP])
    likely = list(takewhile(bool, found))
    number = min(len(likely), len(edge) - 1)
    apart = 0
    for at in range(number):
        fall = abs(edge[at][0][0].y - edge[at + 1][0][0].y)
        if fall > _APART * repeated.pitch:
            apart = at + 1
    for at, row in enumerate(likely[:number]):
        yield from (each for each in row if at < apart or not each[1][0] or _is_same(each[0], page, repeated))


def _is_same(line: Line, page: int, repeated: _Repeated) -> bool:
    """Whether a third of the pages say the very same there, or count themselves in it."""
    fewest = max(_SAME, repeated.pages / 3)
    return any(_times(text, repeated.texts) >= fewest for text in _texts(line, page))


def _times(key: Key, counted: Counter[Key]) -> int:
    return sum([counted.get(each, 0) for each in _near(key)])


def _texts(line: Line, page: int) -> list[Key]:
    """A line as it is, and with its first and its last number as the distance from that of the page."""
    text, height = line.text, round(line.y / _NEAR)
    numbers = [number for number in _DIGITS.finditer(text) if len(number[0]) < _LONG]
    ends = numbers if len(numbers) < 2 else (numbers[0], numbers[-1])
    counted = [f"{text[: each.start()]}{int(each[0]) - page:+}{text[each.end() :]}" for each in ends]
    return [(text, height), *[(each, height) for each in counted]]


def _key(line: Line) -> Key:
    """The words of a line without numbers, but for those of identifiers and of entries of a list."""
    text = line.text.casefold().strip()
    if text in _ROMAN or _PAGE.fullmatch(text):
        return "", round(line.y / _NEAR)
    own = _IDENTIFIER.findall(text) if any(map(text.__contains__, _CUES)) else []
    if label := _LABEL.match(text):
        own.append(label[0])
    elif line.spans and line.spans[0].kind == "superscript" and not line.spans[0].start:
        own.append(text[: line.spans[0].end])
    return " ".join([*" ".join(_OTHERS.findall(text)).split(), *own]) or text, round(line.y / _NEAR)


def _near(key: Key) -> tuple[Key, Key, Key]:
    text, height = key
    return (text, height - 1), key, (text, height + 1)


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """The distance of lines that follow one another."""
    pairs = [(one.y - other.y, one.size) for page in pages for one, other in pairwise(page) if one.upright]
    falls = sorted([fall for fall, size in pairs if 0.5 * size < fall < _WIDEST * size])
    return falls[len(falls) // 2] if falls else 0.0


def _edges(page: Sequence[Line]) -> _Edges:
    """The rows at the top of a page, downwards, and those at its foot, upwards; with one more behind them."""
    lines = sorted([line for line in page if line.upright], key=attrgetter("y"))
    rows = _heights(lines)
    deep = min(_DEEP, rows // 2) + 1 if rows > 1 else 0
    return _rows(reversed(lines), deep), _rows(lines, deep)


def _heights(lines: Iterable[Line]) -> int:
    """At how many heights lines stand."""
    return len({round(line.y / _NEAR) for line in lines})


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
    counted = [line for line in lines if line.text[0].isdigit()]
    if len(counted) < _FEWEST:
        return whole
    alone = {id(line): line for line in counted if _NUMBER.fullmatch(line.text)}
    if len(alone) >= _FEWEST:
        others = [line for line in lines if id(line) not in alone]
        if _count_lines([(int(line.text), line) for line in alone.values()], _heights(others)):
            return put_together(others)
    begun = [(line, number) for line in whole if line.text[0].isdigit() and (number := _NUMBERED.match(line.text))]
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
