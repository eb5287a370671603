"""What all of Crossref's answers have in common: the envelope around works, and how it says that it cannot answer."""

from __future__ import annotations

from cluneal_lit.errors import SourceError
from cluneal_lit.json_values import decoded, mapping, mappings, text
from cluneal_lit.model import Answer, Request, Services
from cluneal_lit.sources import replies

_SERVICE = "Crossref"


def identity(services: Services) -> tuple[tuple[str, str], ...]:
    """Who asks, if it is known: `mailto` leads to the polite pool."""
    return (("mailto", services.email),) if services.email else ()


def works(request: Request, answer: Answer) -> tuple[dict[str, object], ...]:
    """The works that an answer holds; raises SourceError for one that says nothing of use."""
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
