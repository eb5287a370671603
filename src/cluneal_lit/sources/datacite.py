"""DataCite: works by DOI from its REST API (https://support.datacite.org/docs/api)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from cluneal_lit.json_values import decoded, mapping, mappings, text
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import datacite_work, replies

NAME = "datacite"
BATCH = 40

_SERVICE = "DataCite"


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 40 DOIs; a DOI with a comma, which parts the ids of a list, and a lone one go alone."""
    lists, alone = replies.parted(replies.ids(questions), BATCH, lambda name: "," not in name)
    return (*(_list(batch, services) for batch in lists), *(_single(name, services) for name in alone))


def _single(name: str, services: Services) -> Request:
    address = f"{services.datacite}/dois/{quote(replies.value(name, 'doi'), safe='/')}"
    return Request(source=NAME, url=address, ids=(name,))


def _list(names: tuple[str, ...], services: Services) -> Request:
    params = (
        ("ids", ",".join(replies.value(name, "doi") for name in names)),
        ("page[size]", str(len(names))),  # 25 without it
    )
    return Request(source=NAME, url=f"{services.datacite}/dois", ids=names, params=params, kind="list")


def parse(request: Request, answer: Answer) -> Reply:
    """The works of an answer. What a list leaves out is unclear until it is asked about alone: then 404 is absent."""
    if refused := replies.divided(request, answer):
        return refused
    body = mapping(decoded(answer.body))
    if answer.status == 404 and request.kind == "single" and _is_missing(body):
        return Reply(absent=request.ids)
    if answer.status != 200:
        said = "; ".join(text(error.get("title")) for error in mappings(body.get("errors")))
        raise replies.refusal(_SERVICE, request, replies.told(answer, said))
    records = map(datacite_work.record, _works(request, body))
    return (replies.of_list if request.kind == "list" else replies.accounted)(request, records)


def _works(request: Request, body: dict[str, object]) -> tuple[dict[str, object], ...]:
    found = body.get("data")
    listed = mappings(found if isinstance(found, list) else [found])
    works = tuple(mapping(one.get("attributes")) for one in listed)
    if not isinstance(found, list | dict) or not all(text(work.get("doi")) for work in works):
        raise replies.refusal(_SERVICE, request, "it sent no JSON of its own kind")
    if request.kind == "single" and not works:
        raise replies.refusal(_SERVICE, request, "its answer holds no work")
    return works


def _is_missing(body: dict[str, object]) -> bool:
    # {"errors":[{"status":"404","title":"The resource you are looking for doesn't exist."}]}
    return any(text(error.get("status")) == "404" for error in mappings(body.get("errors")))
