"""What a refresh is about: everything that is known or cited, or the works that a person names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from cluneal_lit import decided, identifiers
from cluneal_lit.config import Project
from cluneal_lit.entries.known_keys import end
from cluneal_lit.errors import StoreError
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import hanging
from cluneal_lit.pipeline.check import Resolved
from cluneal_lit.pipeline.refresh import Scope
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.search import wanted
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.sources import pubmed_doi
from cluneal_lit.sources.questions import Cited, Due, about, cited, dois_borne, questions


def everything(project: Project, scanned: Scanned, store: Stored, resolved: Resolved, due: Due) -> Scope:
    """All identifiers that are known, and the references that lead nowhere, where these may be searched for."""
    about = Scope(known(scanned, store), store.lost, dois_borne(store.records))
    if not project.config.search:
        return about
    references = wanted(resolved.resolutions, resolved.works, store.lock, due)
    return replace(about, references=references, documents=scanned)


def known(scanned: Scanned, store: Stored) -> list[Cited]:
    """The identifiers of citations, of what people accepted for them, of library and records, with the year that stands
    beside them."""
    accepted = decided.by_citation(store.decisions)
    citations = hanging.settled(scanned.citations, store.lock)
    found = [cited(citation.ids, citation.fields) for citation in citations]
    found += [
        cited(identifiers.ids([name]), citation.fields)
        for citation in citations
        if (one := decided.accepted(accepted.get(citation.id, ()))) and (name := decided.identifier(decided.work(one)))
    ]
    found += [
        cited(identifiers.ids([name]), citation.fields) for citation in citations if (name := hanging.whole(citation))
    ]
    found += [cited(record.ids, record.fields) for record in (*store.library, *store.records)]
    return [*found, *((identifiers.ids((store.lock[key].id,)), None) for key in sorted(store.lost))]


def of_works(scanned: Scanned, store: Stored, named: Sequence[str]) -> Scope:
    """What belongs to the works that a person names, by citation key or identifier.

    Raises StoreError for a name that is neither cited nor known.
    """
    found: dict[Cited, None] = {}
    ids = known(scanned, store)
    for text in named:
        names = _names(store, text)
        own = about(ids, names)
        if not own and len(names) > 1:
            raise StoreError(f"{text}: has no identifier that a service is asked about; add one to the library")
        if not own:
            raise StoreError(f"{text}: is neither cited nor known here; name a citation key, or an identifier that is")
        found |= dict.fromkeys(own)
    return Scope(tuple(found), store.lost, dois_borne(store.records))


def uncovered(scope: Scope, store: Stored, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """About what the lock holds no answer: identifiers, and places of references that were never searched for; and the
    identifiers whose records are missing, or not what was received."""
    asked = questions(scope.known, store.lock, scope.lost, Due(today, which="missing"), scope.borne)
    spoilt = {store.lock[key].id for key in scope.lost}
    may_be_borne = any(key.startswith("pubmed/") for key in scope.lost)  # a DOI, by a record that is asked for again
    names = dict.fromkeys(one.id for one in asked if not (may_be_borne and one.source == pubmed_doi.NAME))
    places = (words.address(one.document, one.place) for one in scope.references)
    return (*(name for name in names if name not in spoilt), *places), tuple(spoilt & names.keys())


def _names(store: Stored, text: str) -> tuple[str, ...]:
    key = text.strip().removeprefix("@")
    key = end(key, store.keys.aliases)
    return (*store.keys.works.get(key, ()), identifiers.key(text))
