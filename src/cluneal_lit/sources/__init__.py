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

    def requests(self, questions: Sequence[Question], services: Services) -> tuple[Request, ...]: ...

    def parse(self, request: Request, answer: Answer) -> Reply: ...


SOURCES: dict[str, Source] = {source.NAME: source for source in (pubmed, crossref, agency, datacite, idconv, deleted)}
