"""References on their way through the searches of PubMed and Crossref."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.citations.matching.match import Index, string
from cluneal_lit.compare import comes_near
from cluneal_lit.model import Candidates, Citation, Question, Record, Reply, Request, Services
from cluneal_lit.pipeline.refused import bearing, others
from cluneal_lit.registries import search_name
from cluneal_lit.sources import SEARCHES
from cluneal_lit.sources.asking import Asking

NOTHING: Mapping[str, tuple[str, ...]] = {}
_TOGETHER = 20  # candidates that are looked up in one request, unless fewer are left


class Outcome(Struct, frozen=True):
    """What came of equal references: the record of their work, or none; by each search that counts, the nearest, and
    all that may be meant, the best first. `withheld`: the refused names of what was passed over."""

    citations: Sequence[Citation]
    record: Record | None
    told: Mapping[str, str]
    near: Mapping[str, tuple[Record, ...]] = {}
    withheld: frozenset[str] = frozenset()


class _Reference(Struct):
    """Equal references on their way: the searches still to come, what the present one holds, what the others held.

    `refused`: names that people refused; `called`: all names of these works; `withheld`: which of the refused were met.
    """

    citations: Sequence[Citation]
    ahead: deque[str]
    refused: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    present: str = ""
    candidates: Candidates = Candidates("")
    nearest: dict[str, str] = {}
    near: dict[str, tuple[Record, ...]] = {}
    silent: bool = False

    def pass_over(self, records: Sequence[Record]) -> tuple[Record, ...]:
        """Those of the records whose work was refused, by whichever of its names a record tells."""
        names = self.called | self.refused
        self.called = names.union(others(names, records))
        passed = bearing(records, self.called)
        self.withheld |= self.refused.intersection(name for record in passed for name in record.ids.keys())
        return passed


class Searching(Asking):
    """References on their way from one search to the next, each as soon as the last has answered."""

    def __init__(
        self,
        services: Services,
        groups: Iterable[Sequence[Citation]],
        known: Iterable[Record],
        refused: Mapping[str, tuple[str, ...]] = NOTHING,
    ) -> None:
        super().__init__(services)
        self.outcomes: deque[Outcome] = deque()
        self.found = self.finished = 0
        self._known: dict[str, Record | None] = {record.id: record for record in known if record.source == "pubmed"}
        self._unanswered: set[str] = set()
        self._looked_up: dict[str, _Reference] = {}
        self._references = {
            search_name(group[0].id): _Reference(group, _askable(group[0]), frozenset(refused.get(group[0].id, ())))
            for group in groups
        }
        for key in self._references:
            self._go_on(key)

    def requests(self, *, waits: bool = True) -> tuple[Request, ...]:
        """The requests to send now; candidates are looked up together, but the next search need not wait for all."""
        return super().requests(waits=waits and len(self._open["pubmed"]) < _TOGETHER)

    def take(self, request: Request, reply: Reply) -> Reply:
        """Take a reply in: candidates to look up and judge, records of candidates, or no answer."""
        super().take(request, reply)
        if request.source in SEARCHES:
            for key, _ in reply.failed:
                self._references[key].silent = True
                self._go_on(key)
            for found in reply.candidates:
                self._weigh(found)
            return reply
        self._known |= dict.fromkeys(reply.absent)
        self._known |= {record.id: record for record in reply.records}
        self._known |= {name: self._known.get(to) for name, to in reply.links}
        self._unanswered |= {name for name, _ in reply.failed}
        for key in tuple(self._looked_up):
            self._judge(key)
        return reply

    def _go_on(self, key: str) -> None:
        """Ask the next search, or end: that nothing was found is told when every search has answered."""
        one = self._references[key]
        if one.ahead:
            one.present = one.ahead.popleft()
            citation = one.citations[0]
            self.open((Question(one.present, key, citation.fields, citation.raw),))
            return
        self.finished += 1
        if not one.silent:
            self.outcomes.append(Outcome(one.citations, None, one.nearest, one.near, one.withheld))

    def _weigh(self, found: Candidates) -> None:
        one = self._looked_up[found.name] = self._references[found.name]
        one.candidates = found
        self.open(Question("pubmed", name) for name in one.candidates.ids if name not in self._known)
        self._judge(found.name)

    def _judge(self, key: str) -> None:
        """Take the candidate that is the work, or go on; not before the records of all candidates are there."""
        one = self._looked_up[key]
        if not set(one.candidates.ids) <= self._known.keys() | self._unanswered:
            return
        del self._looked_up[key]
        if self._unanswered & set(one.candidates.ids):
            one.silent = True
            self._go_on(key)
            return
        records = (*one.candidates.records, *filter(None, map(self._known.get, one.candidates.ids)))
        passed = one.pass_over(records)
        by_id = {record.id: record for record in records if record not in passed}
        index, cited = Index({name: (record,) for name, record in by_id.items()}), one.citations[0]
        match = index.match(cited.fields, string(cited))
        if match.answer != "match":
            ranked = index.ranked(cited.fields, string(cited))
            one.near[one.present] = tuple(map(_judged_by, (*(by_id[near.candidate] for near in ranked), *passed)))
            one.nearest |= {one.present: match.candidate if comes_near(match.answer, match.why) else ""}
            self._go_on(key)
            return
        self.finished += 1
        self.found += len(one.citations)
        record = by_id[match.candidate]
        self.outcomes.append(Outcome(one.citations, record, {one.present: record.id}, withheld=one.withheld))


def _judged_by(record: Record) -> Record:
    """What of a record is held against a reference."""
    return Record(1, record.source, record.id, record.ids, record.fields, types=record.types)


def _askable(citation: Citation) -> deque[str]:
    return deque(name for name, one in SEARCHES.items() if one.askable(citation.fields, citation.raw))
