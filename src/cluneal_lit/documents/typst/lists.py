"""The numbered lists of a Typst source, whose items begin with `+`. (https://typst.app/docs/reference/model/enum/)"""

from __future__ import annotations

import re

from cluneal_lit.lines import Lines
from cluneal_lit.model import Anchor, Place, Places

_ITEM = re.compile(r"([ \t]*)(?:\+|(\d{1,9})\.)(?=[ \t])")


def numbered(source: str) -> tuple[str, tuple[Anchor, ...] | Places]:
    """The source with the number that Typst gives an item in the place of its `+`, and the places of its characters."""
    if "+" not in source:
        return source, Lines(source)
    lines: list[str] = []
    anchors: list[Anchor] = []
    counts: dict[int, int] = {}  # the last number by indent
    at = 0
    for number, line in enumerate(source.split("\n"), 1):
        anchors.append(Anchor(at, Place(number, 1)))
        item = _ITEM.match(line)
        count = _count(counts, line, item)
        if item and not item[2]:
            line = f"{item[1]}{count}.{line[item.end() :]}"
            anchors.append(Anchor(at + item.end(1) + len(f"{count}."), Place(number, item.end() + 1)))
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), tuple(anchors)


def _count(counts: dict[int, int], line: str, item: re.Match[str] | None) -> int:
    """The number of the item that a line begins; a line indented as an open list or less ends it."""
    if not line.strip():
        return 0
    indent = len(line) - len(line.lstrip())
    for deeper in [each for each in counts if each > indent or (each == indent and not item)]:
        del counts[deeper]
    if item:
        counts[indent] = int(item[2]) if item[2] else counts.get(indent, 0) + 1
    return counts.get(indent, 0)
