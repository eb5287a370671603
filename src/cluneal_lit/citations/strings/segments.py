"""The stretches of a reference string that its labels mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cluneal_lit.citations.strings.tokens import Tokens

OUTSIDE = "O"
# Labels whose parts belong together over so many tokens between them that have none.
_BRIDGED: Mapping[str, int] = {"title": 3, "author": 4, "journal": 2, "booktitle": 2, "publisher": 1}


class Segment(Struct, frozen=True):
    """Tokens from `start` to `end` (exclusive) that are one field."""

    label: str
    start: int
    end: int


Segments = list[Segment]


def place_of(segments: Segments, label: str) -> int | None:
    """The place of the first segment with a label; None without one."""
    return next((at for at, one in enumerate(segments) if one.label == label), None)


def begun(one: Segment, start: int) -> Segment:
    """A segment without its tokens before `start`."""
    return Segment(one.label, max(start, one.start), one.end)


def cleared(found: Tokens, segments: Segments, start: int, end: int) -> Segments:
    """The segments without what stands in a stretch, and those before it without the marks at its beginning."""
    kept: Segments = []
    for one in segments:
        if one.end <= start or one.start >= end:
            kept.append(one)
        elif one.start < start:
            last = start
            while last > one.start and found.texts[last - 1] in ",.;:([":
                last -= 1
            kept.append(Segment(one.label, one.start, last))
    return [one for one in kept if one.end > one.start]


def segments(labels: Sequence[str]) -> Segments:
    """The segments of labels `B-title`, `I-title`, `O` in their order, parts of one field put together."""
    found: Segments = []
    at = 0
    while at < len(labels):
        label, start = labels[at], at
        at += 1
        if label == OUTSIDE:
            continue
        name = label[2:]
        inside = f"I-{name}"
        while at < len(labels) and labels[at] == inside:
            at += 1
        last = found[-1] if found else None
        between = start - last.end if last else 0
        if last and last.label == name and (label[0] == "I" or between) and between <= _BRIDGED.get(name, 0):
            found[-1] = Segment(name, last.start, at)
        else:
            found.append(Segment(name, start, at))
    return found
