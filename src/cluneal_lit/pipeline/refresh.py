"""Asking the services about every identifier that is missing or stale, until nothing is left to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Finding, Reply, Request
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.inquiry import Inquiry
from cluneal_lit.sources.questions import Cited, Due
from cluneal_lit.store import changes, intake, lock


class Network(Protocol):
    """What sends requests, and gives each with its answer, or why there was none, in the order of arrival."""

    @property
    def awaited(self) -> int: ...

    def send(self, requests: Iterable[Request]) -> None: ...

    def next(self) -> tuple[Request, Answer | SourceError]: ...


Connect = Callable[[], AbstractContextManager[Network]]
Progress = Callable[[int, int], None]  # how many questions are answered, of how many so far


class Refreshed(Struct, frozen=True):
    """How many of the `known` identifiers were asked about, which records are new or changed, what failed."""

    known: int = 0
    asked: int = 0
    changed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def refresh(
    project: Project,
    known: Sequence[Cited],
    lost: frozenset[str],
    connect: Connect | None,
    due: Due,
    progress: Progress,
) -> Refreshed:
    """Ask what is due and store each answer as it arrives. `connect` None: no network, nothing is asked.

    `known` are the identifiers of citations, library and records, with a year where there is one; `lost` the names of
    records that the lock knows and the store has not.
    """
    path = project.references / "lock.jsonl"
    lines = lock.read(path)
    inquiry = Inquiry(known, lines, lost, due, project.services)
    if connect is None or not (first := inquiry.requests()):
        return Refreshed(inquiry.names)
    lock.write(path, lines)
    before = changes.begin(project.references / "changes.jsonl")
    try:
        with connect() as network:
            network.send(first)
            told = _exchanged(project, network, inquiry, lines, due.today.isoformat(), progress)
    finally:
        lock.write(path, lines)
    changes.end(project.references / "changes.jsonl", before)
    return told


def _exchanged(
    project: Project, network: Network, inquiry: Inquiry, lines: lock.Lock, day: str, progress: Progress
) -> Refreshed:
    """Take answers in and send what they lead to, as long as one is awaited."""
    changed: list[str] = []
    failed: Counter[tuple[str, str]] = Counter()
    progress(0, inquiry.total)
    while network.awaited:
        request, reply = _reply(*network.next())
        changed += intake.take(project.references, lines, request.source, reply, day)
        failed.update((request.source, reason) for _, reason in inquiry.take(request, reply))
        network.send(inquiry.requests())
        progress(inquiry.answered, inquiry.total)
    findings = tuple(_finding(*name, failed[name]) for name in sorted(failed))
    return Refreshed(inquiry.names, len(inquiry.sent), tuple(changed), findings)


def _reply(request: Request, answer: Answer | SourceError) -> tuple[Request, Reply]:
    try:
        if isinstance(answer, SourceError):
            raise answer
        return request, SOURCES[request.source].parse(request, answer)
    except SourceError as error:
        return request, Reply(failed=tuple((name, str(error)) for name in request.ids))


def _finding(source: str, reason: str, count: int) -> Finding:
    of = f"{count} identifiers were" if count > 1 else "1 identifier was"
    return Finding("LIT301", values={"source": source, "reason": f"{reason} ({of} not answered)"})
