"""How the entries of a list without labels are set: by indents, or line by line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cluneal_lit.citations.references import authors
from cluneal_lit.citations.references.lines import Line

_WRAPPED = 110  # columns of text that was broken by hand, at most
_MANY = 5


class Layout(Struct, frozen=True):
    """How the entries of a stretch of lines without labels are set: `level` is the indent with which one begins, None
    where all begin alike; `full` the length of its longest line, 0 where lines are not broken by hand."""

    level: int | None
    full: int


def layout(text: str, lines: Sequence[Line], under: bool) -> Layout:
    """How the entries of these lines are set; by indents only under a heading or behind authors."""
    full = max((line.end - line.start for line in lines), default=0)
    full = full if full <= _WRAPPED and len(lines) > 1 else 0
    labelled = [line for line in lines if line.labelled]
    if len(lines) < 2 or len(labelled) * _MANY > len(lines):
        return Layout(None, full)
    indents = {line.indent for line in lines}
    first = lines[0].indent
    heads = [line for line in lines if line.indent == first]
    told = under or authors.leading(text[lines[0].content : lines[0].content + 400]).names
    if len(indents) == 1 or first not in (min(indents), max(indents)) or not told:
        return Layout(None, full)
    if first == max(indents) and len(heads) < 2:
        return Layout(None, full)
    return Layout(first, full)
