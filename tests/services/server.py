"""A loopback PubMed, PMC ID Converter, Crossref, doi.org and DataCite: real HTTP servers on ports of 127.0.0.1."""

from __future__ import annotations

import gzip
import json
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from lxml import etree
from msgspec import Struct, structs

from cluneal_lit.model import Services
from tests.services.limits import Meter
from tests.services.works import Work, article, article_set, attributes, message

NAMES = ("pubmed", "crossref", "agency", "datacite", "idconv", "deleted")
HTML = b"<!DOCTYPE html>\n<html><head><title>Service unavailable</title></head><body>Try again</body></html>\n"
CROSSREF_429 = (
    b"<html><body><h1>429 Too Many Requests</h1>\n"
    b"You have sent too many requests in a given amount of time.\n</body></html>"
)


# What Crossref lets a list select (its own words of October 2026, in several public repositories).
SELECTS = (
    "abstract URL resource member posted score created degree update-policy short-title license ISSN container-title"
    " issued update-to issue prefix approved indexed article-number clinical-trial-number accepted author group-title"
    " DOI is-referenced-by-count updated-by event chair standards-body original-title funder translator published"
    " archive published-print alternative-id subject subtitle published-online publisher-location content-domain"
    " reference title link type publisher volume references-count ISBN issn-type assertion deposited page"
    " content-created short-container-title relation editor"
).split()


class Said(Struct, frozen=True):
    """What a server answers."""

    status: int
    body: bytes
    content_type: str
    headers: tuple[tuple[str, str], ...] = ()
    drips: bool = False


class Asked(Struct, frozen=True):
    """What a server was asked."""

    service: str
    method: str
    path: str
    params: dict[str, str]
    headers: dict[str, str]
    port: int = 0


class Fault(Struct):
    """What goes wrong, `times` times, from the request behind the first `after` on, for so many `seconds`."""

    kind: str
    status: int
    times: int
    headers: tuple[tuple[str, str], ...]
    said: str = ""
    after: int = 0
    seconds: float = float("inf")
    until: float = 0.0

    def strikes(self, now: float) -> bool:
        """Whether the request that comes in now goes wrong; each is to be asked about once."""
        if self.after > 0:
            self.after -= 1
            return False
        self.until = self.until or now + self.seconds
        if self.times <= 0 or now >= self.until:
            return False
        self.times -= 1
        return True


