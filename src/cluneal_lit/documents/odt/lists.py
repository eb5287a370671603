"""The lists of an OpenDocument text: how far each has counted."""

from __future__ import annotations

from lxml import etree

from cluneal_lit.documents.odt.names import TEXT
from cluneal_lit.documents.odt.styles import Styles
from cluneal_lit.documents.parts import whole_number


class Lists:
    """The lists that are open, and how far those of one style have counted at each depth."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[str] = []
        self._counts: dict[tuple[str, int], int] = {}

    def enter(self, one: etree._Element) -> None:
        """Begin a list; one inside another has its style if it has none of its own."""
        outer = self._open[-1] if self._open else ""
        self._open.append(one.get(f"{TEXT}style-name", "") or outer)
        if one.get(f"{TEXT}continue-numbering") != "true" and not one.get(f"{TEXT}continue-list"):
            self._counts[self._open[-1], len(self._open)] = 0

    def leave(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def label(self, item: etree._Element) -> str:
        """The label of the next item of the innermost list; empty for one that begins with a list of its own."""
        name, depth = self._open[-1] if self._open else "", max(1, len(self._open))
        given = whole_number(item.get(f"{TEXT}start-value", ""))
        number = self._counts[name, depth] = self._counts.get((name, depth), 0) + 1 if given is None else given
        first = next((child for child in item if child.tag in (f"{TEXT}p", f"{TEXT}list")), None)
        if first is None or first.tag != f"{TEXT}p":
            return ""
        return self._styles.label(name or self._styles.list_of(first.get(f"{TEXT}style-name", "")), depth, number)
