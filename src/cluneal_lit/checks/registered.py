"""Rules about identifiers that lead to no work, or by a way round: each kind of reason is another finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from cluneal_lit.checks import library, meant
from cluneal_lit.checks.case import Case, at
from cluneal_lit.model import Asked, Fields, Finding, Ids, Resolution
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
    for named, name, answer in _missing(case):
        if not is_recent(named.year, answer.day):
            where = _SEARCHES[name.partition(":")[0]]
            said = {"answer": denied(answer), "source": spoken(answer.source), "day": answer.day}
            other = meant.said(name, named.by, case) if named.by else {"meant": ""}
            yield named.at("LIT202", id=name, where=where, **said, **other)


def too_new(case: Case) -> Iterator[Finding]:
    """Identifiers that their registry may not have yet: by its citation the work was new on the day of asking."""
    for named, name, answer in _missing(case):
        if is_recent(named.year, answer.day):
            yield named.at("LIT209", id=name, source=spoken(answer.source), day=answer.day, year=str(named.year))


def taken_back(case: Case) -> Iterator[Finding]:
    """PMIDs that PubMed had, and deleted."""
    for named in _named(case):
        for name in named.ids.keys():
            if answer := deleted(name, case.lock):
                yield named.at("LIT208", id=name, day=answer.day)


class _Named(Struct, frozen=True):
    """Identifiers that stand together, the year beside them, what makes a finding at their place, and what they lead
    to, of a citation."""

    ids: Ids
    year: int | None
    at: Callable[..., Finding]
    by: Resolution | None = None


def _named(case: Case) -> Iterator[_Named]:
    """The identifiers of each citation, and of each record of the library: a document may cite it by its key alone."""
    for resolution in case.resolutions:
        citation = resolution.citation
        yield _Named(citation.ids, _year(citation.fields), partial(at, citation), resolution)
    for record in library.brought_in(case):
        yield _Named(record.ids, _year(record.fields), partial(library.told, record))


def _missing(case: Case) -> Iterator[tuple[_Named, str, Asked]]:
    """The identifiers that do not exist by all that is known, each with the answer that says so."""
    stored = {record.id for work in case.works.values() for record in work.records}
    for named in _named(case):
        for name in named.ids.keys():
            answer = absent(name, case.lock)
            if answer and name not in stored and not deleted(name, case.lock):
                yield named, name, answer


def _year(fields: Fields) -> int | None:
    return fields.issued.year if fields.issued else None


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
