"""Whether what was searched for a citation still counts, though people have refused other works since."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cluneal_lit.model import Asked, Resolution
from cluneal_lit.registries import searches


def unfound(meant: Resolution, lock: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """The searches by which nothing certain was found for a citation, as long as they stand."""
    found = searches(meant.citation.id, lock)
    return found if all(stands(line, meant.refused) for line in found) else ()


def stands(search: Asked, refused: Collection[str]) -> bool:
    """Whether a search would answer the same now: it found nothing that people have refused since, and passed over
    nothing that is refused no more."""
    found_refused = search.state == "elsewhere" and search.to in refused
    return not found_refused and not is_second_best(search, refused)


def is_second_best(search: Asked, refused: Collection[str]) -> bool:
    """Whether a search passed over what is refused no more."""
    return not set(search.withheld).issubset(refused)
