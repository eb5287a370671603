"""Crossref's REST API: look-ups, lists of DOIs, and searches."""

from __future__ import annotations

from urllib.parse import quote, unquote

from tests.services import bibliographic
from tests.services.known import Known
from tests.services.said import Asked, Headers, Said, as_json

RATE_LIMITED = (
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


def voice(known: Known, asked: Asked) -> Said:
    """What Crossref says to a request."""
    rate, at_once = limit(asked)
    headers = (
        ("x-rate-limit-limit", str(rate)),
        ("x-rate-limit-interval", "1s"),
        ("x-concurrency-limit", str(at_once)),
        ("x-api-pool", f"{'polite' if asked.polite else 'public'}-{'array' if asked.kind == 'list' else 'single'}"),
    )
    if asked.kind == "list":
        return _list(known, asked, headers)
    doi = unquote(asked.path.removeprefix("/works/")).lower()
    if prime := known.aliases.get(doi):
        return Said(301, b"", "text/plain", (("Location", f"/works/{quote(prime, safe='')}"), *headers))
    if doi not in known.messages:
        return Said(404, b"Resource not found.", "text/plain;charset=utf-8", headers)
    return _envelope("work", known.messages[doi], headers)


def _list(known: Known, asked: Asked, headers: Headers) -> Said:
    """The works of a search, or of `filter=doi:A,doi:B`: unknown DOIs are left out, 20 come without `rows`."""
    selected = asked.params.get("select", "").split(",")
    filters = [part.partition(":") for part in asked.params.get("filter", "").split(",") if part]
    wrong = [name for name in selected if name and name not in SELECTS]
    refused = [
        _fault("select-not-available", name, f"Valid selects for this route are: {', '.join(SELECTS)}")
        for name in wrong
    ]
    unknown = "This filter specified but there is no such filter for this route."
    refused += [_fault("filter-not-available", kind, unknown) for kind, _, _ in filters if kind != "doi"]
    if refused:
        body = {"status": "failed", "message-type": "validation-failure", "message": refused}
        return as_json(body, 400, headers)
    wanted = {doi.lower() for _, _, doi in filters}
    if "query.bibliographic" in asked.params:
        found = bibliographic.found(known.messages, asked.params["query.bibliographic"])
        found = [one for one in found if not wanted or str(one["DOI"]).lower() in wanted]
    else:
        found = [
            known.messages[doi] for doi in dict.fromkeys(doi.lower() for _, _, doi in filters) if doi in known.messages
        ]
    rows = int(asked.params.get("rows", "20"))
    items = [{key: one[key] for key in one if selected == [""] or key in selected} for one in found[:rows]]
    message = {
        "facets": {},
        "total-results": len(found),
        "items": items,
        "items-per-page": rows,
        "query": {"start-index": 0, "search-terms": None},
    }
    return _envelope("work-list", message, headers)


def _envelope(kind: str, message: object, headers: Headers) -> Said:
    body = {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}
    return as_json(body, headers=headers)


def _fault(kind: str, value: str, said: str) -> dict[str, str]:
    return {"type": kind, "value": value, "message": said}


def limit(asked: Asked) -> tuple[int, int]:
    """Calls a second, and at once: Crossref's, of two pools and kinds."""
    if asked.kind == "list":
        return (3, 3) if asked.polite else (1, 1)
    return (10, 3) if asked.polite else (5, 1)
