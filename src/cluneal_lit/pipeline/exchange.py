"""Questions out, replies in, as long as one is awaited."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec.structs import replace

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Reply, Request
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.asking import Asking


class Network(Protocol):
    """What sends requests, and gives each with its answer, or why there was none, in the order of arrival."""

    @property
    def awaited(self) -> int:
        """How many requests are not answered yet."""

    @property
    def arrived(self) -> bool:
        """Whether an answer is there that `next` gives at once."""

    def send(self, requests: Iterable[Request]) -> None: ...

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Answer | SourceError]]:
        """Sends the requests and gives each with what came of it."""

    def next(self, patience: float) -> tuple[Request, Answer | SourceError] | None:
        """The next answer; None when there was none for so many seconds."""


_PATIENCE = 5.0  # seconds without an answer, after which nobody waits for a slow service any more
Connect = Callable[[], AbstractContextManager[Network]]
Store = Callable[[Request, Reply], None]
Progress = Callable[[str, int, int], None]  # of what (`identifiers`), how many are answered, of how many so far


def exchange(network: Network, asking: Asking, of: str, progress: Progress, store: Store) -> None:
    """Ask until nothing is left to ask, and store each reply.

    What a reply leads to is sent first: a reply is stored while the network is busy and nothing else has arrived. What
    has arrived is stored however the asking ends.
    """
    backlog: deque[tuple[Request, Reply]] = deque()
    network.send(asking.requests())
    try:
        while network.awaited:
            progress(of, asking.answered, asking.total)
            if (answered := network.next(_PATIENCE)) is None:
                network.send(asking.requests(waits=False))
                continue
            request, reply = _reply(*answered, asking.redacted)
            kept = asking.take(request, reply)
            network.send(asking.requests())
            backlog.append((request, kept))
            while backlog and not network.arrived:
                _store(backlog, store)
        progress(of, asking.answered, asking.total)
    finally:
        while backlog:
            _store(backlog, store)


def _store(backlog: deque[tuple[Request, Reply]], store: Store) -> None:
    store(*backlog[0])  # an interruption in the middle leaves it where it is, to be stored again
    backlog.popleft()


def _reply(request: Request, answer: Answer | SourceError, redacted: Callable[[str], str]) -> tuple[Request, Reply]:
    """What an answer says; why it says nothing, without secrets that a service repeats."""
    try:
        if isinstance(answer, SourceError):
            raise answer
        reply = SOURCES[request.source].parse(request, answer)
    except SourceError as error:
        reply = Reply(failed=tuple((name, str(error)) for name in request.ids))
    return request, replace(reply, failed=tuple((name, redacted(reason)) for name, reason in reply.failed))
