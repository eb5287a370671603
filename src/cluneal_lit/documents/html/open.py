"""An element of a page while it is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cluneal_lit.documents.html.elements import ARROWS
from cluneal_lit.documents.html.lists import Listing
from cluneal_lit.documents.html.pieces import Pieces
from cluneal_lit.documents.html.places import Label, Stretch
from cluneal_lit.documents.html.tags import Tag


class Element:
    """An open element of which something is to be done, or known, until it ends.

    `begun` and `lines` are how much was written before a list item or table row, `cells` those of the row so far.
    """

    stretch: Stretch | None = None
    anchor: Stretch | None = None
    listing: Listing | None = None
    label: Label | None = None
    alt: tuple[str, int] | None = None
    plain = False
    begun = lines = cells = 0

    def __init__(self, tag: Tag, start: int) -> None:
        self.name = tag.name
        self.start = start
        self.hidden = tag.hidden
        self.kept = tag.kept


class Open:
    """The open elements, from the outermost on, and where those of each name stand among them.

    Of an element that does nothing but be open, its tag stands there.
    """

    def __init__(self) -> None:
        self.stack: list[Element | Tag] = []
        self.depths: defaultdict[str, list[int]] = defaultdict(list)

    def depth(self, names: Iterable[str]) -> int:
        """Where the innermost open element of these names stands; -1 for none."""
        depth = -1
        for name in names:
            depths = self.depths.get(name)
            if depths and depths[-1] > depth:
                depth = depths[-1]
        return depth

    def innermost(self, name: str, within: Iterable[str]) -> Element | None:
        depths = self.depths.get(name)
        depth = depths[-1] if depths else -1
        if depth < 0 or depth < self.depth(within):
            return None
        element = self.stack[depth]
        return element if isinstance(element, Element) else None


def end_stretches(element: Element, writer: Pieces) -> None:
    """End what lies over the text of an element. A link that is nothing but an arrow leads back, and is taken out."""
    if stretch := element.stretch:
        if element.alt and stretch.start < 0:
            writer.add_for(*element.alt)
        writer.end(stretch, element.start)
        if "#" in stretch.target and ARROWS.fullmatch(writer.said(stretch.start, stretch.end)):
            writer.drop(stretch)
    if element.anchor and element.anchor.start >= 0:
        writer.end(element.anchor)
