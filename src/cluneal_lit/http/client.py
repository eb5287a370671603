"""Many requests at once: hosts side by side, each with its own limits."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlsplit

from cluneal_lit import __version__
from cluneal_lit.errors import SourceError
from cluneal_lit.http.call import Patience
from cluneal_lit.http.host import Host, Persistence
from cluneal_lit.http.limits import CLOSED, HIGHEST, OTHER, Gate, counted_with, limits
from cluneal_lit.model import Answer, Request, Services
from cluneal_lit.redacting import secrets, text_redactor

Outcome = Answer | SourceError


class Http:
    """The way to the services; leaving the context abandons what is still under way.

    `known` are the hosts that are asked wherever they stand, of all others only those in the open web; None: all are
    asked. `clock` and `sleep` are for tests; `sleep` says True when it ended before its time.
    """

    def __init__(
        self,
        services: Services,
        *,
        known: frozenset[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], bool | None] | None = None,
        patience: Patience = Patience(),  # noqa: B008
        persistence: Persistence = Persistence(),  # noqa: B008
    ) -> None:
        self.awaited = 0
        self._known = known
        self._stop = threading.Event()
        self._clock = clock
        self._sleep = self._stop.wait if sleep is None else sleep
        self._patience = patience
        self._persistence = persistence
        self._limits = limits(services)
        self._hosts: dict[str, Host] = {}
        self._lanes: dict[tuple[str, str], _Lane] = {}
        self._answers: queue.SimpleQueue[tuple[Request, Outcome | None]] = queue.SimpleQueue()
        # A header is ASCII; an address need not be.
        contact = f" (mailto:{quote(services.email, safe='@+')})" if services.email else ""
        self._headers = {"User-Agent": f"{services.tool}/{__version__}{contact}", "Accept-Encoding": "gzip"}
        self._redacted = text_redactor(secrets(services))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Abandons what is under way; who waits for an answer gets a SourceError."""
        self._stop.set()
        for host in self._hosts.values():
            host.close()

    @property
    def arrived(self) -> bool:
        """Whether an answer is there that `next` gives at once."""
        return not self._answers.empty()

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Outcome]]:
        """Sends the requests and gives each with what came of it, as `next` does, to the last that is awaited."""
        self.send(requests)
        while self.awaited:
            if answered := self.next():
                yield answered

    def send(self, requests: Iterable[Request]) -> None:
        """Sends the requests, each as soon as the limits of its host allow; `awaited` counts those not answered yet."""
        for request in requests:
            self.awaited += 1
            self._lane(request).put(request)

    def next(self, patience: float = inf) -> tuple[Request, Outcome] | None:
        """The next request that is answered, with its answer or the error that says why there is none.

        None when nothing was answered for so many seconds.
        """
        end = self._clock() + patience
        while self._clock() < end:
            try:
                # Not for ever: on Windows nothing, Ctrl-C included, interrupts a wait without an end.
                request, outcome = self._answers.get(timeout=0.2)
            except queue.Empty:
                if self._stop.is_set():
                    raise SourceError(CLOSED) from None
                continue
            self.awaited -= 1
            if outcome is None:
                raise RuntimeError(f"the call for {request.ids} broke off; see the traceback above")
            return request, outcome
        return None

    def _lane(self, request: Request) -> _Lane:
        name, counted = urlsplit(request.url).netloc, counted_with(request)
        if (name, counted) not in self._lanes:
            host = self._hosts.get(name) or Host(
                self._headers, self._patience, self._persistence, self._clock, self._redacted, self._is_outside(request)
            )
            limit = self._limits.get((request.source, request.kind), OTHER)
            self._hosts[name] = host
            gate = Gate(limit, self._clock, self._sleep)
            self._lanes[name, counted] = _Lane(partial(self._answered, host, gate), self._stop)
        return self._lanes[name, counted]

    def _is_outside(self, request: Request) -> bool:
        return self._known is not None and urlsplit(request.url).hostname not in self._known

    def _answered(self, host: Host, gate: Gate, request: Request) -> None:
        outcome: Outcome | None = None
        try:
            outcome = host.answer(request, gate)
        except SourceError as error:
            outcome = SourceError(self._redacted(str(error)))
        finally:
            self._answers.put((request, outcome))


class _Lane:
    """Requests of a kind to one host, in turn, by as many threads as have work to do."""

    def __init__(self, do: Callable[[Request], None], stop: threading.Event) -> None:
        self._do = do
        self._stop = stop
        self._lock = threading.Lock()
        self._waiting: deque[Request] = deque()
        self._threads = 0

    def put(self, request: Request) -> None:
        """Puts a request at the end."""
        with self._lock:
            self._waiting.append(request)
            if self._threads < HIGHEST.at_once:
                self._threads += 1
                # A daemon: neither an interruption nor the end of the program waits for a slow host.
                threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while request := self._first():
            self._do(request)

    def _first(self) -> Request | None:
        with self._lock:
            if self._waiting and not self._stop.is_set():
                return self._waiting.popleft()
            self._threads -= 1
            return None
