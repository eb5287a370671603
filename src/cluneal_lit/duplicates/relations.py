"""How two values are related: one is missing, they are equal, they stand apart, or they are equal but for a letter."""

from __future__ import annotations

MISSING, EQUAL, APART, CLOSE = range(4)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def relation(left: str, right: str) -> int:
    """MISSING, EQUAL or APART."""
    return MISSING if not left or not right else EQUAL if left == right else APART


def pages(left: str, right: str) -> int:
    """As `relation`, and CLOSE where one has a letter that the other has not: `S73`, `73`."""
    found = relation(left, right)
    if found == APART and not (left.isdigit() and right.isdigit()):
        bare = left.strip(_LETTERS)
        if bare and bare == right.strip(_LETTERS):
            return CLOSE
    return found
