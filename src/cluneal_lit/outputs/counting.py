"""How many there are of each word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def counted(names: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    """How many of each word there are, in a fixed order with others behind; a word without any is absent."""
    found = Counter(names)
    return {name: found[name] for name in (*order, *sorted(set(found) - set(order))) if found[name]}