class _Server(ThreadingHTTPServer):
    """A server to which a client that went away is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Loopback:
    """The services. Not told of limits, they keep none."""

    def __init__(
        self,
        works: tuple[Work, ...] = (),
        *,
        articles: Mapping[str, str] | None = None,
        messages: Mapping[str, Mapping[str, object]] | None = None,
        merged: Mapping[str, str] | None = None,
        aliases: Mapping[str, str] | None = None,
        agencies: Mapping[str, str] | None = None,
        datasets: Mapping[str, Mapping[str, object]] | None = None,
        converted: Mapping[str, Mapping[str, str]] | None = None,
        deleted: Iterable[str] = (),
        email: str = "",
        ncbi_api_key: str = "",
        limited: bool = False,
        latency: float = 0.0,
    ) -> None:
        """`articles` are PubmedArticle elements by PMID, `messages` Crossref messages by DOI, `datasets` what DataCite
        says by DOI, all given out as they are.

        `merged` and `aliases` are old PMIDs and DOIs by new ones, `agencies` the agencies of DOIs that Crossref lacks,
        `deleted` PMIDs that are no more, `converted` the PMID and DOI of each PMCID, besides those of works and
        articles.
        """
        self.articles = {work.pmid: etree.tostring(article(work), encoding="unicode") for work in works if work.pmid}
        self.articles |= articles or {}
        self.messages = {work.doi.lower(): message(work) for work in works if work.doi and work.agency == "Crossref"}
        self.datasets = {work.doi.lower(): attributes(work) for work in works if work.doi and work.agency == "DataCite"}
        self.datasets |= {doi.lower(): dict(found) for doi, found in (datasets or {}).items()}
        self.converted = dict(map(_converted, self.articles.values())) | {
            work.pmcid: {"pmid": work.pmid, "doi": work.doi} for work in works if work.pmcid
        }
        self.converted |= {pmcid: dict(found) for pmcid, found in (converted or {}).items()}
        self.deleted = tuple(deleted)
        self.messages |= {doi.lower(): dict(found) for doi, found in (messages or {}).items()}
        self.merged, self.aliases = dict(merged or {}), dict(aliases or {})
        self.agencies = dict.fromkeys(self.messages, "Crossref") | dict.fromkeys(self.datasets, "DataCite")
        self.agencies |= {work.doi.lower(): work.agency for work in works if work.doi} | dict(agencies or {})
        self.limited, self.latency = limited, latency
        self.requests: list[Asked] = []
        self.refused: Counter[str] = Counter()
        self._meters = {(name, kind): Meter() for name in NAMES for kind in ("single", "list")}
        self._faults: dict[str, list[Fault]] = {name: [] for name in NAMES}
        self._spoilt: dict[str, set[str]] = {name: set() for name in NAMES}
        self._lock = threading.Lock()
        self.closing = threading.Event()
        self._servers = {name: _Server(("127.0.0.1", 0), _handler(self, name)) for name in NAMES}
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
        answers), `bomb` (a small answer that unpacks to a large one), `redirect` (to another host), `refuse` (takes no
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
        meter = self._meters[asked.service, _kind(asked)]
        try:
            allowed = meter.enter(rate, at_once, 300 if asked.service == "datacite" else 1)
            time.sleep(self.latency)
            if not allowed:
                self.refused[asked.service] += 1
                return _rate_limited(asked)
            if any(name in value for name in self._spoilt[asked.service] for value in asked.params.values()):
                refused = {"status": "error", "message": "it holds what cannot be read"}
                return Said(400, json.dumps(refused).encode(), "application/json")
            return self._faulty(asked, fault) if fault else _VOICES[asked.service](self, asked)
        finally:
            meter.leave()

    def _faulty(self, asked: Asked, fault: Fault) -> Said:
        right = _VOICES[asked.service](self, asked)
        match fault.kind:
            case "status" if fault.said:
                return Said(fault.status, json.dumps({"error": fault.said}).encode(), "application/json", fault.headers)
            case "status":
                return Said(fault.status, HTML, "text/html", fault.headers)
            case "html":
                return Said(200, HTML, "text/html")
            case "empty":
                return Said(200, b"", right.content_type)
            case "json":
                return Said(200, _rate_limited(asked).body, "application/json")
            case "ratelimit":
                said = _rate_limited(asked)
                return Said(said.status, said.body, said.content_type, (*said.headers, *fault.headers))
            case "truncated":
                return Said(right.status, right.body[: len(right.body) // 2], right.content_type)
            case "cut":
                length = (("Content-Length", str(len(right.body))), ("Connection", "close"))
                return Said(right.status, right.body[: len(right.body) // 2], right.content_type, length)
            case "drip":
                return Said(right.status, right.body, right.content_type, drips=True)
            case "silent":
                self.closing.wait(60)
                return right
            case "bomb":
                return Said(200, gzip.compress(b" " * 2**26), "text/xml", (("Content-Encoding", "gzip"),))
            case "redirect":
                return Said(302, b"", "text/plain", (("Location", "http://elsewhere.invalid/"),))
        raise ValueError(fault.kind)


def _efetch(loopback: Loopback, asked: Asked) -> Said:
    if not asked.path.endswith("/efetch.fcgi") or asked.params.get("db") != "pubmed":
        return Said(400, b'{"error":"unknown request"}', "application/json")
    pmids = [loopback.merged.get(pmid, pmid) for pmid in asked.params.get("id", "").split(",")]
    found = [etree.fromstring(loopback.articles[pmid]) for pmid in dict.fromkeys(pmids) if pmid in loopback.articles]
    return Said(200, article_set(found), "text/xml; charset=UTF-8", (("x-ratelimit-limit", str(_limit(asked)[0])),))


def _works(loopback: Loopback, asked: Asked) -> Said:
    rate, at_once = _limit(asked)
    pool = f"{'polite' if _polite(asked) else 'public'}-{'array' if _kind(asked) == 'list' else 'single'}"
    headers = (
        ("x-rate-limit-limit", str(rate)),
        ("x-rate-limit-interval", "1s"),
        ("x-concurrency-limit", str(at_once)),
        ("x-api-pool", pool),
    )
    if _kind(asked) == "list":
        return _list(loopback, asked, headers)
    doi = unquote(asked.path.removeprefix("/works/")).lower()
    if prime := loopback.aliases.get(doi):
        location = f"/works/{quote(prime, safe='')}"
        return Said(301, b"", "text/plain", (("Location", location), *headers))
    if doi not in loopback.messages:
        return Said(404, b"Resource not found.", "text/plain;charset=utf-8", headers)
    envelope = {
        "status": "ok",
        "message-type": "work",
        "message-version": "1.0.0",
        "message": loopback.messages[doi],
    }
    return Said(200, json.dumps(envelope, ensure_ascii=False).encode(), "application/json", headers)


def _list(loopback: Loopback, asked: Asked, headers: tuple[tuple[str, str], ...]) -> Said:
    """The works of `filter=doi:A,doi:B`: unknown DOIs are left out, 20 come without `rows`."""
    selected = asked.params.get("select", "").split(",")
    filters = [part.partition(":") for part in asked.params.get("filter", "").split(",")]
    wrong = [name for name in selected if name and name not in SELECTS]
    refused = [
        _fault("select-not-available", name, f"Valid selects for this route are: {', '.join(SELECTS)}")
        for name in wrong
    ]
    unknown = "This filter specified but there is no such filter for this route."
    refused += [_fault("filter-not-available", kind, unknown) for kind, _, _ in filters if kind != "doi"]
    if refused:
        return _failed(refused, headers)
    found = [loopback.messages[doi.lower()] for _, _, doi in filters if doi.lower() in loopback.messages]
    rows = int(asked.params.get("rows", "20"))
    items = [{key: one[key] for key in one if selected == [""] or key in selected} for one in found[:rows]]
    body = {
        "status": "ok",
        "message-type": "work-list",
        "message-version": "1.0.0",
        "message": {
            "facets": {},
            "total-results": len(found),
            "items": items,
            "items-per-page": rows,
            "query": {"start-index": 0, "search-terms": None},
        },
    }
    return Said(200, json.dumps(body, ensure_ascii=False).encode(), "application/json", headers)


def _fault(kind: str, value: str, said: str) -> dict[str, str]:
    return {"type": kind, "value": value, "message": said}


def _failed(faults: list[dict[str, str]], headers: tuple[tuple[str, str], ...]) -> Said:
    body = {"status": "failed", "message-type": "validation-failure", "message": faults}
    return Said(400, json.dumps(body).encode(), "application/json", headers)


def _dois(loopback: Loopback, asked: Asked) -> Said:
    if _kind(asked) == "list":
        wanted = asked.params.get("ids", "").lower().split(",")
        found = [doi for doi in wanted if doi in loopback.datasets]
        size = int(asked.params.get("page[size]", "25"))
        body: dict[str, object] = {
            "data": [_dataset(loopback, doi) for doi in found[:size]],
            "meta": {"total": len(found), "totalPages": -(-len(found) // size), "page": 1},
        }
        return Said(200, json.dumps(body).encode(), "application/json; charset=utf-8")
    doi = unquote(asked.path.removeprefix("/dois/")).lower()
    if doi not in loopback.datasets:
        missing = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
        return Said(404, json.dumps(missing).encode(), "application/json; charset=utf-8")
    return Said(200, json.dumps({"data": _dataset(loopback, doi)}).encode(), "application/json; charset=utf-8")


def _dataset(loopback: Loopback, doi: str) -> dict[str, object]:
    return {"id": doi, "type": "dois", "attributes": loopback.datasets[doi], "relationships": {}}


def _articles(loopback: Loopback, asked: Asked) -> Said:
    """The ID Converter: at most 200 ids, all of the kind that `idtype` says."""
    kind = asked.params.get("idtype", "pmcid")
    wanted = asked.params.get("ids", "").split(",")
    if kind != "pmcid" or len(wanted) > 200 or not all(re.fullmatch(r"PMC\d+(\.\d+)?", one) for one in wanted):
        refused = {"status": "error", "message": "All values of query param ids must be PMCIDs"}
        return Said(400, json.dumps(refused).encode(), "application/json")
    records: list[dict[str, object]] = []
    for one in wanted:
        found = loopback.converted.get(one)
        lost = {"pmcid": one, "status": "error", "errmsg": "Identifier not found in PMC"}
        told: dict[str, object] = {**found, "pmcid": one} if found else {**lost}
        if told.get("pmid"):
            told["pmid"] = int(str(told["pmid"]))
        records.append({"requested-id": one, **{key: value for key, value in told.items() if value}})
    body = {"status": "ok", "request": {"ids": wanted, "idtype": kind, "format": "json"}, "records": records}
    return Said(200, json.dumps(body).encode(), "application/json")


def _deleted(loopback: Loopback, asked: Asked) -> Said:
    body = gzip.compress("".join(f"{pmid}\n" for pmid in ("1", *loopback.deleted)).encode(), mtime=0)
    return Said(200, body, "application/x-gzip")


def _converted(xml: str) -> tuple[str, dict[str, str]]:
    """The PMCID of an article, with its PMID and DOI."""
    element = etree.fromstring(xml)
    ids = {
        str(one.get("IdType")): (one.text or "").strip()
        for path in ("PubmedData", "PubmedBookData")
        for one in element.iterfind(f"{path}/ArticleIdList/ArticleId")
    }
    return ids.get("pmc", ""), {"pmid": ids.get("pubmed", ""), "doi": ids.get("doi", "")}


def _agencies(loopback: Loopback, asked: Asked) -> Said:
    found: list[dict[str, str]] = []
    for part in asked.path.removeprefix("/doiRA/").split(","):
        doi = unquote(part)
        agency = loopback.agencies.get(doi.lower())
        found.append({"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"})
    return Said(200, json.dumps(found, indent=1).encode(), "application/json;charset=UTF-8")


_VOICES: dict[str, Callable[[Loopback, Asked], Said]] = {
    "pubmed": _efetch,
    "crossref": _works,
    "agency": _agencies,
    "datacite": _dois,
    "idconv": _articles,
    "deleted": _deleted,
}


def _kind(asked: Asked) -> str:
    """Whether a look-up or a list is asked for, which Crossref limits apart."""
    return "list" if asked.path in ("/works", "/dois") else "single"


def _polite(asked: Asked) -> bool:
    return "mailto" in asked.params or "mailto:" in asked.headers.get("user-agent", "")


def _limit(asked: Asked) -> tuple[int, int]:
    """Calls and calls at once: NCBI's with and without a key, Crossref's of two pools and kinds, none of doi.org.

    They are by the second, but DataCite's by five minutes.
    """
    if asked.service == "pubmed":
        return (10 if asked.params.get("api_key") else 3), 10**9
    if asked.service == "crossref":
        if _kind(asked) == "list":
            return (3, 3) if _polite(asked) else (1, 1)
        return (10, 3) if _polite(asked) else (5, 1)
    if asked.service == "datacite":
        return (1000 if _polite(asked) else 500), 10**9
    return (3 if asked.service == "idconv" else 10**9), 10**9


def _rate_limited(asked: Asked) -> Said:
    if asked.service == "pubmed":
        key = asked.params.get("api_key") or "192.0.2.1"
        body = {"error": "API rate limit exceeded", "api-key": key, "count": "5", "limit": str(_limit(asked)[0])}
        return Said(429, json.dumps(body).encode(), "application/json")
    if asked.service == "datacite":
        body = {"errors": [{"status": "429", "title": "Too many requests"}]}
        return Said(429, json.dumps(body).encode(), "application/json", (("Retry-After", "1"),))
    return Said(429, CROSSREF_429, "text/html", (("Cache-Control", "no-cache"), ("Connection", "close")))


def _handler(loopback: Loopback, service: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._serve("")

        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

        def log_message(self, *_: Any) -> None:
            pass

        def _serve(self, form: str) -> None:
            parts = urlsplit(self.path)
            params = dict(parse_qsl(parts.query, keep_blank_values=True)) | dict(parse_qsl(form))
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._say(
                loopback.answer(Asked(service, self.command, parts.path, params, headers, self.client_address[1]))
            )

        def _say(self, said: Said) -> None:
            own = {name.lower() for name, _ in said.headers}
            packs = "gzip" in self.headers.get("Accept-Encoding", "") and not own & {
                "content-encoding",
                "content-length",
            }
            if packs and len(said.body) > 500 and not said.drips:
                said = structs.replace(
                    said, body=gzip.compress(said.body), headers=(*said.headers, ("Content-Encoding", "gzip"))
                )
            try:
                self.send_response(said.status)
                self.send_header("Content-Type", said.content_type)
                if "content-length" not in own:
                    self.send_header("Content-Length", str(len(said.body)))
                for name, value in said.headers:
                    self.send_header(name, value)
                self.end_headers()
                pieces = [said.body[at : at + 1] for at in range(len(said.body))] if said.drips else [said.body]
                for piece in pieces:
                    self.wfile.write(piece)
                    loopback.closing.wait(0.05 if said.drips else 0)
            except OSError:
                self.close_connection = True

    return Handler
