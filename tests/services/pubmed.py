"""NCBI's E-utilities: efetch, esearch, ECitMatch, and what they share: a limit for all calls together."""

from __future__ import annotations

from lxml import etree

from tests.services import ecitmatch, esearch
from tests.services.known import Known
from tests.services.said import Asked, Said, as_json
from tests.services.works import article_set


def voice(known: Known, asked: Asked) -> Said:
    """What PubMed says to a request."""
    call = asked.path.rpartition("/")[2]
    if asked.params.get("db") != "pubmed" or call not in _CALLS:
        return as_json({"error": "unknown request"}, 400)
    said = _CALLS[call](known, asked)
    return Said(said.status, said.body, said.content_type, (("x-ratelimit-limit", str(limit(asked)[0])),))


def _efetch(known: Known, asked: Asked) -> Said:
    pmids = [known.merged.get(pmid, pmid) for pmid in asked.params.get("id", "").split(",")]
    found = [etree.fromstring(known.articles[pmid]) for pmid in dict.fromkeys(pmids) if pmid in known.articles]
    return Said(200, article_set(found), "text/xml; charset=UTF-8")


_CALLS = {"efetch.fcgi": _efetch, "esearch.fcgi": esearch.voice, "ecitmatch.cgi": ecitmatch.voice}


def limit(asked: Asked) -> tuple[int, int]:
    """Calls a second, and at once: NCBI's, with and without a key."""
    return (10 if asked.params.get("api_key") else 3), 10**9


def rate_limited(asked: Asked) -> Said:
    """What NCBI says to who asks too fast."""
    key = asked.params.get("api_key") or "192.0.2.1"
    body = {"error": "API rate limit exceeded", "api-key": key, "count": "5", "limit": str(limit(asked)[0])}
    return as_json(body, 429)
