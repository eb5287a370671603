"""An element of a page while it is open."""

from __future__ import annotations

from cluneal_lit.documents.html_elements import is_hidden
from cluneal_lit.documents.html_lists import Listing
from cluneal_lit.documents.html_places import Label, Stretch
from cluneal_lit.documents.html_text import Writer
from cluneal_lit.documents.html_tokens import Tag


class Element:
    """An open element. `begun` and `lines` are how much was written before it, `cells` those of a table row so far."""

    __slots__ = ("alt", "anchor", "begun", "cells", "hidden", "label", "lines", "listing", "name", "start", "stretch")

    def __init__(self, tag: Tag, writer: Writer) -> None:
        self.name = tag.name
        self.start = tag.start
        self.hidden = is_hidden(tag)
        self.stretch: Stretch | None = None
        self.anchor: Stretch | None = None
        self.listing: Listing | None = None
        self.label: Label | None = None
        self.alt: tuple[str, int] | None = None
        self.begun = writer.size
        self.lines = writer.lines
        self.cells = 0
