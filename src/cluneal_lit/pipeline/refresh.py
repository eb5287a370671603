"""Asking the services about identifiers that are missing or stale, and searching for references that lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.model import Citation, Finding, Record, Reply, Request
from cluneal_lit.pipeline import check, own
from cluneal_lit.pipeline.exchange import Connect, Network, Progress, exchange
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.search import search, wanted
from cluneal_lit.registries import spoken
from cluneal_lit.sources import SEARCHES, pubmed_doi
from cluneal_lit.sources.inquiry import Inquiry
from cluneal_lit.sources.questions import Cited, Due
from cluneal_lit.store import changes, intake, lock


class Refreshed(Struct, frozen=True):
    """How many of the `known` identifiers were asked about, how many references were searched for and found, which
    records are new or changed, what failed."""

    known: int = 0
    asked: int = 0
    searched: int = 0
    found: int = 0
    changed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Scope(Struct, frozen=True):
    """What a refresh is about: identifiers, with a year where there is one, and references to search for.

    `lost`: records that the lock knows and the store has not. `borne`: the DOIs that PubMed's records bear, with their
    PMIDs. `documents`: where the references come from, to see which of them lead nowhere once the identifiers were
    asked about; none where nothing is searched for.
    """

    known: Sequence[Cited]
    lost: frozenset[str] = frozenset()
    borne: Mapping[str, str] = MappingProxyType({})
    references: tuple[Citation, ...] = ()
    documents: Scanned = Scanned()


def refresh(project: Project, scope: Scope, connect: Connect | None, due: Due, progress: Progress) -> Refreshed:
    """Ask what is due and store each answer as it arrives. `connect` None: no network, nothing is asked."""
    path = project.references / "lock.jsonl"
    lines = lock.read(path)
    lock.write(path, lines)  # sorted, as a run that was killed at its very end did not leave it
    inquiry = Inquiry(scope.known, lines, scope.lost, due, project.services, scope.borne)
    if connect is None or not (inquiry.total or scope.references):
        return Refreshed(inquiry.names)
    before = changes.begin(project.references / "changes.jsonl")
    refreshing = _Refreshing(project, lines, due, progress, inquiry)
    try:
        with connect() as network:
            refreshing.ask(network)
            refreshing.search(network, scope, due)
    finally:
        lock.write(path, lines)
    changes.end(project.references / "changes.jsonl", before)
    return refreshing.refreshed()


class _Refreshing:
    """A refresh under way: what was found, and what failed."""

    def __init__(self, project: Project, lines: lock.Lock, due: Due, progress: Progress, inquiry: Inquiry) -> None:
        self._project, self._lines, self._progress, self._inquiry = project, lines, progress, inquiry
        self._day = due.today.isoformat()
        self._changed: list[str] = []
        self._failed: Counter[tuple[str, str]] = Counter()
        self._searched = self._found = 0

    def ask(self, network: Network) -> None:
        """Ask about identifiers, and about those that the answers bring."""
        exchange(network, self._inquiry, "identifiers", self._progress, self._store)

    def search(self, network: Network, scope: Scope, due: Due) -> None:
        """Search for references, and ask about the identifiers of what is found, until that explains all that it can:
        what it brings may show that another reference was explained by the wrong work."""
        searched: set[str] = set()
        while True:
            wanted, known, refused = _still_unexplained(self._project, scope, due)
            ahead = [one for one in wanted if one.id not in searched]
            searched |= {one.id for one in ahead}
            found = search(self._project, self._lines, ahead, network, self._day, self._progress, known, refused)
            self._changed += found.changed
            self._failed += found.failed
            self._searched += found.searched
            self._found += found.found
            if not found.records:
                return
            self._inquiry.know(found.records)
            self.ask(network)

    def refreshed(self) -> Refreshed:
        """What came of it."""
        failed = self._failed + self._inquiry.failed
        findings = tuple(_finding(*name, failed[name]) for name in sorted(failed))
        changed = tuple(dict.fromkeys(self._changed))
        inquiry = self._inquiry
        return Refreshed(inquiry.names, inquiry.asked, self._searched, self._found, changed, findings)

    def _store(self, request: Request, reply: Reply) -> None:
        take = partial(intake.take, self._project.references, self._lines, day=self._day)
        self._changed += take(request.source, reply)
        while self._inquiry.settled:
            take(pubmed_doi.NAME, self._inquiry.settled[0])  # as in `exchange`, an interruption leaves it there
            self._inquiry.settled.popleft()


def _still_unexplained(
    project: Project, scope: Scope, due: Due
) -> tuple[tuple[Citation, ...], tuple[Record, ...], dict[str, tuple[str, ...]]]:
    """The references to search for, by what the store holds now, its records of today, and by a citation's id the names
    of what people said that it is not."""
    if not scope.documents.citations:
        return (), (), {}
    store = own.read(project, scope.documents)
    today = {line.id for line in store.lock.values() if line.day == due.today.isoformat() and line.state == "here"}
    resolved = check.resolved(scope.documents, store)
    refused = {one.citation.id: one.refused for one in resolved.resolutions if one.refused}
    references = wanted(resolved.resolutions, resolved.works, store.lock, due)
    return references, tuple(one for one in store.records if one.id in today), refused


def _finding(source: str, reason: str, count: int) -> Finding:
    what = "reference" if source in SEARCHES else "identifier"
    of = f"{count} {what}s were" if count > 1 else f"1 {what} was"
    return Finding("LIT301", values={"source": spoken(source), "reason": f"{reason} ({of} not answered)"})
