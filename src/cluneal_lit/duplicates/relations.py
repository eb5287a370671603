"""How two values are related: one is missing, they are equal, they stand apart, or they are equal but for a letter."""

from __future__ import annotations

import re

from cluneal_lit import pages

MISSING, EQUAL, APART, CLOSE = range(4)
_SUPPLEMENT = re.compile(r"s\d+|\d+s")


def relation(left: str, right: str) -> int:
    """MISSING, EQUAL or APART."""
    return MISSING if not left or not right else EQUAL if left == right else APART


def first_pages(left: str, right: str) -> int:
    """As `relation`, and CLOSE where one has a letter that the other has not: `S73`, `73`."""
    found = relation(left, right)
    if found == APART and not (left.isdigit() and right.isdigit()):
        bare = pages.bare(left)
        if bare and bare == pages.bare(right):
            return CLOSE
    return found


def is_supplement(page: str) -> bool:
    """Whether a page has the letter that those of supplements have: `s73`."""
    return bool(_SUPPLEMENT.fullmatch(page))
