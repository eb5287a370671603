"""Footnotes of reStructuredText that count themselves, `[#]_`, `[#isu]_`, `[*]_`: the numbers that they get.

(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#footnotes)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise

from cluneal_lit.documents.composed import Composed
from cluneal_lit.lines import Lines
from cluneal_lit.model import Anchor, Places

LABEL = re.compile(r"\d+|#[\w.:+-]*|\*")
_NOTE = re.compile(rf"^[ \t]*\.\.[ \t]+\[({LABEL.pattern})\](?=\s|$)", re.MULTILINE)
_MARK = re.compile(rf"(?<![\w`:])\[({LABEL.pattern})\]_(?![\w_])")


def numbered(source: str) -> tuple[str, tuple[Anchor, ...] | Places]:
    """The text with numbers for the labels that count, and its places in the source.

    Docutils numbers `#` in the order of the notes and passes over the numbers that are written; for `*` it has signs,
    here they are counted on.
    """
    notes = [*_NOTE.finditer(source)]
    if all(note[1].isdigit() for note in notes):
        return source, Lines(source)
    numbers = _numbers([note[1] for note in notes])
    signs = {note.span(1): number for note, number in zip(notes, numbers, strict=True)}
    by_label: dict[str, list[str]] = {}
    for note, number in zip(notes, numbers, strict=True):
        by_label.setdefault(note[1], []).append(number)
    return _replaced(source, signs | dict(_marks(source, by_label)))


def _numbers(labels: Sequence[str]) -> list[str]:
    free = (number for number in map(str, count(1)) if number not in labels)
    numbers = [label if label.isdigit() else next(free) if label != "*" else "" for label in labels]
    return [number or next(free) for number in numbers]


def _marks(source: str, by_label: Mapping[str, list[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The marks that lead to notes: those without a name to one after another."""
    next_of = {label: iter(numbers) for label, numbers in by_label.items() if label in ("#", "*")}
    for mark in _MARK.finditer(source):
        label = mark[1]
        number = next(next_of[label], "") if label in next_of else by_label.get(label, [""])[0]
        if number:
            yield mark.span(1), number


def _replaced(source: str, signs: Mapping[tuple[int, int], str]) -> tuple[str, tuple[Anchor, ...]]:
    place, composed = Lines(source).at, Composed()
    cuts: Iterable[int] = {0, len(source), *(at for sign in signs for at in sign)}
    cuts = sorted({*cuts, *(match.end() for match in re.finditer("\n", source))})
    for start, end in pairwise(cuts):
        composed.say(signs.get((start, end), source[start:end]), place(start))
    whole = composed.document("", "")
    return whole.text, tuple(whole.anchors)
