"""Crossref: works by DOI from its REST API (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import crossref_work, replies
from cluneal_lit.sources.json_values import decoded, mapping, mappings, text

NAME = "crossref"

_SERVICE = "Crossref"


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each DOI; the e-mail address, where there is one, goes along as `mailto`."""
    identity = (("mailto", services.email),) if services.email else ()
    return tuple(
        Request(
            source=NAME,
            url=f"{services.crossref}/works/{quote(replies.value(name, 'doi'), safe='')}",
            ids=(name,),
            params=identity,
        )
        for name in replies.ids(questions)
    )


def parse(request: Request, answer: Answer) -> Reply:
    """The work of an answer, or of a list its works. An alias is answered with its prime DOI: that is a link."""
    if answer.status == 404 and answer.body.strip() == b"Resource not found.":
        return Reply(absent=request.ids)
    message = _message(request, answer)
    works = mappings(message.get("items")) if "items" in message else (message,)
    return replies.accounted(request, (crossref_work.record(work) for work in works))


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
    if "items" not in message and not text(message.get("DOI")):
        raise replies.refusal(_SERVICE, request, "its answer holds no work")
    return message


def _refused(request: Request, answer: Answer, envelope: dict[str, object]) -> SourceError:
    # {"status":"failed","message-type":"validation-failure","message":[{"type":…,"message":…}]}
    said = "; ".join(text(part.get("message")) for part in mappings(envelope.get("message")))
    said = said or text(envelope.get("message-type"))
    return replies.refusal(_SERVICE, request, replies.told(answer, said) or f"its status is {envelope['status']!r}")
