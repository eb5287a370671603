"""The tokens of a labelled string, each with its label."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.citations.strings.reading import cut
from cluneal_lit.citations.strings.segments import OUTSIDE
from cluneal_lit.citations.strings.tokens import Tokens

Span = tuple[str, int, int]
# What each label of the sets is to the model; an institution is where a publisher would stand, notes are not read.
_LABELS = {
    name: name
    for name in "author title journal booktitle year volume issue pages publisher location editor series".split()
} | {"org": "publisher"}
# Labels disagree about the marks at the ends of a field: there they are left out.
_MARKS = frozenset(".,;:\"'“”‘’«»?!-–—")


def labelled(raw: str, spans: Iterable[Span]) -> tuple[Tokens, list[str]]:
    """The tokens of a string and their labels: `B-title` begins a field, `I-title` goes on with it, `O` is none."""
    found = cut(raw).tokens
    labels = [OUTSIDE] * len(found.texts)
    for label, start, end in spans:
        if name := _LABELS.get(label):
            inside = [at for at in range(len(labels)) if found.starts[at] < end and found.ends[at] > start]
            places = _bare([at for at in inside if found.texts[at][0] != "<"], found)
            for at in places:
                labels[at] = f"{'B' if at == places[0] else 'I'}-{name}"
    return found, labels


def _bare(places: list[int], found: Tokens) -> list[int]:
    """The places without the marks at both ends."""
    start, end = 0, len(places)
    while end > start and found.texts[places[end - 1]] in _MARKS:
        end -= 1
    while start < end and found.texts[places[start]] in _MARKS:
        start += 1
    return places[start:end]
