"""The lines of a column, parted into paragraphs and entries of a list.

A wider gap, another size, an indent, a number in its turn and a line that ended before its room did begin a new one.
Where lines hang, those that are not indented begin one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.documents.pdf.labels import Counting
from cluneal_lit.documents.pdf.lines import NUMBERS, STOPPED, Line
from cluneal_lit.model import Span

_BULLET = re.compile(r"[•‣◦▪·●○■*–—][ \t]+\S|[•‣◦▪●○■]$")
_BULLETS = frozenset("•‣◦▪·●○■*–—")
_CELLS = re.compile(r"[^\W\d_][^\t]*\t")  # a row of a table; behind a number a tab parts no cells
_TAIL = re.compile(r"[.!?:;\d)\]/]$")
_PITCH = 1.28
_SINGLE = 1.25  # of the height of a font: single spacing
_FEWEST = 3
_SHORT = 20  # characters: labels in figures stand at any height
_SIZE = 0.87
_SMALLER = 0.97
_LIFT = 0.4
_INDENT = 0.5
_ROOM = 0.6


class Paragraph(Struct, frozen=True, gc=False):
    """Lines that belong together, and what of them tells whether the next column goes on with them.

    `number` is that of an entry of a numbered list; `hanging` says that it is one of lines that hang; `entry` that it
    begins as one of these does; `full` that its last line took all its room.
    """

    lines: tuple[Line, ...]
    number: int | None = None
    hanging: bool = False
    entry: bool = True
    right: float = 0.0


def paragraphs(column: Sequence[Line], counting: Counting) -> list[Paragraph]:
    """The paragraphs of a column, from top to bottom."""
    return [paragraph for block in _blocks(column) for paragraph in _of_block(block, counting)]


def _pitches(column: Sequence[Line], right: float) -> dict[int, float]:
    """The distance of lines that follow one another in a paragraph, for each size of letters: no more than that of
    lines of which the second surely goes on with the first. In a list of short entries most distances are wider."""
    falls, within = defaultdict[int, list[float]](list), defaultdict[int, list[float]](list)
    for before, after in pairwise(column):
        if len(before.text) > _SHORT and _SIZE < before.size / after.size < 1 / _SIZE:
            if len(after.text) > _SHORT:
                falls[round(after.size)].append(before.y - after.y)
            if "\t" not in before.text and not STOPPED.search(before.text) and not has_room(before, after, right):
                within[round(after.size)].append(before.y - after.y)
    return {
        size: round(min(_low(each), _low(within.get(size, each))), 1)
        for size, each in falls.items()
        if len(each) >= _FEWEST
    }


def _low(falls: Sequence[float]) -> float:
    return sorted(falls)[len(falls) // 3]


def _alike(line: Line, other: Line) -> bool:
    return _SIZE < line.size / other.size < 1 / _SIZE


def _blocks(column: Sequence[Line]) -> list[list[Line]]:
    """The column cut at wider gaps and other sizes."""
    right = max([line.x1 for line in column])
    pitches = _pitches(column, right)
    blocks = [[column[0]]]
    for before, line in pairwise(column):
        fall = before.y - line.y
        if (
            line.size < _SMALLER * before.size
            and fall < _farthest(pitches, before)
            and _is_raised_rest(before, line, right)
        ):
            blocks[-1].append(replace(line, size=before.size, spans=(Span(0, len(line.text), "superscript"),)))
        elif fall < _farthest(pitches, line) + _lift(before, line) and _alike(before, line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _farthest(pitches: Mapping[int, float], line: Line) -> float:
    """How far a line may stand from one of its paragraph."""
    return _PITCH * pitches.get(round(line.size), _SINGLE * line.size)


def _is_raised_rest(line: Line, following: Line, right: float) -> bool:
    """Whether the last line of a paragraph is a number that had no room where it stands behind a word: nothing beside
    it tells that it is raised, but it is smaller and below a line that is full."""
    return len(line.text) > _SHORT and bool(NUMBERS.fullmatch(following.text)) and not has_room(line, following, right)


def _lift(line: Line, following: Line) -> float:
    """How much further down a line may stand whose raised numbers need room above it."""
    raised = following.spans and any(span.kind == "superscript" for span in following.spans)
    return _LIFT * following.size if raised and not STOPPED.search(line.text) else 0.0


def _of_block(block: Sequence[Line], counting: Counting) -> list[Paragraph]:
    left, right = min([line.x0 for line in block]), max([line.x1 for line in block])
    labels = counting.numbers(block)
    indented = [line.x0 > left + _INDENT * line.size for line in block]
    hanging = True in indented and _hangs(block, indented, right)
    listed = len(labels) - labels.count(None) > 1
    begins = [
        at
        for at, label in enumerate(labels)
        if not at or label is not None or _begins(block, at, indented, right, hanging, listed)
    ]
    return [
        Paragraph(
            tuple(block[at:end]),
            labels[at],
            hanging,
            not (hanging and indented[at]),
            right,
        )
        for at, end in pairwise((*begins, len(block)))
    ]


def _begins(
    block: Sequence[Line], at: int, indented: Sequence[bool], right: float, hanging: bool, listed: bool
) -> bool:
    """Whether a line without a number in its turn begins a paragraph."""
    line, before = block[at], block[at - 1]
    if (line.text[0] in _BULLETS and _BULLET.match(line.text)) or ("\t" in line.text and _CELLS.search(line.text)):
        return True
    if hanging:
        return not indented[at]
    if listed:
        return False
    if indented[at] and not indented[at - 1]:
        return True
    return has_room(before, line, right) and not _is_in_sentence(before, line)


def _is_in_sentence(line: Line, following: Line) -> bool:
    return following.text[0].islower() and not STOPPED.search(line.text)


def has_room(line: Line, following: Line, right: float) -> bool:
    """Whether the next line's first word would have stood in the line: it was ended on purpose."""
    room = right - _ROOM * line.size - line.x1
    if room <= 0:
        return False
    letter = (line.x1 - line.x0) / len(line.text)
    return room > letter and letter * (len(following.text.partition(" ")[0]) + 1) < room


def _hangs(block: Sequence[Line], indented: Sequence[bool], right: float) -> bool:
    """Whether indented lines go on with those before them, rather than begin a paragraph."""
    votes, continued = 0, False
    for (before, was), (line, is_now) in pairwise(zip(block, indented, strict=True)):
        if is_now:
            no_room = was or not has_room(before, line, right)
            continued = continued or no_room
            votes += 1 if no_room else -1
        elif was:
            votes += 1 if has_room(before, line, right) or _TAIL.search(before.text) else -1
    return continued and votes > 0


def goes_on(last: Paragraph, first: Paragraph, following: Paragraph | None) -> bool:
    """Whether the first paragraph of a column goes on with the last one of the column before it."""
    end, start = last.lines[-1], first.lines[0]
    if first.number is not None or not _alike(end, start) or _BULLET.match(start.text):
        return False
    if last.number is not None and following is not None and following.number == last.number + 1:
        return True
    if first.hanging and not first.entry:
        return True
    if has_room(end, start, last.right):
        return False
    return start.text[:1].islower() or not (STOPPED.search(end.text) or (first.hanging and first.entry))
