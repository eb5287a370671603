"""A line of a page: its text, what lies over it, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.model import Span

_RAISED = 0.12
HIGHEST = 0.6  # of the height of a font: nothing that is raised stands higher
_SMALLER = 0.9
STOPPED = re.compile(r"[.!?:;][)\]”\"’'*\d,]*$")  # a line that ends a sentence
NUMBERS = re.compile(r"\d+(?:[,–−-] ?\d+)*[,–−-]?")  # what may be raised, whole
_REACH = 0.3
_SPACE = 0.12
_CELL = 1.2


class Line(Struct, frozen=True, gc=False):
    """A line, or a piece of one, in points: `y` of its baseline grows upwards, `size` is that of its letters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spans: tuple[Span, ...] = ()
    upright: bool = True


def shifted(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    """The spans of a text that stands `by` characters further on."""
    return tuple(Span(span.start + by, span.end + by, span.kind, span.target) for span in spans)


def put_together(pieces: Iterable[Line]) -> list[Line]:
    """The lines of pieces in the order in which the page draws them; one goes on where the last one ends."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and piece.upright and lines[-1].upright and _goes_on(lines[-1], piece):
            lines[-1] = joined(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def _goes_on(line: Line, piece: Line) -> bool:
    size = line.size if line.size > piece.size else piece.size
    if not -_REACH * size < piece.x0 - line.x1 < size:
        return False
    other = min(line.size, piece.size) < _SMALLER * size
    return (
        abs(piece.y - line.y) < (HIGHEST if other else 0.2) * size or is_raised(piece, line) or is_raised(line, piece)
    )


def is_raised(piece: Line, line: Line) -> bool:
    """Whether a piece is a number that stands higher than the line beside it; it may be as large as that."""
    height = piece.y - line.y
    return (
        _RAISED * line.size < height < HIGHEST * line.size
        and piece.size < line.size / _SMALLER
        and -_REACH * line.size < max(piece.x0 - line.x1, line.x0 - piece.x1) < _CELL * line.size
        and bool(NUMBERS.fullmatch(piece.text))
    )


def joined(line: Line, piece: Line) -> Line:
    """Both as one; the smaller of them is raised where it stands higher."""
    size, gap = max(line.size, piece.size), piece.x0 - line.x1
    glue = "\t" if gap > _CELL * size else " " if gap > _SPACE * size else ""
    if line.text.endswith((" ", "\t")) or piece.text.startswith((" ", "\t")):
        glue = ""
    before, behind = _marked(line, piece), _marked(piece, line)
    larger = piece.size * _SMALLER > line.size and len(line.text) < len(piece.text)
    main = piece if larger or is_raised(line, piece) else line
    return Line(
        line.text + glue + piece.text,
        min(line.x0, piece.x0),
        max(line.x1, piece.x1),
        main.y,
        main.size,
        before.spans + shifted(behind.spans, len(line.text) + len(glue)),
    )


def _marked(line: Line, beside: Line) -> Line:
    smaller = line.size < _SMALLER * beside.size and line.y - beside.y > _RAISED * beside.size
    if smaller or is_raised(line, beside):
        start = len(line.text) - len(line.text.lstrip())
        return replace(line, spans=(*line.spans, Span(start, len(line.text.rstrip()), "superscript")))
    return line
