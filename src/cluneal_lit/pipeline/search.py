"""Searching the services for the works of references that have no identifier and match nothing that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from cluneal_lit.citations.candidates import best
from cluneal_lit.model import Asked, Candidates, Citation, Question, Record, Reply, Resolution, Services
from cluneal_lit.pipeline.exchange import Network, Progress, exchanged
from cluneal_lit.registries import is_recent, search_key, unasked
from cluneal_lit.sources import SEARCHES
from cluneal_lit.sources.asking import Asking
from cluneal_lit.sources.questions import Due
from cluneal_lit.store import intake, lock


class Found(Struct, frozen=True):
    """How many references were searched for, the records that were accepted, and what was not answered."""

    searched: int
    records: tuple[Record, ...]
    changed: tuple[str, ...]
    failed: Counter[tuple[str, str]]


def wanted(resolved: Iterable[Resolution], lines: Mapping[str, Asked], due: Due) -> tuple[Citation, ...]:
    """The references that lead to no work, have no identifier that is looked up, and are due to be searched for."""
    found: dict[str, Citation] = {}
    for resolution in resolved:
        citation = resolution.citation
        names = citation.ids.keys()
        if citation.fields and not resolution.works and unasked(names) == names and _is_due(citation, lines, due):
            found[citation.id] = citation
    return tuple(found.values())


def _is_due(citation: Citation, lines: Mapping[str, Asked], due: Due) -> bool:
    year = citation.fields.issued.year if citation.fields.issued else None
    recent = is_recent(year, due.today.isoformat())
    return any(
        due.holds(lines.get(search_key(name, citation.id)), False, recent)
        for name, source in SEARCHES.items()
        if source.askable(citation.fields, citation.raw)
    )


class Searching:
    """References on their way from one search to the next; what is found is stored at once."""

    def __init__(self, references: Path, lines: lock.Lock, citations: Iterable[Citation], day: str) -> None:
        self.open = {f"citation:{citation.id}": citation for citation in citations}
        self.failed: Counter[tuple[str, str]] = Counter()
        self.records: list[Record] = []
        self.changed: list[str] = []
        self._references, self._lines, self._day = references, lines, day
        self._answers: dict[str, dict[str, str]] = {name: {} for name in self.open}
        self._silent: set[str] = set()

    def ask(self, name: str, services: Services, network: Network, progress: Progress) -> None:
        """Ask one search about every reference that is open and that it can be asked about."""
        source = SEARCHES[name]
        askable = {key: one for key, one in self.open.items() if source.askable(one.fields, one.raw)}
        asking = Asking(services, (Question(name, key, one.fields, one.raw) for key, one in askable.items()))
        found: dict[str, Candidates] = {}
        for _, reply in exchanged(network, asking, "references", progress):
            found |= {one.name: one for one in reply.candidates}
        looked_up = self._looked_up([one for many in found.values() for one in many.ids], services, network, progress)
        self.failed += asking.failed
        for key in askable:
            candidates = found.get(key)
            if candidates is None or not looked_up.keys() >= set(candidates.ids):
                self._silent.add(key)
            else:
                self._judge(name, key, (*candidates.records, *filter(None, map(looked_up.get, candidates.ids))))

    def end(self) -> None:
        """Note of each reference that is still open, and of which every search was answered, that nothing was found."""
        for key, citation in self.open.items():
            if key not in self._silent:
                self._note(citation, self._answers[key])

    def _looked_up(
        self, names: Iterable[str], services: Services, network: Network, progress: Progress
    ) -> dict[str, Record | None]:
        """PubMed's records of candidates by their ids, None where it has none; what it did not answer is left out."""
        asking = Asking(services, (Question("pubmed", name) for name in dict.fromkeys(names)))
        known: dict[str, Record | None] = {}
        for _, reply in exchanged(network, asking, "candidates", progress):
            known |= dict.fromkeys(reply.absent) | {record.id: record for record in reply.records}
            known |= {name: known.get(to) for name, to in reply.links}
        self.failed += asking.failed
        return known

    def _judge(self, name: str, key: str, candidates: Iterable[Record]) -> None:
        records = {record.id: record for record in candidates}
        citation = self.open[key]
        match = best(citation.fields, records.values())
        if match.answer == "match":
            self._accept(name, citation, records[match.candidate])
            del self.open[key]
        else:
            self._answers[key][name] = match.candidate if match.answer == "unsure" else ""

    def _accept(self, name: str, citation: Citation, record: Record) -> None:
        self.records.append(record)
        self.changed += intake.take(self._references, self._lines, record.source, Reply(records=(record,)), self._day)
        line = Asked(name, f"citation:{citation.id}", self._day, "elsewhere", to=record.id)
        intake.note(self._references, self._lines, (line,))

    def _note(self, citation: Citation, answers: Mapping[str, str]) -> None:
        lines = [Asked(name, f"citation:{citation.id}", self._day, "absent", to=to) for name, to in answers.items()]
        intake.note(self._references, self._lines, lines)


def search(
    references: Path,
    lines: lock.Lock,
    citations: Iterable[Citation],
    services: Services,
    network: Network,
    day: str,
    progress: Progress,
) -> Found:
    """Search for the references, one service after the other: what one finds spares the next."""
    searching = Searching(references, lines, citations, day)
    count = len(searching.open)
    for name in SEARCHES:
        searching.ask(name, services, network, progress)
    searching.end()
    return Found(count, tuple(searching.records), tuple(searching.changed), searching.failed)
