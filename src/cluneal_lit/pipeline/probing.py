"""The probes: asked of the services, judged, and kept for a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import __version__
from cluneal_lit.config import Project
from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Request
from cluneal_lit.pipeline.exchange import Network
from cluneal_lit.redacting import redactor, secrets
from cluneal_lit.sources.probes import PROBES, Judged, Probe, judged
from cluneal_lit.sources.replies import SECRETS
from cluneal_lit.store import probed

Clean = Callable[[bytes], bytes]
Json = dict[str, object]

# What of an answer's headers is kept: nothing that may name who asked.
_KEPT = re.compile(
    r"x-api-pool|x-rate-?limit-(limit|interval|remaining)|x-concurrency-limit|retry-after|content-type|date"
)
_ENDINGS = ("json", "xml", "html")


class Probing(Struct, frozen=True):
    """Where the answers are kept, how many requests were made, and how each statement stands."""

    folder: Path
    asked: int
    statements: tuple[Judged, ...]


class _Kept(Struct, frozen=True):
    """What came of a request: the answer, or why there is none, and the name of the answer's file."""

    outcome: Answer | SourceError
    file: str = ""


def probe(
    project: Project,
    connect: Callable[[], AbstractContextManager[Network]],
    day: str,
    probes: Iterable[Probe] = PROBES,
) -> Probing:
    """Ask what the probes ask, each request once, and judge the answers; what arrives is kept without secrets."""
    needed = [(one, one.requests(project.services)) for one in probes]
    requests = tuple(dict.fromkeys(request for _, several in needed for request in several))
    clean = redactor(secrets(project.services))
    folder = probed.folder(project.cache, day)
    kept = _asked(connect, requests, folder, clean)
    statements = tuple(
        _cleaned(judged(one, [(request, kept[request].outcome) for request in several]), clean)
        for one, several in needed
    )
    index = {
        "format": 1,
        "program": f"cluneal-lit {__version__}",
        "day": day,
        "statements": [
            {**msgspec.to_builtins(told), "requests": [requests.index(request) + 1 for request in several]}
            for told, (_, several) in zip(statements, needed, strict=True)
        ],
        "requests": [_request(number, request, kept[request]) for number, request in enumerate(requests, 1)],
    }
    probed.write(folder, "index.json", clean(msgspec.json.format(msgspec.json.encode(index), indent=2) + b"\n"))
    return Probing(folder, len(requests), statements)


def _asked(
    connect: Callable[[], AbstractContextManager[Network]], requests: Sequence[Request], folder: Path, clean: Clean
) -> dict[Request, _Kept]:
    kept = {}
    with connect() as network:
        for request, outcome in network.answers(requests):
            name = ""
            if isinstance(outcome, Answer):
                name = f"{requests.index(request) + 1:02}-{request.source}.{_ending(outcome)}"
                probed.write(folder, name, clean(outcome.body))
            kept[request] = _Kept(outcome, name)
    return kept


def _request(number: int, request: Request, kept: _Kept) -> Json:
    """A request and what came of it, for the index; parameters that say who asks without their values."""
    outcome = kept.outcome
    asked: Json = {
        "number": number,
        "source": request.source,
        "method": "POST" if request.form else "GET",
        "url": request.url,
        "parameters": {name: "…" if name in SECRETS else value for name, value in (*request.params, *request.form)},
    }
    if isinstance(outcome, SourceError):
        return {**asked, "error": str(outcome)}
    return {**asked, "status": outcome.status, "headers": _headers(outcome), "file": kept.file}


def _headers(answer: Answer) -> Mapping[str, str]:
    told = {"content-type": answer.content_type, **answer.headers}
    return {name: value for name, value in sorted(told.items()) if _KEPT.fullmatch(name) and value}


def _ending(answer: Answer) -> str:
    return next((ending for ending in _ENDINGS if ending in answer.content_type.lower()), "txt")


def _cleaned(told: Judged, clean: Clean) -> Judged:
    return replace(told, came=clean(told.came.encode()).decode())
