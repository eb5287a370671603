"""Asking the services about every identifier that is missing or stale, until nothing is left to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.errors import SourceError
from cluneal_lit.identifiers import ids
from cluneal_lit.model import Answer, Finding, Ids, Question, Record, Reply, Request
from cluneal_lit.registries import unasked
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.questions import questions
from cluneal_lit.store import changes, intake, lock

# An answer may bring an identifier to ask about, and its answer another: PMCID, PMID, DOI, the DOI alone, its agency,
# DataCite. A list of 200 that is refused is halved until the one that spoils it is alone.
ROUNDS = 16


class Network(Protocol):
    """What sends requests: their answers, or why there was none, in the order in which they arrive."""

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Answer | SourceError]]: ...


Cited = tuple[Ids, int | None]  # identifiers, and the year that stands beside them
Connect = Callable[[], AbstractContextManager[Network]]
Progress = Callable[[str], None]


class Refreshed(Struct, frozen=True):
    """How many of the `known` identifiers were asked about, which records are new or changed, what failed."""

    known: int = 0
    asked: int = 0
    changed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def refresh(
    project: Project,
    cited: Sequence[Cited],
    stored: Iterable[Record],
    connect: Connect | None,
    today: date,
    max_age: int,
    progress: Progress,
) -> Refreshed:
    """Ask what is due and store each answer as it arrives. `connect` None: no network, nothing is asked.

    `cited` are the identifiers of citations and library, with a year where there is one; `stored` the records that
    the services gave before.
    """
    state = _Refresh(project, cited, stored, today, max_age)
    if connect is None or not state.groups():
        return Refreshed(state.count())
    state.write()
    before = changes.begin(project.references / "changes.jsonl")
    try:
        with connect() as network:
            for _ in range(ROUNDS):
                groups = state.groups()
                if not groups:
                    break
                state.ask(groups)
                progress(f"identifiers asked about: {sum(map(len, groups))}")
                for source, reply in _replies(network, groups, project):
                    state.take(source, reply)
    finally:
        state.write()
    changes.end(project.references / "changes.jsonl", before)
    return state.refreshed()


class _Refresh:
    """What is known while the questions are asked: the lock, the records, and which questions are still open."""

    def __init__(
        self, project: Project, cited: Sequence[Cited], stored: Iterable[Record], today: date, max_age: int
    ) -> None:
        self.references, self.cited, self.today, self.max_age = project.references, cited, today, max_age
        self.lines = lock.read(self.references / "lock.jsonl")
        self.here = {record.key: record for record in stored}
        self.asked: set[Question] = set()
        # What is to be asked once more, each group in requests of its own.
        self.again: set[tuple[Question, ...]] = set()
        self.changed: list[str] = []
        self.failed: Counter[tuple[str, str]] = Counter()

    def groups(self) -> list[tuple[Question, ...]]:
        """The questions to ask now, in groups that share no request."""
        missing = frozenset(self._missing())
        due = questions(self._known(), self.lines, missing, self.today, self.max_age)
        first = tuple(one for one in due if one not in self.asked)
        again = sorted(self.again, key=lambda group: [(one.source, one.id) for one in group])
        return [group for group in (self._in_turn(first), *again) if group]

    def _in_turn(self, due: tuple[Question, ...]) -> tuple[Question, ...]:
        """The questions without those to the list of deleted PMIDs, until it can be fetched once for all of a run."""
        if any(one.source == "deleted" for one in self.asked):
            return tuple(one for one in due if one.source != "deleted")
        before = {one.source for one in (*due, *(one for group in self.again for one in group))}
        waits = not before.isdisjoint(("idconv", "pubmed"))
        return tuple(one for one in due if one.source != "deleted") if waits else due

    def ask(self, groups: Iterable[Sequence[Question]]) -> None:
        """Count these questions as asked."""
        self.asked |= {one for group in groups for one in group}
        self.again.clear()

    def take(self, source: str, reply: Reply) -> None:
        """Store what a source replied."""
        self.changed += intake.take(self.references, self.lines, source, reply, self.today.isoformat())
        self.here |= {record.key: record for record in reply.records}
        for names in (*((name,) for name in reply.unclear), *reply.apart):
            self.again.add(tuple(Question(source, name) for name in names))
        self.failed.update((source, reason) for _, reason in reply.failed)

    def write(self) -> None:
        """Write the lock, sorted."""
        lock.write(self.references / "lock.jsonl", self.lines)

    def count(self) -> int:
        """How many identifiers there are to ask about."""
        names = {name for one, _ in self._known() for name in one.keys()}
        return len(names) - len(unasked(names))

    def refreshed(self) -> Refreshed:
        """What came of it."""
        self.failed.update((one.source, "it never gave a clear answer") for group in self.again for one in group)
        told = tuple(_finding(*name, self.failed[name]) for name in sorted(self.failed))
        return Refreshed(self.count(), len(self.asked), tuple(self.changed), told)

    def _known(self) -> list[Cited]:
        """The identifiers of citations and library, of the stored records, and of records that are not believed."""
        records = [(record.ids, _year(record)) for record in self.here.values()]
        lost = [(ids((self.lines[key].id,)), None) for key in self._missing()]
        return [*self.cited, *records, *lost]

    def _missing(self) -> list[str]:
        return [key for key, line in self.lines.items() if line.state == "here" and key not in self.here]


def _replies(network: Network, due: Iterable[Sequence[Question]], project: Project) -> Iterator[tuple[str, Reply]]:
    """The replies to each group's questions, which share no request with those of another group."""
    requests = [
        request
        for group in due
        for name, source in SOURCES.items()
        for request in source.requests([question for question in group if question.source == name], project.services)
    ]
    for request, answer in network.answers(requests):
        try:
            if isinstance(answer, SourceError):
                raise answer
            yield request.source, SOURCES[request.source].parse(request, answer)
        except SourceError as error:
            yield request.source, Reply(failed=tuple((name, str(error)) for name in request.ids))


def _finding(source: str, reason: str, count: int) -> Finding:
    of = f"{count} identifiers were" if count > 1 else "1 identifier was"
    return Finding("LIT301", values={"source": source, "reason": f"{reason} ({of} not answered)"})


def _year(record: Record) -> int | None:
    return record.fields.issued.year if record.fields.issued else None
