"""Clients of PubMed and Crossref: `python fetchers.py NAME` prints seconds, how many works came, and what went wrong.

The standard input is JSON: `ids`, and `hosts`, which says the address that stands in for each host. Each client is
called as its own documentation shows it, and keeps its own pace. It is run in the environment of each client, so it
imports nothing but that client; the clock starts when that is done.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

EMAIL = "benchmark@example.org"
Fetch = Callable[[list[str]], Iterable[object]]


def manubot() -> Fetch:
    """A CSL item for each PMID."""
    from manubot.cite.pubmed import get_pubmed_csl_item

    return lambda ids: _each(get_pubmed_csl_item, ids)


def metapub() -> Fetch:
    """PubMedFetcher, with an empty cache."""
    from metapub import PubMedFetcher

    fetcher = PubMedFetcher(cachedir=tempfile.mkdtemp())
    return lambda ids: _each(fetcher.article_by_pmid, ids)


def entrez() -> Fetch:
    """Bio.Entrez, one efetch for each PMID, as its tutorial shows it."""
    read = _entrez()
    return lambda ids: (article for pmid in ids for article in read(pmid))


def entrez_at_once() -> Fetch:
    """Bio.Entrez, one efetch for all PMIDs."""
    read = _entrez()
    return lambda ids: read(",".join(ids))


def papis() -> Fetch:
    """What papis' importer of PMIDs fetches: from NCBI's citation exporter, one at a time."""
    from papis.pubmed import get_data

    def fetched(pmid: str) -> dict[str, object] | None:
        found = get_data(pmid)
        return found if found.get("title") else None  # what a refusal says is read as a work without any field

    return lambda ids: _each(fetched, ids)


def habanero() -> Fetch:
    """The works of a list of DOIs, in the polite pool."""
    from habanero import Crossref

    client = Crossref(mailto=EMAIL)
    # One refusal ends a call with the whole list; told to warn instead, it leaves a gap.
    return lambda ids: [work for work in client.works(ids=ids, warn=True) if work]


def crossrefapi() -> Fetch:
    """A work for each DOI, in the polite pool."""
    from crossref.restful import Etiquette, Works

    works = Works(etiquette=Etiquette("benchmark", "1", "https://example.org", EMAIL))
    return lambda ids: _each(works.doi, ids)


FETCHERS = {
    "manubot": manubot,
    "metapub": metapub,
    "Bio.Entrez": entrez,
    "Bio.Entrez, all at once": entrez_at_once,
    "papis": papis,
    "habanero": habanero,
    "crossrefapi": crossrefapi,
}
WRONG: list[str] = []


def _entrez() -> Callable[[str], list[object]]:
    from Bio import Entrez
    from Bio.Entrez.Parser import DataHandler

    Entrez.email = EMAIL  # type: ignore[assignment]
    # It fetches a document type that it does not have from NCBI, once; the newest that it has stands in.
    known = Path(DataHandler.global_dtd_dir)
    DataHandler.local_dtd_dir = tempfile.mkdtemp()
    shutil.copy(max(known.glob("pubmed_2*.dtd")), Path(DataHandler.local_dtd_dir) / "pubmed_260101.dtd")

    def read(ids: str) -> list[object]:
        with Entrez.efetch(db="pubmed", id=ids, retmode="xml") as handle:
            return list(Entrez.read(handle)["PubmedArticle"])

    return read


def _each(fetch: Callable[[str], object], ids: Iterable[str]) -> Iterator[object]:
    """What comes of each identifier; one that raises is noted and passed over."""
    for name in ids:
        try:
            found = fetch(name)
        except Exception as error:  # noqa: BLE001 - whatever a client raises, the next identifier is asked
            WRONG.append(f"{type(error).__name__}: {error}")
        else:
            if found:
                yield found


def _redirect(hosts: dict[str, str]) -> None:
    """Make every library that clients send with ask the addresses that stand in for the hosts, and no other."""

    def moved(url: str) -> str:
        parts = urlsplit(url)
        return parts._replace(scheme="http", netloc=hosts[parts.netloc]).geturl()

    opened = urllib.request.OpenerDirector.open

    def open_moved(self: object, request: urllib.request.Request | str, *others: object, **named: object) -> object:
        asked = urllib.request.Request(request) if isinstance(request, str) else request
        asked.full_url = moved(asked.full_url)
        return opened(self, asked, *others, **named)  # type: ignore[arg-type]

    urllib.request.OpenerDirector.open = open_moved  # type: ignore[assignment, method-assign]
    with contextlib.suppress(ImportError):
        _redirect_requests(moved)
    for name in ("httpx", "httpx2"):
        with contextlib.suppress(ImportError):
            _redirect_httpx(__import__(name), moved)


def _redirect_requests(moved: Callable[[str], str]) -> None:
    from requests import PreparedRequest, Response
    from requests.adapters import HTTPAdapter

    send = HTTPAdapter.send

    def send_moved(self: HTTPAdapter, request: PreparedRequest, *others: Any, **named: Any) -> Response:
        request.url = moved(request.url or "")
        return send(self, request, *others, **named)

    HTTPAdapter.send = send_moved  # type: ignore[method-assign]


def _redirect_httpx(httpx: Any, moved: Callable[[str], str]) -> None:
    send = httpx.HTTPTransport.handle_request

    def send_moved(self: Any, request: Any) -> Any:
        request.url = httpx.URL(moved(str(request.url)))
        return send(self, request)

    httpx.HTTPTransport.handle_request = send_moved


if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):  # what a client prints is no answer
        fetch = FETCHERS[sys.argv[1]]()
        _redirect(wanted["hosts"])
        start = time.perf_counter()
        came = 0
        try:
            for _ in fetch(wanted["ids"]):
                came += 1
        except Exception as error:  # noqa: BLE001 - a client that gives up has fetched what it has
            WRONG.append(f"{type(error).__name__}: {error}")
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "came": came, "wrong": WRONG[:1]}))
