"""Searching the services for the works of references that have no identifier and match nothing that is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.citations.match import Index
from cluneal_lit.config import Project
from cluneal_lit.model import Asked, Candidates, Citation, Fields, Question, Record, Reply, Request, Resolution
from cluneal_lit.pipeline.exchange import Network, Progress, exchange
from cluneal_lit.registries import is_recent, search_key, search_name, unasked
from cluneal_lit.sources import SEARCHES
from cluneal_lit.sources.asking import Asking
from cluneal_lit.sources.questions import Due
from cluneal_lit.sources.replies import batches
from cluneal_lit.store import intake, lock

_PART = 50  # references


class Found(Struct, frozen=True):
    """How many references were searched for and found, the records that were accepted, and what was not answered."""

    searched: int
    found: int
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
    """Whether a search for it is due; one that found something stands for all, though other works may fit as well."""
    recent = is_recent(citation.fields.issued.year if citation.fields.issued else None, due.today.isoformat())
    names = [name for name, source in SEARCHES.items() if source.askable(citation.fields, citation.raw)]
    asked = [lines.get(search_key(name, citation.id)) for name in names]
    found = [line for line in asked if line and line.state == "elsewhere"]
    return any(due.holds(line, False, recent) for line in found or asked)


def search(
    project: Project, lines: lock.Lock, citations: Iterable[Citation], network: Network, day: str, progress: Progress
) -> Found:
    """Search for the references, one service after the other: what one finds spares the next.

    They go in parts, so that an interruption costs no more than one of them. References that say the same are searched
    for once.
    """
    groups: defaultdict[tuple[Fields, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        groups[citation.fields, citation.raw].append(citation)
    searching = _Searching(project, lines, network, day, progress)
    for part in batches(tuple(groups.values()), _PART):
        searching.go_through(part)
    count = sum(map(len, groups.values()))
    return Found(count, searching.found, tuple(searching.records), tuple(searching.changed), searching.failed)


class _Searching:
    """References on their way from one search to the next; what is found is stored at once."""

    def __init__(self, project: Project, lines: lock.Lock, network: Network, day: str, progress: Progress) -> None:
        self.failed: Counter[tuple[str, str]] = Counter()
        self.records: list[Record] = []
        self.changed: list[str] = []
        self.found = 0
        self._references, self._services = project.references, project.services
        self._lines, self._network, self._day, self._progress = lines, network, day, progress

    def go_through(self, groups: Iterable[Sequence[Citation]]) -> None:
        """Ask every search about references that are not found yet, each group of equal ones by its first."""
        open_ = {search_name(group[0].id): group for group in groups}
        nearest: defaultdict[str, dict[str, str]] = defaultdict(dict)
        silent: set[str] = set()
        for name in SEARCHES:
            for key, candidates in self._candidates(name, open_).items():
                if candidates is None:
                    silent.add(key)
                    continue
                match = Index({record.id: (record,) for record in candidates}).match(open_[key][0].fields)
                if match.answer == "match":
                    self._accept(name, open_.pop(key), next(one for one in candidates if one.id == match.candidate))
                else:
                    nearest[key][name] = match.candidate if match.answer == "unsure" else ""
        # That nothing was found is noted when every search has answered.
        for key in open_.keys() - silent:
            self._note(
                Asked(name, search_name(citation.id), self._day, "absent", to=to)
                for citation in open_[key]
                for name, to in nearest[key].items()
            )

    def _candidates(self, name: str, open_: Mapping[str, Sequence[Citation]]) -> dict[str, tuple[Record, ...] | None]:
        """What a search finds for each reference that it can be asked about; None where it gave no answer."""
        source = SEARCHES[name]
        first = {key: group[0] for key, group in open_.items()}
        asked = {key: one for key, one in first.items() if source.askable(one.fields, one.raw)}
        found: dict[str, Candidates] = {}

        def store(_: Request, reply: Reply) -> None:
            found.update({one.name: one for one in reply.candidates})

        asking = Asking(self._services, (Question(name, key, one.fields, one.raw) for key, one in asked.items()))
        exchange(self._network, asking, "references", self._progress, store)
        self.failed += asking.failed
        known = self._looked_up(one for candidates in found.values() for one in candidates.ids)
        return {key: _records(found.get(key), known) for key in asked}

    def _looked_up(self, names: Iterable[str]) -> dict[str, Record | None]:
        """PubMed's records of candidates by their ids, None where it has none; what it did not answer is left out."""
        known: dict[str, Record | None] = {}

        def store(_: Request, reply: Reply) -> None:
            known.update(dict.fromkeys(reply.absent))
            known.update({record.id: record for record in reply.records})
            known.update({name: known.get(to) for name, to in reply.links})

        asking = Asking(self._services, (Question("pubmed", name) for name in dict.fromkeys(names)))
        exchange(self._network, asking, "candidates", self._progress, store)
        self.failed += asking.failed
        return known

    def _accept(self, name: str, group: Sequence[Citation], record: Record) -> None:
        self.found += len(group)
        self.records.append(record)
        self.changed += intake.take(self._references, self._lines, record.source, Reply(records=(record,)), self._day)
        self._note(Asked(name, search_name(one.id), self._day, "elsewhere", to=record.id) for one in group)

    def _note(self, found: Iterable[Asked]) -> None:
        intake.note(self._references, self._lines, tuple(found))


def _records(found: Candidates | None, known: Mapping[str, Record | None]) -> tuple[Record, ...] | None:
    """The records of candidates, each once; None where not everything about them was answered."""
    if found is None or not known.keys() >= set(found.ids):
        return None
    records = (*found.records, *filter(None, map(known.get, found.ids)))
    return tuple({record.id: record for record in records}.values())
