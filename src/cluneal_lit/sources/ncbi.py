"""What all of NCBI's E-utilities have in common: who asks, and how they say that they cannot answer."""

from __future__ import annotations

from collections.abc import Mapping

from cluneal_lit import identifiers
from cluneal_lit.errors import SourceError
from cluneal_lit.json_values import decoded_leniently, mapping, text, texts
from cluneal_lit.model import Answer, Request, Services
from cluneal_lit.sources import replies

SERVICE = "PubMed"


def identity(services: Services) -> tuple[tuple[str, str], ...]:
    """Who asks, as far as it is known: NCBI wants `tool` and `email` on every call (NBK25497)."""
    known = (("tool", services.tool), ("email", services.email), ("api_key", services.ncbi_api_key))
    return tuple(pair for pair in known if pair[1])


def check(request: Request, answer: Answer, expected: str) -> None:
    """Raises SourceError for what cannot be the text or XML that was `expected`: an error, a web page, nothing."""
    if answer.status != 200 or answer.body.lstrip()[:1] in (b"{", b"["):
        raise refused(request, answer, f"it sent JSON instead of {expected}")
    _check_body(request, answer, expected)


def searched(request: Request, answer: Answer) -> dict[str, object]:
    """The result of a search, with a list of PMIDs. Raises SourceError for an answer without one."""
    if answer.status != 200:
        raise refused(request, answer, "")
    _check_body(request, answer, "JSON")
    envelope = decoded_leniently(answer.body)
    result = mapping(mapping(envelope).get("esearchresult"))
    if "ERROR" in result or not isinstance(result.get("idlist"), list):
        kind = "JSON of another kind" if isinstance(envelope, dict) else "no JSON, or it is cut off"
        raise refused(request, answer, f"it sent {kind}")
    return result


def pmids(result: Mapping[str, object]) -> tuple[str, ...]:
    """The PMIDs of the result of a search, as `pmid:29656623`, in its order and each once."""
    numbers = [number for one in texts(result.get("idlist")) if (number := identifiers.pmid(one))]
    return tuple(f"pmid:{number}" for number in dict.fromkeys(numbers))


def refused(request: Request, answer: Answer, otherwise: str) -> SourceError:
    """The error that says what the answer says of itself, or `otherwise`."""
    said = _error(answer)
    if "api key invalid" in said.lower():
        do = "correct NCBI_API_KEY, or remove it to ask at the public rate"
        return replies.refusal(SERVICE, request, "the NCBI API key is not valid", do)
    return replies.refusal(SERVICE, request, replies.told(answer, said) or otherwise)


def _check_body(request: Request, answer: Answer, expected: str) -> None:
    if replies.looks_like_html(answer):
        raise replies.refusal(SERVICE, request, f"it sent a web page instead of {expected}")
    if not answer.body.strip():
        raise replies.refusal(SERVICE, request, "it sent an empty answer")


def _error(answer: Answer) -> str:
    # {"error":"API rate limit exceeded","api-key":"<address or key>"}: only `error` is safe to repeat.
    # {"esearchresult":{"ERROR":"Search Backend failed: …"}}: that of a search.
    envelope = mapping(decoded_leniently(answer.body))
    return text(envelope.get("error")) or text(mapping(envelope.get("esearchresult")).get("ERROR"))
