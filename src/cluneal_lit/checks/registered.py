"""Rules about identifiers that lead to no work, or by a way round: each kind of reason is another finding."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.checks import meant
from cluneal_lit.checks.case import Case, at
from cluneal_lit.model import Asked, Citation, Finding, Resolution
from cluneal_lit.registries import (
    absent,
    agency,
    deleted,
    denied,
    is_recent,
    replacements,
    spoken,
    unasked,
    undeposited,
)

# Where a person searches for a work by its title.
_SEARCHES = {
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/",
    "doi": "https://search.crossref.org/",
    "arxiv": "https://arxiv.org/search/",
}
_UNASKED = {"nct": "registers of trials", "isbn": "catalogues of libraries", "shortdoi": "the addresses of short DOIs"}


def unknown(case: Case) -> Iterator[Finding]:
    """Identifiers that their registry does not have, and did not have when it was asked before."""
    for resolution, name, answer in _missing(case):
        if not is_recent(_year(resolution.citation), answer.day):
            where = _SEARCHES[name.partition(":")[0]]
            said = {"answer": denied(answer), "source": spoken(answer.source), "day": answer.day}
            yield at(resolution.citation, "LIT202", id=name, where=where, **said, **meant.said(name, resolution, case))


def too_new(case: Case) -> Iterator[Finding]:
    """Identifiers that their registry may not have yet: by its citation the work was new on the day of asking."""
    for resolution, name, answer in _missing(case):
        citation = resolution.citation
        year = _year(citation)
        if is_recent(year, answer.day):
            yield at(citation, "LIT209", id=name, source=spoken(answer.source), day=answer.day, year=str(year))


def taken_back(case: Case) -> Iterator[Finding]:
    """PMIDs that PubMed had, and deleted."""
    for resolution in case.resolutions:
        for name in resolution.citation.ids.keys():
            if answer := deleted(name, case.lock):
                yield at(resolution.citation, "LIT208", id=name, day=answer.day)


def _missing(case: Case) -> Iterator[tuple[Resolution, str, Asked]]:
    """The identifiers that do not exist by all that is known, each with the answer that says so."""
    stored = {record.id for work in case.works.values() for record in work.records}
    for resolution in case.resolutions:
        for name in resolution.citation.ids.keys():
            answer = absent(name, case.lock)
            if answer and name not in stored and not deleted(name, case.lock):
                yield resolution, name, answer


def _year(citation: Citation) -> int | None:
    return citation.fields.issued.year if citation.fields.issued else None


def elsewhere(case: Case) -> Iterator[Finding]:
    """DOIs of agencies that are not asked."""
    for resolution in case.resolutions:
        if answer := agency(f"doi:{resolution.citation.ids.doi}", case.lock):
            yield at(resolution.citation, "LIT204", id=answer.id, agency=answer.to)


def without_record(case: Case) -> Iterator[Finding]:
    """DOIs that their own agency has no record of."""
    for resolution in case.resolutions:
        if answer := undeposited(f"doi:{resolution.citation.ids.doi}", case.lock):
            yield at(resolution.citation, "LIT207", id=answer.id, agency=answer.to, day=answer.day)


def replaced(case: Case) -> Iterator[Finding]:
    """Identifiers whose record is another one now."""
    links = replacements(case.lock)
    for resolution in case.resolutions:
        for name in resolution.citation.ids.keys():
            if name in links:
                yield at(resolution.citation, "LIT205", id=name, to=links[name])


def not_looked_up(case: Case) -> Iterator[Finding]:
    """Citations with identifiers of such kinds alone as are not looked up anywhere, and without a known work."""
    for resolution in case.resolutions:
        found = resolution.citation.ids.keys()
        if found and not resolution.works and unasked(found) == found:
            kinds = dict.fromkeys(name.partition(":")[0] for name in found)
            where = " and ".join(_UNASKED[kind] for kind in kinds)
            yield at(resolution.citation, "LIT206", id=" ".join(found), where=where)
