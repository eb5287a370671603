"""Authors with their years in a text, not yet believed to be a marker."""

from __future__ import annotations

from msgspec import Struct

from cluneal_lit.citations.markers.known import Naming

# How surely it is a marker by its form: `et al.`, two names with `&`, one name.
OTHERS, PAIR, WEAK = 3, 2, 1


class Item(Struct, frozen=True):
    """Names and their years in a text, what they name, how surely they are a marker by their form, and how that is
    written."""

    start: int
    end: int
    namings: tuple[Naming, ...]
    form: int
    written: str
