"""Records out of recorded answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Record, Reply, Request
from cluneal_lit.sources import crossref, pubmed

SAMPLE = "fatcat_pubmedsample_2019.xml"


def article_set(*articles: str) -> bytes:
    """An efetch answer around articles."""
    return f'<?xml version="1.0"?><PubmedArticleSet>{"".join(articles)}</PubmedArticleSet>'.encode()


def pubmed_reply(body: bytes, *pmids: str, status: int = 200, content_type: str = "text/xml") -> Reply:
    request = Request("pubmed", "http://127.0.0.1/efetch.fcgi", tuple(f"pmid:{pmid}" for pmid in pmids))
    return pubmed.parse(request, Answer(status, body, content_type))


def crossref_reply(body: bytes, *dois: str, status: int = 200, content_type: str = "application/json") -> Reply:
    request = Request("crossref", "http://127.0.0.1/works/", tuple(f"doi:{doi}" for doi in dois))
    return crossref.parse(request, Answer(status, body, content_type))


def crossref_list(body: bytes, *dois: str, status: int = 200) -> Reply:
    names = tuple(f"doi:{doi}" for doi in dois)
    return crossref.parse(Request("crossref", "http://127.0.0.1/works", names, kind="list"), Answer(status, body))


def pubmed_record(shared: Path, name: str, pmid: str) -> Record:
    """The record of one article of a recorded efetch answer."""
    (record,) = pubmed_reply((shared / "recorded/pubmed-xml" / name).read_bytes(), pmid).records
    return record


def envelope(*works: object) -> bytes:
    """Crossref's answer around a work, or around a list of several."""
    message = works[0] if len(works) == 1 else {"items": list(works)}
    return json.dumps({"status": "ok", "message-type": "work", "message": message}).encode()


def crossref_record(work: dict[str, object]) -> Record:
    (record,) = crossref_reply(envelope(work), str(work["DOI"]).lower()).records
    return record


def crossref_works(path: Path) -> Iterator[dict[str, object]]:
    """Every work of a recorded answer, dump or list."""
    text = path.read_text("utf-8")
    documents = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else [json.loads(text)]
    yield from _works(documents)


def _works(found: object) -> Iterator[dict[str, object]]:
    if isinstance(found, list):
        for one in found:
            yield from _works(one)
    elif isinstance(found, dict):
        inner = found.get("message", found.get("items"))
        if inner is not None:
            yield from _works(inner)
        elif "DOI" in found:
            yield found


def recorded_work(shared: Path, name: str, doi: str) -> Record:
    """The record of one work of a recorded Crossref answer."""
    works = crossref_works(shared / "recorded/crossref" / name)
    return crossref_record(next(work for work in works if str(work["DOI"]).lower() == doi))


def outcome(ids: tuple[str, ...], reply: Reply | SourceError) -> list[str]:
    """The ids of a request that its reply does not account for exactly once."""
    if isinstance(reply, SourceError):
        return []
    linked, failed = [name for name, _ in reply.links], [name for name, _ in reply.failed]
    told = [
        *(record.id for record in reply.records if record.id in ids),
        *linked,
        *reply.absent,
        *reply.unclear,
        *failed,
        *(one.name for one in reply.candidates),
        *(name for group in reply.apart for name in group),
    ]
    return [name for name in ids if told.count(name) != 1]
