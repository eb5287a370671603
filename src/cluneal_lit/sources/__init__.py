"""The services: each is a module of two pure functions, one that builds requests and one that reads an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import agency, crossref, datacite, deleted, idconv, pubmed


class Source(Protocol):
    """What a module of this folder offers. `parse` raises SourceError for an answer that says nothing of use."""

    @property
    def NAME(self) -> str: ...

    @property
    def BATCH(self) -> int:
        """How many questions one request can hold at most."""

    def requests(self, questions: Sequence[Question], services: Services) -> tuple[Request, ...]: ...

    def parse(self, request: Request, answer: Answer) -> Reply: ...


# An answer of one may bring questions to those behind it: a PMID, its DOI, that DOI's agency.
SOURCES: dict[str, Source] = {source.NAME: source for source in (idconv, pubmed, crossref, agency, datacite, deleted)}
