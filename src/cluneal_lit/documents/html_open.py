"""An element of a page while it is open."""

from __future__ import annotations

from cluneal_lit.documents.html_elements import Tag
from cluneal_lit.documents.html_lists import Listing
from cluneal_lit.documents.html_places import Label, Stretch


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
