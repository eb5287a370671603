"""How fast and how many at once a host may be asked."""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Request, Services

CLOSED = "the network was closed while answers were awaited; run again"
_MARGIN = 1.02  # of the stated seconds: two clocks, ours and the host's
_LATE = 0.5  # seconds after which a call that was sent is taken to have arrived, though its answer is not there


class Limit(Struct, frozen=True):
    """So many calls in so many seconds, and so many at once."""

    calls: int
    seconds: float
    at_once: int

    @property
    def spread(self) -> Limit:
        """The same rate, one call at a time."""
        return Limit(1, self.seconds / self.calls, self.at_once)


# NCBI: https://www.ncbi.nlm.nih.gov/books/NBK25497/; Crossref, since 2025-12-01: https://doi.org/10.64000/wadve-3tj60;
# DataCite, 1,000 calls in five minutes, 500 of who does not say who it is:
# https://support.datacite.org/docs/rate-limit; doi.org states none.
def limits(services: Services) -> dict[tuple[str, str], Limit]:
    """The limit of each source and kind of request before its host has said another.

    Sources of one host share its limit for a kind: NCBI counts all calls together, Crossref searches with lists.
    """
    ncbi = Limit(10, 1, 3) if services.ncbi_api_key else Limit(3, 1, 3)
    crossref_lists = Limit(3, 1, 3) if services.email else Limit(1, 1, 1)
    datacite = Limit(3, 1, 1) if services.email else Limit(8, 5, 1).spread
    return {
        ("pubmed", "single"): ncbi,
        ("ecitmatch", "single"): ncbi,
        ("pubmed-search", "single"): ncbi,
        ("pubmed-doi", "single"): ncbi,
        ("crossref", "single"): Limit(10, 1, 3) if services.email else Limit(5, 1, 1),
        ("crossref", "list"): crossref_lists,
        ("crossref-search", "list"): crossref_lists,
        ("datacite", "single"): datacite,
        ("datacite", "list"): datacite,
    }


def counted_with(request: Request) -> str:
    """What of a host's calls are counted with a request: DataCite counts all together, others its kind."""
    return "all" if request.source == "datacite" else request.kind


OTHER = Limit(3, 1, 1)
HIGHEST = Limit(50, 1, 6)  # however much a host allows
LOWEST = Limit(1, 10, 1)  # however little: who wants less of us says so by refusing


class Gate:
    """Keeps the limits of one host for a kind of request: `with gate:` around one and its repetitions, `with
    gate.call():` around each call.

    No window of so many seconds holds more calls than the host allows, whenever they arrive there: a call counts from
    its answer on, which shows that it has arrived. After a refusal calls are spread out evenly.
    """

    def __init__(self, limit: Limit, clock: Callable[[], float], sleep: Callable[[float], bool | None]) -> None:
        self._limit = limit
        self._clock = clock
        self._sleep = sleep
        self._state = threading.Condition()
        self._inside = 0
        self._calls: deque[_Call] = deque(maxlen=HIGHEST.calls)
        self._closed_until = clock()
        self._spread = False

    def __enter__(self) -> None:
        """Waits until fewer requests are under way than the host takes at once."""
        with self._state:
            self._state.wait_for(lambda: self._inside < self._limit.at_once)
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._state:
            self._inside -= 1
            self._state.notify_all()

    @contextmanager
    def call(self) -> Iterator[None]:
        """Waits until the next call may be made; raises SourceError when the wait was ended instead."""
        call = self._begun()
        try:
            yield
        finally:
            call.arrived = min(call.arrived, self._clock())

    def pause(self, seconds: float) -> None:
        """Makes every later call wait for at least so long."""
        with self._state:
            self._closed_until = max(self._closed_until, self._clock() + seconds)

    def refused(self) -> None:
        """Spreads all later calls out evenly: the host counts otherwise than it says."""
        with self._state:
            self._spread = True

    def learn(self, headers: Mapping[str, str]) -> None:
        """Takes over the limits that an answer states."""
        stated, at_once = _stated(headers), _positive(headers.get("x-concurrency-limit", ""))
        with self._state:
            calls, seconds = stated or (self._limit.calls, self._limit.seconds)
            self._limit = Limit(calls, seconds, min(at_once or self._limit.at_once, HIGHEST.at_once))
            self._state.notify_all()

    def _begun(self) -> _Call:
        while True:
            with self._state:
                now = self._clock()
                wait = self._opens() - now
                if wait <= 0:
                    self._calls.append(call := _Call(now + _LATE))
                    return call
            if self._sleep(wait):
                raise SourceError(CLOSED)

    def _opens(self) -> float:
        """When the next call may be made."""
        limit = self._limit.spread if self._spread else self._limit
        arrivals = sorted(call.arrived for call in self._calls)
        if len(arrivals) < limit.calls:
            return self._closed_until
        return max(self._closed_until, arrivals[-limit.calls] + _MARGIN * limit.seconds)


class _Call(Struct):
    """A call, and when the host certainly had it."""

    arrived: float


def _stated(headers: Mapping[str, str]) -> tuple[int, float] | None:
    """Calls and seconds, of `x-rate-limit-limit: 5` and `x-rate-limit-interval: 1s`, in both spellings in use.

    What is allowed in a second may come in one go; of longer times the calls are spread out.
    """
    for spelling in ("x-rate-limit", "x-ratelimit"):
        if calls := _positive(headers.get(f"{spelling}-limit", "")):
            seconds = _positive(headers.get(f"{spelling}-interval", "1s").removesuffix("s")) or 1
            if seconds > 1:
                return 1, min(max(seconds / calls, HIGHEST.seconds / HIGHEST.calls), LOWEST.seconds)
            return min(calls, HIGHEST.calls), seconds
    return None


def _positive(text: str) -> int | None:
    return int(text) or None if re.fullmatch(r"\s*[0-9]{1,6}\s*", text) else None
