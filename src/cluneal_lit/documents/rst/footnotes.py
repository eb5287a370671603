"""Footnotes of reStructuredText that count themselves, `[#]_`, `[#isu]_`, `[*]_`: the numbers that they get.

(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#footnotes)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise

from cluneal_lit.documents.composed import Composed
from cluneal_lit.lines import Lines
from cluneal_lit.model import Anchor, Places

LABEL = re.compile(r"\d+|#[\w.:+-]*|\*")
_NOTE = re.compile(rf"^[ \t]*\.\.[ \t]+\[({LABEL.pattern})\](?=\s|$)", re.MULTILINE)
_MARK = re.compile(rf"(?<![\w`:])\[({LABEL.pattern})\]_(?![\w_])")

# (https://docutils.sourceforge.io/docs/ref/rst/directives.html#replacement-text)
_SUBSTITUTION = re.compile(r"^[ \t]*\.\.[ \t]+\|(?P<name>[^|\n]{1,60})\|[ \t]+replace::(?P<words>[^\n]*)", re.MULTILINE)
_SUBSTITUTED = re.compile(r"(?<!\.\. )\|([^\s|](?:[^|\n]{0,58}[^\s|])?)\|(?!\w)")


def numbered(source: str) -> tuple[str, tuple[Anchor, ...] | Places]:
    """The text with numbers for the labels that count and the words of substitutions, and its places in the source.

    Docutils numbers `#` in the order of the notes and passes over the numbers that are written; for `*` it has signs,
    here they are counted on. A mark whose note is not there gets a number that no note has.
    """
    signs = {**_footnotes(source), **(dict(_substituted(source)) if "::" in source else {})}
    return _replaced(source, signs) if signs else (source, Lines(source))


def _footnotes(source: str) -> dict[tuple[int, int], str]:
    notes = [*_NOTE.finditer(source)]
    numbers = _numbers([note[1] for note in notes])
    signs = {note.span(1): number for note, number in zip(notes, numbers, strict=True)}
    by_label: dict[str, list[str]] = {}
    for note, number in zip(notes, numbers, strict=True):
        by_label.setdefault(note[1], []).append(number)
    signs.update(_marks(source, by_label))
    return {span: number for span, number in signs.items() if source[span[0] : span[1]] != number}


def _substituted(source: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a name between bars stands for other words, `|12|`, and these."""
    words = {match["name"].lower(): match["words"].strip() for match in _SUBSTITUTION.finditer(source)}
    for match in _SUBSTITUTED.finditer(source) if words else ():
        if match[1].lower() in words:
            yield match.span(), words[match[1].lower()]


def _numbers(labels: Sequence[str]) -> list[str]:
    written = set(labels)
    free = (number for number in map(str, count(1)) if number not in written)
    numbers = [label if label.isdigit() else next(free) if label != "*" else "" for label in labels]
    return [number or next(free) for number in numbers]


def _marks(source: str, by_label: dict[str, list[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The marks that lead to notes: those without a name to one after another."""
    next_of = {label: iter(by_label.get(label, ())) for label in ("#", "*")}
    taken = {int(number) for numbers in by_label.values() for number in numbers}
    beyond = count(max(taken, default=0) + 1)
    for mark in _MARK.finditer(source):
        label = mark[1]
        if label in next_of:
            number = next(next_of[label], "") or (str(next(beyond)) if label == "#" else "")
        elif label.startswith("#") and label not in by_label:
            number = by_label.setdefault(label, [str(next(beyond))])[0]
        else:
            number = by_label.get(label, [""])[0]
        if number:
            yield mark.span(1), number


def _replaced(source: str, signs: Mapping[tuple[int, int], str]) -> tuple[str, tuple[Anchor, ...]]:
    place, composed = Lines(source).at, Composed()
    cuts = {0, len(source), *(at for sign in signs for at in sign)}
    cuts.update(match.end() for match in re.finditer("\n", source))
    for start, end in pairwise(sorted(cuts)):
        composed.say(signs.get((start, end), source[start:end]), place(start))
    whole = composed.document("", "")
    return whole.text, tuple(whole.anchors)
