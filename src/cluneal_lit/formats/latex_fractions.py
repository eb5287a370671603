"""Fractions and roots of LaTeX in a line of text."""

from __future__ import annotations

import re

from cluneal_lit import scripts
from cluneal_lit.late import late

_FRACTION = late(
    r"(?P<before>\d\$?)?\\(?:[dtc]?frac|nicefrac|sfrac)\s*"
    r"(?:\{\s*(?P<above>[^{}]{1,40}?)\s*\}\s*\{\s*(?P<below>[^{}]{1,40}?)\s*\}|(?P<digits>\d)(?P<digit>\d))"
)
_ROOT = late(r"\\sqrt\s*(?:\[\s*([\w+−-]{1,20})\s*\]\s*)?(?:\{\s*([^{}]{1,80}?)\s*\}|(\d))")
_VULGAR = {
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘",
    "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞",
}  # fmt: skip


def in_a_line(source: str) -> str:
    """The source with fractions and roots in a line: `½`, `5/7`, `(a+b)/2`, `√2`, `³√2`."""
    if "frac" in source:
        source = _FRACTION.sub(_fraction, source)
    return _ROOT.sub(_root, source) if "\\sqrt" in source else source


def _root(match: re.Match[str]) -> str:
    index, before = scripts.raised(match[1] or ""), match.string[: match.start()][-1:]
    apart = " " if index and before.isalnum() else ""
    return f"{apart}{index}√{_whole(match[2] or match[3])}"


def _fraction(match: re.Match[str]) -> str:
    above, below = match["above"] or match["digits"], match["below"] or match["digit"]
    said, before = f"{_whole(above)}/{_whole(below)}", match["before"] or ""
    return before + (_VULGAR.get(said) or " " * bool(before) + said)


def _whole(term: str) -> str:
    """A term of a formula, in brackets where it has signs that would part it."""
    return f"({term})" if re.search(r"[-+=/−±\s]", term.lstrip("+-−")) else term
