"""Many requests at once: hosts side by side, each with its own limits."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlsplit

from cluneal_lit import __version__
from cluneal_lit.errors import SourceError
from cluneal_lit.http.call import Patience
from cluneal_lit.http.host import Host, Persistence
from cluneal_lit.http.limits import HIGHEST, OTHER, Gate, limits
from cluneal_lit.model import Answer, Request, Services

Outcome = Answer | SourceError


class Http:
    """The way to the services; leaving the context abandons what is still under way.

    `clock` and `sleep` are for tests; `sleep` says True when it ended before its time.
    """

    def __init__(
        self,
        services: Services,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], bool | None] | None = None,
        patience: Patience = Patience(),  # noqa: B008
        persistence: Persistence = Persistence(),  # noqa: B008
    ) -> None:
        self._stop = threading.Event()
        self._clock = clock
        self._sleep = self._stop.wait if sleep is None else sleep
        self._patience = patience
        self._persistence = persistence
        self._limits = limits(services)
        self._hosts: dict[str, Host] = {}
        contact = f" (mailto:{services.email})" if services.email else ""
        self._headers = {"User-Agent": f"{services.tool}/{__version__}{contact}", "Accept-Encoding": "gzip"}
        written = (services.email, services.ncbi_api_key)
        self._secrets = {form for secret in written if secret for form in (secret, quote(secret, safe=""))}

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

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Outcome]]:
        """Each request with its answer, or with the error that says why there is none, in the order of arrival."""
        waiting: dict[tuple[str, str], queue.SimpleQueue[Request]] = {}
        for request in requests:
            waiting.setdefault((urlsplit(request.url).netloc, request.kind), queue.SimpleQueue()).put(request)
            self._host(request)
        arrived: queue.SimpleQueue[tuple[Request, Outcome | None]] = queue.SimpleQueue()
        left = threading.Event()
        count = sum(line.qsize() for line in waiting.values())
        for (name, _), line in waiting.items():
            for _ in range(min(line.qsize(), HIGHEST.at_once)):
                # A daemon: neither an interruption nor the end of the program waits for a slow host.
                threading.Thread(target=self._work, args=(self._hosts[name], line, arrived, left), daemon=True).start()
        try:
            for _ in range(count):
                yield self._next(arrived)
        finally:
            left.set()

    def _host(self, request: Request) -> Host:
        name = urlsplit(request.url).netloc
        if name not in self._hosts:
            self._hosts[name] = Host(self._headers, self._patience, self._persistence, self._clock, self._redacted)
        limit = self._limits.get((request.source, request.kind), OTHER)
        self._hosts[name].gates.setdefault(request.kind, Gate(limit, self._clock, self._sleep))
        return self._hosts[name]

    def _work(
        self,
        host: Host,
        line: queue.SimpleQueue[Request],
        arrived: queue.SimpleQueue[tuple[Request, Outcome | None]],
        left: threading.Event,
    ) -> None:
        while not (left.is_set() or self._stop.is_set()):
            try:
                request = line.get_nowait()
            except queue.Empty:
                return
            outcome: Outcome | None = None
            try:
                outcome = host.answer(request)
            except SourceError as error:
                outcome = SourceError(self._redacted(str(error)))
            finally:
                arrived.put((request, outcome))

    def _next(self, arrived: queue.SimpleQueue[tuple[Request, Outcome | None]]) -> tuple[Request, Outcome]:
        while True:
            try:
                # Not for ever: on Windows nothing, Ctrl-C included, interrupts a wait without an end.
                request, outcome = arrived.get(timeout=0.2)
            except queue.Empty:
                if self._stop.is_set():
                    raise SourceError("the network was closed while answers were awaited; run again") from None
                continue
            if outcome is None:
                raise RuntimeError(f"the call for {request.ids} broke off; see the traceback above")
            return request, outcome

    def _redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "…")
        return text
