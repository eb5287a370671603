"""The services: each is a module of two pure functions, one that builds requests and one that reads an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cluneal_lit.model import Answer, Fields, Question, Reply, Request, Services
from cluneal_lit.sources import (
    agency,
    crossref,
    crossref_search,
    datacite,
    deleted,
    ecitmatch,
    idconv,
    pubmed,
    pubmed_doi,
    pubmed_search,
)


class Source(Protocol):
    """What a module of this folder offers. `parse` raises SourceError for an answer that says nothing of use."""

    @property
    def NAME(self) -> str: ...

    @property
    def BATCH(self) -> int:
        """How many questions one request can hold at most."""

    def requests(self, questions: Sequence[Question], services: Services) -> tuple[Request, ...]: ...

    def parse(self, request: Request, answer: Answer) -> Reply: ...


class Search(Source, Protocol):
    """A source that is asked what a reference string means. `requests` takes only what it can ask about."""

    def askable(self, fields: Fields, text: str) -> bool: ...


# In the order in which they are worth asking: one that finds the work spares the next.
SEARCHES: dict[str, Search] = {source.NAME: source for source in (ecitmatch, pubmed_search, crossref_search)}
SOURCES: dict[str, Source] = {
    **SEARCHES,
    **{source.NAME: source for source in (idconv, pubmed, crossref, agency, datacite, pubmed_doi, deleted)},
}
# Whose answers bring many questions to a source, so that it is worth waiting for them before a list goes that is not
# full: a PMID brings its DOI, that its agency, a search its candidates. PubMed is asked at once about what is cited,
# and again about what a PMCID or a DOI brings.
FED_BY: dict[str, tuple[str, ...]] = {
    "crossref": ("idconv", "pubmed"),
    "agency": ("crossref",),
    "datacite": ("agency",),
    "pubmed-doi": ("idconv", "crossref", "agency", "datacite"),
    "deleted": ("idconv", "pubmed"),
    "pubmed": ("ecitmatch", "pubmed-search", "pubmed-doi"),
}
