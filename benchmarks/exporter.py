"""NCBI's Literature Citation Exporter, which papis asks: CSL-JSON of one PMID a call.

Three calls a second and none beside another (https://pmc.ncbi.nlm.nih.gov/api/ctxp/).
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.services import Work
from tests.services.limits import Meter

RATE, AT_ONCE = 3, 1


class Exporter(ThreadingHTTPServer):
    """The running service, which counts the calls that it refused."""

    daemon_threads = True

    def __init__(self, works: Sequence[Work], latency: float) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.articles = {work.pmid: _csl(work) for work in works}
        self.latency, self.meter, self.refused = latency, Meter(), 0

    def said(self, path: str) -> tuple[int, bytes]:
        """The status and body of an answer."""
        pmid = parse_qs(urlsplit(path).query).get("id", [""])[0]
        try:
            allowed = self.meter.enter(RATE, AT_ONCE)
            time.sleep(self.latency)
        finally:
            self.meter.leave()
        if not allowed:
            self.refused += 1
            return 429, b'{"error": "API rate limit exceeded"}'
        if pmid not in self.articles:
            return 404, b'{"status": "error", "error": "unknown id"}'
        return 200, json.dumps(self.articles[pmid]).encode()


@contextmanager
def exporter(works: Sequence[Work], latency: float) -> Iterator[Exporter]:
    """The exporter of these works, while it runs."""
    with Exporter(works, latency) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Exporter

    def do_GET(self) -> None:
        status, body = self.server.said(self.path)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _csl(work: Work) -> dict[str, object]:
    people = [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in work.authors]
    return {
        "source": "PubMed",
        "id": f"pmid:{work.pmid}",
        "type": "article-journal",
        "title": work.title,
        "author": people,
        "container-title": work.journal,
        "container-title-short": work.journal_short,
        "ISSN": work.issn,
        "issued": {"date-parts": [[work.year, work.month]]},
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "PMID": work.pmid,
        "DOI": work.doi,
    }
