"""Numbers and bullets of lists, as a browser shows them before the items."""

from __future__ import annotations

import re

from cluneal_lit.documents import numerals
from cluneal_lit.documents.html.pieces import Pieces
from cluneal_lit.documents.html.places import Label
from cluneal_lit.late import late

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_DECLARATION = re.compile(r"\s*list-style(?:-type)?\s*:", re.IGNORECASE)
_STYLE = re.compile(
    r"\b(?:none|disc|circle|square|decimal(?!-leading)|(?:lower|upper)-(?:alpha|latin|roman))\b", re.IGNORECASE
)
_BULLETS = frozenset(("disc", "circle", "square"))
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
# What an item writes itself in the place of a number, and of a bullet.
_OWN_NUMBER = re.compile(r"\s*(?:[\[(]\d{1,4}[\])][.:]?|\d{1,3}[.)])\s")
_OWN = late(rf"{_OWN_NUMBER.pattern}|\s*[•‣◦▪·●○■*–—-]\s")
_LOOK_AHEAD = 6


class Listing:
    """An open list and its items' labels and own numbers; those of a reversed one are known when it ends."""

    __slots__ = ("_items", "_reversed", "_start", "_style")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        plain = "decimal" if name == "ol" else "disc"
        self._style = _style(attributes, plain)
        self._start = _integer(attributes.get("start", ""))
        self._reversed = name == "ol" and "reversed" in attributes
        self._items: list[tuple[Label, dict[str, str]]] = []

    def add(self, label: Label, attributes: dict[str, str]) -> None:
        """Take an item in."""
        self._items.append((label, attributes))

    def write(self, writer: Pieces) -> None:
        """Put the numbers and bullets before the items that hold text, but for those that bring their own."""
        step = -1 if self._reversed else 1
        value = self._start if self._start is not None else len(self._items) if self._reversed else 1
        for label, attributes in self._items:
            own = _integer(attributes.get("value", ""))
            value = value if own is None else own
            following = label.piece + 1
            style = _style(attributes, self._style)
            own_label = _OWN if style in _BULLETS else _OWN_NUMBER
            if label.piece >= 0 and not own_label.match(writer.said(following, following + _LOOK_AHEAD)):
                writer.change(label.piece, shown(style, value))
            value += step


def shown(style: str, value: int) -> str:
    """The number in its style with the full stop and blank behind it; a bullet; or nothing."""
    if style in _BULLETS:
        return "• "
    if style == "none":
        return ""
    written = str(value)
    if style.endswith(("alpha", "latin")) and value > 0:
        written = numerals.letters(value)
    elif style.endswith("roman"):
        written = numerals.roman(value)
    return f"{written.lower() if style.startswith('lower') else written}. "


def _style(attributes: dict[str, str], inherited: str) -> str:
    for declaration in attributes.get("style", "").split(";"):
        name = _DECLARATION.match(declaration)
        if name and (found := _STYLE.search(declaration, name.end())):
            return found[0].lower()
    written = attributes.get("type", "")
    return _TYPES.get(written, written.lower() if written.lower() in _BULLETS else inherited)


def _integer(written: str) -> int | None:
    match = _INTEGER.match(written)
    return int(match[1]) if match else None
