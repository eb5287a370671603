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
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.questions import questions
from cluneal_lit.store import intake, lock

ROUNDS = 4  # an answer may bring an identifier to ask about, and its answer another


class Network(Protocol):
    """What sends requests: their answers, or why there was none, in the order in which they arrive."""

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Answer | SourceError]]: ...


Connect = Callable[[], AbstractContextManager[Network]]
Progress = Callable[[str], None]


class Refreshed(Struct, frozen=True):
    """How many questions were asked, which records are new or changed, and a finding for each source that failed."""

    asked: int = 0
    changed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def refresh(
    project: Project,
    cited: Sequence[tuple[Ids, int | None]],
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
    path = project.references / "lock.jsonl"
    lines = lock.read(path)
    here = {record.key: record for record in stored}
    asked: set[Question] = set()

    def due() -> tuple[Question, ...]:
        missing = frozenset(key for key, line in lines.items() if line.state == "here" and key not in here)
        known = [*cited, *((record.ids, _year(record)) for record in here.values())]
        known += [(ids((lines[key].id,)), None) for key in missing]
        return tuple(one for one in questions(known, lines, missing, today, max_age) if one not in asked)

    if connect is None or not due():
        return Refreshed()
    lock.write(path, lines)
    changed: list[str] = []
    failed: Counter[tuple[str, str]] = Counter()
    try:
        with connect() as network:
            for _ in range(ROUNDS):
                round_ = due()
                if not round_:
                    break
                asked |= set(round_)
                progress(f"asking about {len(round_)} identifiers")
                for source, reply in _replies(network, round_, project):
                    changed += intake.take(project.references, lines, source, reply, today.isoformat())
                    here |= {record.key: record for record in reply.records}
                    failed.update((source, reason) for _, reason in reply.failed)
    finally:
        lock.write(path, lines)
    return Refreshed(len(asked), tuple(changed), tuple(_finding(*name, failed[name]) for name in sorted(failed)))


def _replies(network: Network, due: Sequence[Question], project: Project) -> Iterator[tuple[str, Reply]]:
    requests = [
        request
        for name, source in SOURCES.items()
        for request in source.requests([question for question in due if question.source == name], project.services)
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
    return Finding("LIT301", values={"source": source, "reason": f"{reason} ({of} not asked about)"})


def _year(record: Record) -> int | None:
    return record.fields.issued.year if record.fields.issued else None
