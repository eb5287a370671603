"""A change of a text as a unified diff, as `git apply` takes it: with the line ends and the encoding of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

_CONTEXT = 3  # lines around a change; git wants them
_UNENDED = b"\n\\ No newline at end of file\n"
_QUOTED = re.compile(r'["\\\x00-\x1f\x7f]')


class Edit(Struct, frozen=True, order=True):
    """What stands in a text from `start` to `end` in the place of what stood there."""

    start: int
    end: int
    text: str


class _Change(Struct, frozen=True):
    """Lines `first` to `last` (exclusive) that become others."""

    first: int
    last: int
    lines: tuple[str, ...]


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, which do not overlap."""
    pieces, at = list[str](), 0
    for edit in sorted(edits):
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*pieces, text[at:]])


def composed(first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that do at once what the first do, which give the text in the middle, and the second after them."""
    shifts, ends, spans = [0], list[int](), [(edit.start, edit.end) for edit in second]
    for edit in sorted(first):
        start = edit.start + shifts[-1]
        ends.append(start + len(edit.text))
        spans.append((start, ends[-1]))
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))
    touching: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if touching and start <= touching[-1][1]:
            start, end = touching[-1][0], max(end, touching.pop()[1])
        touching.append((start, end))
    return tuple(
        Edit(
            start - shifts[bisect_left(ends, start)],
            end - shifts[bisect_right(ends, end)],
            applied(middle[start:end], [_moved(edit, -start) for edit in second if start <= edit.start <= end]),
        )
        for start, end in touching
    )


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(edit.start + by, edit.end + by, edit.text)


def unified(path: str, text: str, edits: Sequence[Edit], encoded: Callable[[str], bytes]) -> bytes:
    """The patch of a file, whose path is as `git apply` is to see it; empty where nothing changes."""
    lines = _lines(text)
    hunks = list(_hunks(lines, list(_changes(text, lines, edits))))
    if not hunks:
        return b""
    heads = (f"--- {_named('a', path)}\n", f"+++ {_named('b', path)}\n")
    body = (sign.encode() + encoded(line) + (b"" if line.endswith("\n") else _UNENDED) for sign, line in hunks)
    return "".join(heads).encode() + b"".join(body)


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _named(side: str, path: str) -> str:
    """The path as git writes it: in quotes where signs in it mean something, before a tab where it holds a blank."""
    name = f"{side}/{path}"
    if _QUOTED.search(name):
        return (
            '"' + _QUOTED.sub(lambda sign: "\\" + (sign[0] if sign[0] in '"\\' else f"{ord(sign[0]):03o}"), name) + '"'
        )
    return f"{name}\t" if " " in name else name


def _changes(text: str, lines: Sequence[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    starts = [0, *accumulate(map(len, lines))]
    together: list[tuple[int, int, list[Edit]]] = []
    for edit in sorted(edits):
        if edit.start == edit.end == starts[first := min(bisect_right(starts, edit.start) - 1, len(lines))] and (
            edit.text.endswith("\n")
        ):
            together.append((first, first, [edit]))  # lines of their own
            continue
        first = min(bisect_right(starts, edit.start) - 1, max(0, len(lines) - 1))
        last = min(max(first, bisect_right(starts, max(edit.start, edit.end - 1)) - 1), max(0, len(lines) - 1)) + 1
        if together and together[-1][1] > first:
            before = together.pop()
            together.append((before[0], max(before[1], last), [*before[2], edit]))
        else:
            together.append((first, last, [edit]))
    for first, last, those in together:
        base = starts[first]
        moved = [_moved(edit, -base) for edit in those]
        yield _Change(first, last, tuple(_lines(applied(text[base : starts[last]], moved))))


def _hunks(lines: Sequence[str], changes: Sequence[_Change]) -> Iterator[tuple[str, str]]:
    """The lines of the hunks, each with its sign; their heads have none."""
    groups: list[list[_Change]] = []
    for change in changes:
        if groups and change.first - groups[-1][-1].last <= 2 * _CONTEXT:
            groups[-1].append(change)
        else:
            groups.append([change])
    shift = 0
    for group in groups:
        first, last = max(0, group[0].first - _CONTEXT), min(len(lines), group[-1].last + _CONTEXT)
        grown = sum(len(change.lines) - (change.last - change.first) for change in group)
        size = last - first
        yield "", f"@@ -{_range(first, size)} +{_range(first + shift, size + grown)} @@\n"
        yield from _body(lines, group, first, last)
        shift += grown


def _body(lines: Sequence[str], group: Sequence[_Change], first: int, last: int) -> Iterator[tuple[str, str]]:
    at = first
    for change in group:
        yield from ((" ", line) for line in lines[at : change.first])
        yield from (("-", line) for line in lines[change.first : change.last])
        yield from (("+", line) for line in change.lines)
        at = change.last
    yield from ((" ", line) for line in lines[at:last])


def _range(first: int, size: int) -> str:
    return f"{first + 1 if size else first},{size}"
