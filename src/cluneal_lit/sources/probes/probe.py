"""What a probe is, and how it is judged: holds, no longer holds, or could not be asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree
from msgspec import Struct

from cluneal_lit.errors import SourceError
from cluneal_lit.folding import one_line
from cluneal_lit.json_values import decoded
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import SOURCES, replies

Exchange = tuple[Request, Answer]
Outcome = tuple[Request, Answer | SourceError]

HOLDS, BROKEN, UNASKED = VERDICTS = ("holds", "no longer holds", "could not be asked")
_LONGEST = 300  # characters of what came instead
# Refusals of who asks, or of how often: they say nothing of what is asked.
_REFUSED = (401, 403, 407, 408, 425, 429, 451)
# How NCBI says, under 200 or 400, that something behind it is down, or that the user's key is wrong.
_NCBI_DOWN = re.compile(rb"Search Backend failed|::proxy_stream|API rate limit exceeded", re.IGNORECASE)
_NCBI_KEY = re.compile(rb"API key invalid", re.IGNORECASE)


class Probe(Struct, frozen=True):
    """A statement by its number, what is asked about it, and what is wrong by the answers to these requests.

    `wrong` takes an exchange for each request; it is empty where the statement holds, and where not one line on what
    came instead. It may raise SourceError.
    """

    number: str
    says: str
    requests: Callable[[Services], tuple[Request, ...]]
    wrong: Callable[..., str]


class Judged(Struct, frozen=True):
    """A statement and one of `VERDICTS`; `came`: what came instead, or why it could not be asked."""

    number: str
    says: str
    verdict: str
    came: str = ""


def judged(probe: Probe, outcomes: Sequence[Outcome]) -> Judged:
    """How a statement stands by the outcomes of its requests. An outage is never a verdict."""
    exchanges = []
    for request, outcome in outcomes:
        unusable = str(outcome) if isinstance(outcome, SourceError) else _unusable(outcome)
        if unusable or isinstance(outcome, SourceError):
            return Judged(probe.number, probe.says, UNASKED, _short(unusable))
        exchanges.append((request, outcome))
    try:
        came = probe.wrong(*exchanges)
    except SourceError as error:
        came = str(error)
    return Judged(probe.number, probe.says, BROKEN if came else HOLDS, _short(came))


def asked(source: str, *names: str) -> Callable[[Services], tuple[Request, ...]]:
    """The requests that a source itself makes of these ids, once it is known where the services are."""
    questions = [Question(source, name) for name in names]

    def requests(services: Services) -> tuple[Request, ...]:
        return SOURCES[source].requests(questions, services)

    return requests


def reply(exchange: Exchange) -> Reply:
    """What the program itself reads in an answer. Raises SourceError."""
    request, answer = exchange
    return SOURCES[request.source].parse(request, answer)


def unlike(*facts: tuple[str, object, object]) -> str:
    """What is not as expected, of facts as (name, what came, what was expected); empty where all are."""
    return "; ".join(f"{name}: {_plain(came)} instead of {_plain(due)}" for name, came, due in facts if came != due)


def number(exchange: Exchange, header: str) -> int:
    """The whole number with which a header of the answer begins; 0 for none."""
    match = re.match(r"\s*([0-9]{1,9})", exchange[1].headers.get(header, ""))
    return int(match[1]) if match else 0


def _unusable(answer: Answer) -> str:
    """Why an answer says nothing of any statement; empty if it does."""
    head = answer.body[:2000]
    if answer.status >= 500 or answer.status in _REFUSED:
        return f"it answered HTTP {answer.status}"
    if _NCBI_KEY.search(head):
        return "the NCBI API key is not valid; correct NCBI_API_KEY, or remove it"
    if _NCBI_DOWN.search(head):
        return "it answered that something behind it is down"
    if answer.status == 200 and replies.looks_like_html(answer):
        return "it sent a web page, as services do that are down, and networks that want a login"
    if answer.status == 200 and not answer.body.strip():
        return "it sent an empty answer"
    return "its answer is cut off or broken" if _is_broken(answer.body) else ""


def _is_broken(body: bytes) -> bool:
    start = body.lstrip()[:1]
    if start in (b"{", b"["):
        return decoded(body) is None
    if start != b"<" or replies.looks_like_html(Answer(200, body)):
        return False
    try:
        etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return True
    return False


def _plain(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"({', '.join(map(_plain, value))})" if value else "none"
    return "nothing" if value is None or value == "" else repr(value)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
