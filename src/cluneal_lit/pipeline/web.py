"""Pages and links of the web: redirections are followed from host to host, and what is no answer is no verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal
from urllib.parse import urldefrag, urljoin, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import addresses
from cluneal_lit.addresses import REDIRECTING
from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Request
from cluneal_lit.pipeline.exchange import Network

Outcome = Answer | SourceError
Reads = Literal["answer", "page", "status", "head"]
_HOPS = 5  # redirections that are followed
_PATIENCE = 5.0  # seconds of a wait, after which another begins
_AT_ONCE = 24  # addresses that are awaited; each has a host of its own at most
_GONE = (404, 410)  # all else may be about who asks: 401, 403, 429, 451
_FOR_GOOD = (301, 308)
_FOUND = range(200, 300)


class Step(Struct, frozen=True):
    """A request on the way from an address; how many `hops` were before it, and whether all were `for_good`."""

    address: str
    request: Request
    hops: int = 0
    for_good: bool = True


class Fate(Struct, frozen=True):
    """What became of an address: `gone`, `moved` for good (`to` where), `there`, or not known; `why`, in words."""

    name: Literal["gone", "moved", "there", "unknown"]
    why: str = ""
    to: str = ""


def fates(asked: Iterable[str], network: Network, told: Callable[[int, int], None]) -> dict[str, Fate]:
    """What became of each address; `told` how many are known, of how many."""
    waiting = [Step(address, _request(address, "head")) for address in dict.fromkeys(asked)]
    total, found, under_way = len(waiting), dict[str, Fate](), dict[int, Step]()
    waiting.reverse()
    while waiting or under_way:
        while waiting and len(under_way) < _AT_ONCE:
            step = waiting.pop()
            under_way[id(step.request)] = step
            network.send((step.request,))
        if answered := network.next(_PATIENCE):
            request, outcome = answered
            step = under_way.pop(id(request))
            result = after(step, outcome)
            if isinstance(result, Step):
                waiting.append(result)
            else:
                found[step.address] = result
                told(len(found), total)
    return found


def after(step: Step, outcome: Outcome) -> Step | Fate:
    """What to ask next, or what became of the address.

    A HEAD that brings anything but the page is asked again as a GET, since many hosts know no HEAD.
    """
    if isinstance(outcome, SourceError):
        return Fate("unknown", str(outcome).partition(";")[0])
    if (target := redirected(step.request.url, outcome)) is not None:
        return _further(step, target, outcome.status)
    if outcome.status in _FOUND:
        moved = step.hops and step.for_good and step.address != step.request.url
        return Fate("moved", to=step.request.url) if moved else Fate("there")
    if step.request.reads == "head":
        return replace(step, request=_request(step.request.url, "status"))
    host = urlsplit(step.request.url).netloc
    return Fate("gone" if outcome.status in _GONE else "unknown", f"{host} says HTTP {outcome.status}")


def _further(step: Step, target: str, status: int) -> Step | Fate:
    if step.hops == _HOPS or not target:
        return Fate("unknown", "it redirects " + ("too often" if target else "to what is no page"))
    for_good = step.for_good and status in _FOR_GOOD
    return Step(step.address, _request(target, step.request.reads), step.hops + 1, for_good)


def redirected(url: str, answer: Answer) -> str | None:
    """Where an answer redirects to; empty for what is no address in the web, None where it does not."""
    if answer.status not in REDIRECTING or not (location := answer.headers.get("location")):
        return None
    try:
        target = urldefrag(urljoin(url, location)).url
    except ValueError:
        return ""
    return target if addresses.host(target) else ""


def page(url: str, network: Network) -> Answer:
    """What the address shows. Raises SourceError where it shows no page: `reason; what to do`."""
    request = _request(urldefrag(url).url, "page")
    for _ in range(_HOPS + 1):
        ((_, outcome),) = network.answers((request,))
        if isinstance(outcome, SourceError):
            raise SourceError(f"{str(outcome).partition(';')[0]}; check the address, or try again later")
        if (target := redirected(request.url, outcome)) is None:
            if outcome.status not in _FOUND:
                raise SourceError(
                    f"{urlsplit(request.url).netloc} says HTTP {outcome.status}; {_to_do(outcome.status)}"
                )
            return outcome
        if not target:
            raise SourceError("it redirects to what is no page; check the address")
        request = _request(target, "page")
    raise SourceError("it redirects too often; check the address")


def _to_do(status: int) -> str:
    """What to do where a page came with this status."""
    if status >= 500 or status == 429:
        return "try again later"
    return "check the address" if status in _GONE else "save the page from your browser, and name the file"


def _request(url: str, reads: Reads) -> Request:
    return Request("web", url, (url,), reads=reads)
