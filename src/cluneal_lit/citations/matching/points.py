"""What each field of a reference and a work weighs, and in which words it is told."""

from __future__ import annotations

from collections.abc import Mapping

from cluneal_lit.compare import Comparison

# (equal, close, contradicting)
POINTS: Mapping[str, tuple[float, float, float]] = {
    "title": (4.0, 3.0, -3.0),
    "author": (2.0, 1.5, -2.5),
    "year": (1.0, 0.5, -1.5),
    "volume": (1.5, 0.75, -1.0),
    "pages": (2.0, 1.5, -1.0),
    "journal": (1.0, 0.5, -1.0),
}


def points(comparison: Comparison) -> float:
    """The points of a compared field."""
    if comparison.relation == "missing" or comparison.field not in POINTS:
        return 0.0
    equal, close, contradicting = POINTS[comparison.field]
    if comparison.field == "title" and comparison.degree >= 0.9:
        return equal
    return {"equal": equal, "close": close, "contradicting": contradicting}[comparison.relation]


def line(comparison: Comparison, apart: str) -> str:
    """A field in words; `apart`: the numbers in which the titles differ."""
    if comparison.relation == "missing":
        return f"{comparison.field}: missing"
    but = f", but their numbers differ ({apart})" if apart and comparison.field == "title" else ""
    if comparison.relation == "equal":
        return f"{comparison.field}: equal{but}"
    sides = f"{comparison.left} | {comparison.right}"
    return f"{comparison.field}: {comparison.relation} ({comparison.degree:.2f}){but}: {sides}"
