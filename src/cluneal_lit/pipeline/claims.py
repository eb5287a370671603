"""What is told of works beside their records: by other works, and by the entries that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cluneal_lit.checks import claimed
from cluneal_lit.checks.case import Disagreeing
from cluneal_lit.model import Relation, Resolution

Told = Mapping[str, tuple[Relation, ...]]  # by citation key


def told(resolutions: Iterable[Resolution], disagreeing: Iterable[Disagreeing], others: Told) -> Told:
    """What works tell of others, and what the entries that cite a work claim of it."""
    found = {**others}
    for pair in zip(resolutions, disagreeing, strict=True):
        ties = pair[0].citation.claims
        if ties and (key := claimed.work(*pair)):
            found[key] = (*found.get(key, ()), *ties)
    return found
