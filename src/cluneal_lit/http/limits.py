"""How fast and how many at once a host may be asked."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping

from msgspec import Struct

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Services

_MARGIN = 1.1  # of the interval between calls: networks bunch them up, and NCBI trips at exactly its limit


class Limit(Struct, frozen=True):
    """Calls a second, and calls at once."""

    rate: float
    at_once: int


# NCBI: https://www.ncbi.nlm.nih.gov/books/NBK25497/; Crossref, since 2025-12-01: https://doi.org/10.64000/wadve-3tj60;
# DataCite, 1,000 calls in five minutes, 500 of who does not say who it is:
# https://support.datacite.org/docs/rate-limit; doi.org states none.
def limits(services: Services) -> dict[tuple[str, str], Limit]:
    """The limit of each source and kind of request before its host has said another.

    Sources of one host share its limit for a kind: NCBI counts all calls together, Crossref searches with lists.
    """
    ncbi = Limit(10, 3) if services.ncbi_api_key else Limit(3, 3)
    crossref_lists = Limit(3, 3) if services.email else Limit(1, 1)
    return {
        ("pubmed", "single"): ncbi,
        ("ecitmatch", "single"): ncbi,
        ("pubmed-search", "single"): ncbi,
        ("crossref", "single"): Limit(10, 3) if services.email else Limit(5, 1),
        ("crossref", "list"): crossref_lists,
        ("crossref-search", "list"): crossref_lists,
        ("datacite", "single"): Limit(3, 1) if services.email else Limit(1.6, 1),
        ("datacite", "list"): Limit(3, 1) if services.email else Limit(1.6, 1),
    }


OTHER = Limit(3, 1)
HIGHEST = Limit(50, 6)  # however much a host allows


class Gate:
    """Keeps the limits of one host for a kind of request: `with gate:` around one and its repetitions, `pace` before
    each call."""

    def __init__(self, limit: Limit, clock: Callable[[], float], sleep: Callable[[float], bool | None]) -> None:
        self._limit = limit
        self._clock = clock
        self._sleep = sleep
        self._state = threading.Condition()
        self._inside = 0
        self._next = clock()

    def __enter__(self) -> None:
        """Waits until fewer requests are under way than the host takes at once."""
        with self._state:
            self._state.wait_for(lambda: self._inside < self._limit.at_once)
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._state:
            self._inside -= 1
            self._state.notify_all()

    def pace(self) -> None:
        """Waits until the next call may be made; raises SourceError when the wait was ended instead."""
        with self._state:
            start = max(self._next, self._clock())
            self._next = start + _MARGIN / self._limit.rate
        if (wait := start - self._clock()) > 0 and self._sleep(wait):
            raise SourceError("the network was closed while answers were awaited; run again")

    def pause(self, seconds: float) -> None:
        """Makes every later call wait for at least so long."""
        with self._state:
            self._next = max(self._next, self._clock() + seconds)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Takes over the limits that an answer states."""
        rate, at_once = _stated_rate(headers), _positive(headers.get("x-concurrency-limit", ""))
        with self._state:
            self._limit = Limit(
                min(rate or self._limit.rate, HIGHEST.rate), min(at_once or self._limit.at_once, HIGHEST.at_once)
            )
            self._state.notify_all()


def _stated_rate(headers: Mapping[str, str]) -> float | None:
    """Calls a second, of `x-rate-limit-limit: 5` and `x-rate-limit-interval: 1s`, in both spellings in use."""
    for spelling in ("x-rate-limit", "x-ratelimit"):
        if count := _positive(headers.get(f"{spelling}-limit", "")):
            return count / (_positive(headers.get(f"{spelling}-interval", "1s").removesuffix("s")) or 1)
    return None


def _positive(text: str) -> int | None:
    return int(text) or None if re.fullmatch(r"\s*[0-9]{1,6}\s*", text) else None
