"""A loopback PubMed, PMC ID Converter, Crossref, doi.org and DataCite: real HTTP servers on ports of 127.0.0.1."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from cluneal_lit.model import Services
from tests.services import crossref, datacite, pubmed, registries
from tests.services.faults import Fault, faulty
from tests.services.handler import Server, handler
from tests.services.known import Known
from tests.services.limits import Meter
from tests.services.said import Asked, Said, as_json
from tests.services.works import Work

_VOICES: dict[str, Callable[[Known, Asked], Said]] = {
    "pubmed": pubmed.voice,
    "crossref": crossref.voice,
    "agency": registries.agencies,
    "datacite": datacite.voice,
    "idconv": registries.idconv,
    "deleted": registries.deleted,
}
NAMES = tuple(_VOICES)


class Loopback(Known):
    """The services. Not told of limits, they keep none."""

    def __init__(
        self,
        works: tuple[Work, ...] = (),
        *,
        email: str = "",
        ncbi_api_key: str = "",
        limited: bool = False,
        latency: float = 0.0,
        **known: Any,
    ) -> None:
        """`known` is what the services know besides these works (`Known`)."""
        super().__init__(works, **known)
        self.limited, self.latency = limited, latency
        self.requests: list[Asked] = []
        self.refused: Counter[str] = Counter()
        self._meters = {(name, kind): Meter() for name in NAMES for kind in ("single", "list", "all")}
        self._faults: dict[str, list[Fault]] = {name: [] for name in NAMES}
        self._spoilt: dict[str, set[str]] = {name: set() for name in NAMES}
        self._lock = threading.Lock()
        self.closing = threading.Event()
        self._servers = {name: Server(("127.0.0.1", 0), handler(name, self.answer, self.closing)) for name in NAMES}
        for server in self._servers.values():
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        base = {name: f"http://127.0.0.1:{server.server_address[1]}" for name, server in self._servers.items()}
        self.services = Services(
            pubmed=f"{base['pubmed']}/entrez/eutils",
            crossref=base["crossref"],
            doi=base["agency"],
            datacite=base["datacite"],
            idconv=f"{base['idconv']}/tools/idconv/api/v1",
            deleted_pmids=f"{base['deleted']}/pubmed/deleted.pmids.gz",
            email=email,
            ncbi_api_key=ncbi_api_key,
        )

    def fault(
        self,
        service: str,
        kind: str = "status",
        *,
        status: int = 503,
        times: int = 10**9,
        retry_after: str = "",
        said: str = "",
        after: int = 0,
        seconds: float = float("inf"),
    ) -> None:
        """Makes a service answer wrongly, a number of times or for so many seconds, behind the first `after` requests.

        `status` (an error page, or what is to be `said` as JSON), `html` (a page under 200), `empty`, `json` (NCBI's
        error under 200), `ratelimit` (429 with the service's own body), `truncated` (half the body, as if it were
        whole), `cut` (half the body, then the connection breaks), `drip` (a byte now and then), `silent` (never
        answers), `bomb` (a small answer that unpacks to a large one), `length` (states one that is no
        number), `redirect` (to another host, with a body that drips), `refuse` (takes no
        connections any more).
        """
        if kind == "refuse":
            self._servers[service].shutdown()
            self._servers[service].server_close()
            return
        headers = (("Retry-After", retry_after),) if retry_after else ()
        self._faults[service].append(Fault(kind, status, times, headers, said, after, seconds))

    def spoil(self, service: str, name: str) -> None:
        """Makes a service refuse (400) every list that holds this identifier, and the ID Converter every request."""
        self._spoilt[service].add(name)

    def mend(self, service: str) -> None:
        """Makes a service answer rightly again."""
        self._faults[service].clear()

    def close(self) -> None:
        """Ends the servers and every call under way."""
        self.closing.set()
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def asked(self, service: str) -> list[Asked]:
        """What one service was asked, in order."""
        return [asked for asked in self.requests if asked.service == service]

    def answer(self, asked: Asked) -> Said:
        """What a service says to a request, faults and limits included."""
        with self._lock:
            self.requests.append(asked)
            now = time.monotonic()
            fault = next((fault for fault in self._faults[asked.service] if fault.strikes(now)), None)
        rate, at_once = _limit(asked) if self.limited else (10**9, 10**9)
        meter = self._meters[asked.service, "all" if asked.service == "datacite" else asked.kind]
        try:
            allowed = meter.enter(rate, at_once, 300 if asked.service == "datacite" else 1)
            time.sleep(self.latency)
            if not allowed:
                self.refused[asked.service] += 1
                return _rate_limited(asked)
            if any(name in value for name in self._spoilt[asked.service] for value in asked.params.values()):
                return as_json({"status": "error", "message": "it holds what cannot be read"}, 400)
            right = _VOICES[asked.service](self, asked)
            return faulty(fault, right, _rate_limited(asked), self.closing) if fault else right
        finally:
            meter.leave()


def _limit(asked: Asked) -> tuple[int, int]:
    """Calls and calls at once, by the second, but DataCite's by five minutes; doi.org has no limit."""
    own = {"pubmed": pubmed.limit, "crossref": crossref.limit, "datacite": datacite.limit}
    if asked.service in own:
        return own[asked.service](asked)
    return (3 if asked.service == "idconv" else 10**9), 10**9


def _rate_limited(asked: Asked) -> Said:
    if asked.service == "pubmed":
        return pubmed.rate_limited(asked)
    if asked.service == "datacite":
        return datacite.rate_limited()
    return Said(429, crossref.RATE_LIMITED, "text/html", (("Cache-Control", "no-cache"), ("Connection", "close")))
