"""What a file says has befallen the works of its own entries."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.checks.case import Case, Disagreeing
from cluneal_lit.checks.verdict import is_other_work
from cluneal_lit.formats.editorial import by_notices
from cluneal_lit.model import Citation, Resolution, Status


def work(resolution: Resolution, disagreeing: Disagreeing) -> str:
    """The key of the work that a citation is; empty for one that is none that is known, or another's."""
    if len(resolution.works) != 1 or is_other_work(resolution, disagreeing):
        return ""
    return resolution.works[0]


def alone(case: Case) -> Iterator[tuple[Citation, Status]]:
    """The status that an entry claims of a work that is not known."""
    for resolution, disagreeing in zip(case.resolutions, case.disagreeing, strict=True):
        ties = resolution.citation.claims
        if ties and not work(resolution, disagreeing):
            yield resolution.citation, by_notices(ties, heard=True)
