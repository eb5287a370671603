"""One call: connect, send, follow a redirect on the same host, read a bounded answer; failures as one error."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from msgspec import Struct
from msgspec.structs import replace
from requests.exceptions import ConnectTimeout, InvalidURL, ReadTimeout, RequestException, SSLError
from requests.utils import get_environ_proxies, select_proxy

from cluneal_lit.addresses import REDIRECTING
from cluneal_lit.model import Answer, Request

_CHUNK = 65536
T = TypeVar("T")
_NOWHERE = "it redirects to what is no address"


class Failure(Exception):
    """A call that brought no usable answer.

    `again`: another try may bring one, after `wait` seconds at least, but not more than so many tries in all (`most`).
    """

    def __init__(self, reason: str, again: bool = True, most: int = 99, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.most = most
        self.wait = wait


class Patience(Struct, frozen=True):
    """What a call may take: seconds to connect, between two pieces of the answer, for the whole; bytes, unpacked."""

    connect: float = 3.0
    read: float = 30.0
    whole: float = 120.0
    size: int = 64 * 2**20


def reachable(url: str, seconds: float) -> bool:
    """Whether the host of the address, or the proxy in front of it, takes a connection within so many seconds."""
    proxy = select_proxy(url, get_environ_proxies(url))
    try:
        parts = urlsplit(url if not proxy else proxy if "://" in proxy else f"http://{proxy}")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return False
    return _within(seconds, lambda: _connects(parts.hostname or "", port, seconds)) is True


def _connects(host: str, port: int, seconds: float) -> bool:
    """Whether one of a host's addresses takes a connection; the seconds are divided among them, since some are dead."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # UnicodeError: a host name that IDNA cannot encode
        return False
    addresses = dict.fromkeys(str(one[4][0]) for one in found)
    for address in addresses:
        with contextlib.suppress(OSError), socket.create_connection((address, port), 0.9 * seconds / len(addresses)):
            return True
    return False


def _within(seconds: float, do: Callable[[], T]) -> T | None:
    """What a call gives within so many seconds; None when it takes longer.

    Name look-ups know no timeout, and that of a socket is for each byte: a thread makes the call, and is left behind
    when it takes too long.
    """
    found: Future[T] = Future()
    threading.Thread(target=_complete, args=(found, do), daemon=True).start()
    with contextlib.suppress(TimeoutError):
        return found.result(seconds)
    return None


def _complete(future: Future[T], do: Callable[[], T]) -> None:
    try:
        future.set_result(do())
    except BaseException as error:  # a bug, which who waits is told too
        future.set_exception(error)
        raise


def received(session: requests.Session, request: Request, patience: Patience, clock: Callable[[], float]) -> Answer:
    """The answer to a request, of whatever status; a redirection is an answer too. Raises Failure."""
    begun = clock()
    deadline = begun + patience.whole
    response = _within(patience.whole, lambda: _begun(session, request, patience))
    if response is None:
        raise Failure(f"it did not begin to answer within {patience.whole:g} s", most=1)
    if isinstance(response, Failure):
        if clock() - begun > 1.5 * patience.read:  # it went on sending what is no answer
            response.most = 1
        raise response
    with response:
        headers = {name.lower(): value for name, value in response.headers.items()}
        moved = response.status_code in REDIRECTING  # what it sends beside is of no use, and of any size
        unread = moved or request.reads in ("status", "head")
        body = b"" if unread else _body(response.raw, headers, patience, clock, deadline)
    return Answer(response.status_code, body, headers.get("content-type", ""), headers)


def _begun(session: requests.Session, request: Request, patience: Patience) -> requests.Response | Failure:
    """The answer without its body, or why there is none."""
    try:
        return session.request(
            request.method,
            request.url,
            params=list(request.params) or None,
            data=list(request.form) or None,
            timeout=(patience.connect, patience.read),
            allow_redirects=False,
            stream=True,
        )
    except RequestException as error:
        return _failure(error, patience)


def redirected(request: Request, answer: Answer) -> Request | None:
    """The request to send instead, where the answer says so; None for no redirection. Raises Failure.

    Only the same host is trusted with what the request says of its sender.
    """
    if answer.status not in REDIRECTING or not (location := answer.headers.get("location")):
        return None
    try:
        target = urljoin(request.url, location)
        here, there = urlsplit(request.url), urlsplit(target)
    except ValueError as error:
        raise Failure(_NOWHERE, again=False) from error
    upgraded = here.hostname == there.hostname and (here.scheme, there.scheme) == ("http", "https")
    if not upgraded and (here.scheme, here.netloc) != (there.scheme, there.netloc):
        raise Failure(f"it redirects to {(there.hostname or 'nowhere')[:100]}", again=False)
    if request.form and answer.status not in (307, 308):
        raise Failure("it redirects a POST", again=False)
    return replace(request, url=target, params=() if there.query else request.params)


def _body(
    raw: urllib3.HTTPResponse,
    headers: Mapping[str, str],
    patience: Patience,
    clock: Callable[[], float],
    deadline: float,
) -> bytes:
    too_large = Failure(f"its answer is larger than {patience.size // 2**20} MB", again=False)
    if "," in headers.get("content-encoding", ""):
        raise Failure("its answer is packed more than once", again=False)
    stated = headers.get("content-length", "")
    if re.fullmatch(r"[0-9]{1,15}", stated) and int(stated) > patience.size:
        raise too_large
    pieces, size = [], 0
    try:
        while piece := raw.read1(_CHUNK, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > patience.size:
                raise too_large
            if clock() > deadline:
                raise Failure(f"its answer was not complete after {patience.whole:g} s", most=1)
    except urllib3.exceptions.ReadTimeoutError as error:
        raise Failure(f"its answer stopped for {patience.read:g} s", most=2) from error
    except urllib3.exceptions.DecodeError as error:
        raise Failure("its answer cannot be unpacked") from error
    except urllib3.exceptions.HTTPError as error:
        raise Failure("its answer was cut off") from error
    return b"".join(pieces)


def _failure(error: RequestException, patience: Patience) -> Failure:
    # Never the exception's own text: it holds the address with its parameters.
    if isinstance(error, ConnectTimeout):
        return Failure(f"it took no connection within {patience.connect:g} s")
    if isinstance(error, ReadTimeout):
        return Failure(f"it did not answer within {patience.read:g} s", most=2)
    if isinstance(error, SSLError):
        return Failure("its certificate cannot be verified", again=False)
    if isinstance(error, requests.ConnectionError):
        return Failure("the connection broke")
    if isinstance(error, InvalidURL | requests.exceptions.InvalidSchema):
        return Failure("its address is not a valid one", again=False)
    return Failure("its answer cannot be understood", again=False)
