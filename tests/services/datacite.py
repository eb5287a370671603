"""DataCite's REST API: look-ups and lists of DOIs."""

from __future__ import annotations

from urllib.parse import unquote

from tests.services.known import Known
from tests.services.said import Asked, Said, as_json

_KIND = "application/json; charset=utf-8"


def voice(known: Known, asked: Asked) -> Said:
    """What DataCite says to a request."""
    if asked.kind == "list":
        return _list(known, asked)
    doi = unquote(asked.path.removeprefix("/dois/")).lower()
    if doi not in known.datasets:
        missing = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
        return as_json(missing, 404, content_type=_KIND)
    return as_json({"data": _dataset(known, doi)}, content_type=_KIND)


def _list(known: Known, asked: Asked) -> Said:
    wanted = asked.params.get("ids", "").lower().split(",")
    found = [doi for doi in wanted if doi in known.datasets]
    size = int(asked.params.get("page[size]", "25"))
    meta = {"total": len(found), "totalPages": -(-len(found) // size), "page": 1}
    return as_json({"data": [_dataset(known, doi) for doi in found[:size]], "meta": meta}, content_type=_KIND)


def _dataset(known: Known, doi: str) -> dict[str, object]:
    return {"id": doi, "type": "dois", "attributes": known.datasets[doi], "relationships": {}}


def limit(asked: Asked) -> tuple[int, int]:
    """Calls in five minutes, and at once."""
    return (1000 if asked.polite else 500), 10**9


def rate_limited() -> Said:
    """What DataCite says to who asks too often."""
    body = {"errors": [{"status": "429", "title": "Too many requests"}]}
    return as_json(body, 429, (("Retry-After", "1"),))
