"""A citation whose identifiers name several works, and which of them its text describes."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.checks.case import Case, at, described
from cluneal_lit.compare import compared
from cluneal_lit.model import Citation, Finding, Resolution

_PLACED = {"title", "volume", "pages"}  # by one of these a text is a work's
_TELLING = {"title", "author", "year"}  # by none of these may it be another's


def different_works(case: Case) -> Iterator[Finding]:
    """Identifiers of one citation that name several works."""
    for resolution in case.resolutions:
        if resolution.how == "id" and len(resolution.works) > 1:
            titles = " | ".join(described(case.entries[key].fields) for key in resolution.works)
            ids = " and ".join(resolution.citation.ids.keys())
            yield at(resolution.citation, "LIT203", ids=ids, titles=titles + _text(resolution, case))


def _text(resolution: Resolution, case: Case) -> str:
    """Which of the works the text describes, by the identifier that names it; nothing unless it is one alone."""
    mine = [key for key in resolution.works if _is_of(resolution.citation, key, case)]
    named = [name for key in mine for name in resolution.citation.ids.keys() if name in case.works[key].names]
    return f"; the text is that of {' and '.join(named)}" if len(mine) == 1 and named else ""


def _is_of(citation: Citation, key: str, case: Case) -> bool:
    """Whether what a text says agrees with one record of a work in all that tells works apart."""
    return any(
        _TELLING.isdisjoint(said.field for said in found if said.relation == "contradicting")
        and any(said.field in _PLACED and said.relation == "equal" for said in found)
        for found in (compared(citation.fields, record.fields) for record in case.works[key].records)
    )
