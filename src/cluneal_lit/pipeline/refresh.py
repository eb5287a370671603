"""Asking the services about every identifier that is missing or stale, until nothing is left to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Finding, Ids, Question, Record, Reply, Request
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.questions import questions
from cluneal_lit.store import intake, lock, records

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
    known: Iterable[tuple[Ids, int | None]],
    connect: Connect | None,
    today: date,
    max_age: int,
    progress: Progress,
) -> Refreshed:
    """Ask what is due and store each answer as it arrives. `connect` None: no network, nothing is asked.

    `known` are the identifiers of citations and library, with a year where there is one.
    """
    path = project.references / "lock.jsonl"
    lines = lock.read(path)
    due = _due(project, known, lines, today, max_age)
    if not due or connect is None:
        return Refreshed()
    lock.write(path, lines)
    asked: set[Question] = set()
    changed: list[str] = []
    failed: dict[tuple[str, str], int] = {}
    try:
        with connect() as network:
            for _ in range(ROUNDS):
                if not due:
                    break
                asked |= set(due)
                progress(f"asking {len(due)} questions")
                for source, reply in _replies(network, due, project):
                    changed += intake.take(project.references, lines, source, reply, today.isoformat())
                    for _name, reason in reply.failed:
                        failed[source, reason] = failed.get((source, reason), 0) + 1
                due = tuple(
                    question for question in _due(project, known, lines, today, max_age) if question not in asked
                )
    finally:
        lock.write(path, lines)
    return Refreshed(len(asked), tuple(changed), tuple(_finding(*name, failed[name]) for name in sorted(failed)))


def _due(
    project: Project, known: Iterable[tuple[Ids, int | None]], lines: lock.Lock, today: date, max_age: int
) -> tuple[Question, ...]:
    stored, _ = records.read(project.references / "records")
    here = {record.key for record in stored}
    missing = frozenset(key for key, line in lines.items() if line.state == "here" and key not in here)
    return questions([*known, *((record.ids, _year(record)) for record in stored)], lines, missing, today, max_age)


def _replies(network: Network, due: tuple[Question, ...], project: Project) -> Iterator[tuple[str, Reply]]:
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
