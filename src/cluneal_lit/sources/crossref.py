"""Crossref: works by DOI from its REST API (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import crossref_work, replies
from cluneal_lit.sources.json_values import decoded, mapping, mappings, text

NAME = "crossref"
BATCH = 40  # 20 to 50 are used by others; 40 DOIs keep the address below two thousand characters

_SERVICE = "Crossref"
# What a filter can carry for certain: a comma parts two filters, a colon a filter from its value.
_LISTED = re.compile(r"doi:[-._;()/a-z0-9]{1,60}")


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 40 DOIs; alone goes a DOI that no list can carry, and one that no other goes with.

    The e-mail address, where there is one, goes along as `mailto`. The fields are not selected: `select` refuses
    `language`, `subtype`, `edition-number` and `published-other` (seen in October 2026), which are read here.
    """
    lists, alone = replies.parted(replies.ids(questions), BATCH, _LISTED.fullmatch)
    return (*(_list(batch, services) for batch in lists), *(_single(name, services) for name in alone))


def _single(name: str, services: Services) -> Request:
    address = f"{services.crossref}/works/{quote(replies.value(name, 'doi'), safe='')}"
    return Request(source=NAME, url=address, ids=(name,), params=_identity(services))


def _list(names: tuple[str, ...], services: Services) -> Request:
    for name in names:
        replies.value(name, "doi")
    params = (("filter", ",".join(names)), ("rows", str(len(names))), *_identity(services))
    return Request(source=NAME, url=f"{services.crossref}/works", ids=names, params=params, kind="list")


def _identity(services: Services) -> tuple[tuple[str, str], ...]:
    return (("mailto", services.email),) if services.email else ()


def parse(request: Request, answer: Answer) -> Reply:
    """The work of an answer, or of a list its works. An alias is answered with its prime DOI: that is a link.

    A list leaves out what is not there, and aliases: that is unclear until it is asked about alone. One that is refused
    says nothing of its DOIs, it is divided.
    """
    if refused := replies.divided(request, answer):
        return refused
    if request.kind == "single" and answer.status == 404 and answer.body.strip() == b"Resource not found.":
        return Reply(absent=request.ids)
    records = map(crossref_work.record, _works(request, answer))
    return (replies.of_list if request.kind == "list" else replies.accounted)(request, records)


def _works(request: Request, answer: Answer) -> tuple[dict[str, object], ...]:
    message = _message(request, answer)
    if request.kind == "single":
        return (message,)
    if not isinstance(message.get("items"), list):
        raise replies.refusal(_SERVICE, request, "its answer is no list")
    return mappings(message.get("items"))


def _message(request: Request, answer: Answer) -> dict[str, object]:
    if replies.looks_like_html(answer):
        raise replies.refusal(_SERVICE, request, replies.told(answer, "it sent a web page instead of JSON"))
    if answer.status == 200 and not answer.body.strip():
        raise replies.refusal(_SERVICE, request, "it sent an empty answer")
    envelope = decoded(answer.body)
    if not isinstance(envelope, dict):
        reason = f"HTTP {answer.status}" if answer.status != 200 else "its JSON is cut off or broken"
        raise replies.refusal(_SERVICE, request, reason)
    if answer.status == 200 and "status" not in envelope:
        raise replies.refusal(_SERVICE, request, "it sent JSON of another kind")
    if answer.status != 200 or envelope["status"] != "ok":
        raise _refused(request, answer, envelope)
    message = mapping(envelope.get("message"))
    if (request.kind == "single" or "items" not in message) and not text(message.get("DOI")):
        raise replies.refusal(_SERVICE, request, "its answer holds no work")
    return message


def _refused(request: Request, answer: Answer, envelope: dict[str, object]) -> SourceError:
    # {"status":"failed","message-type":"validation-failure","message":[{"type":…,"message":…}]}
    said = "; ".join(text(part.get("message")) for part in mappings(envelope.get("message")))
    said = said or text(envelope.get("message-type"))
    return replies.refusal(_SERVICE, request, replies.told(answer, said) or f"its status is {envelope['status']!r}")
