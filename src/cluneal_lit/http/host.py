"""One host: its limits, its connections, its bad days."""

from __future__ import annotations

import email.utils
import random
import re
import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec
import requests
from msgspec import Struct

from cluneal_lit.errors import SourceError
from cluneal_lit.folding import one_line
from cluneal_lit.http.call import Failure, Patience, reachable, received, redirected
from cluneal_lit.http.limits import Gate
from cluneal_lit.model import Answer, Request

_TRANSIENT = (500, 502, 503, 504)
_REDIRECTIONS = 3  # that are followed
_LATER = "what it was to say stays unchecked; run again later"
_OFFLINE = "what it was to say stays unchecked; check the network, then run again"


class Persistence(Struct, frozen=True):
    """How often and how long to try: tries a request, seconds before the second, longest wait, failures in a row
    after which the host is given up, and refusals, which may be about one odd address each."""

    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 30.0
    failures: int = 3
    refusals: int = 10


class Host:
    """A host that is asked until it is given up; `answer` may be called by several threads at once."""

    def __init__(
        self,
        headers: dict[str, str],
        patience: Patience,
        persistence: Persistence,
        clock: Callable[[], float],
        redacted: Callable[[str], str],
    ) -> None:
        """`redacted` is a text without secrets."""
        self._headers = headers
        self._patience = patience
        self._persistence = persistence
        self._clock = clock
        self._redacted = redacted
        self._sessions: list[requests.Session] = []
        self._meeting = threading.Lock()
        self._met = self._spoke = False
        self._failures = self._refusals = 0
        self._given_up = ""

    def answer(self, request: Request, gate: Gate) -> Answer:
        """The answer to a request, after as many tries as it takes; raises SourceError, at once when given up."""
        with gate:
            name = urlsplit(request.url).netloc
            self._meet(request, name)
            last, tries = Failure(""), 0
            for tries in range(1, self._persistence.tries + 1):
                if self._given_up:
                    raise SourceError(self._given_up)
                try:
                    return self._usable(request, gate)
                except Failure as failure:
                    last = failure
                    too_long = failure.wait > self._persistence.longest_wait
                    if not failure.again or too_long or tries >= failure.most:
                        break
                    if tries < self._persistence.tries:
                        gate.pause(self._backoff(failure.wait, tries))
            raise self._failed(name, last, tries)

    def close(self) -> None:
        """Closes the connections that are not in use."""
        while self._sessions:
            self._sessions.pop().close()

    def _meet(self, request: Request, name: str) -> None:
        with self._meeting:
            if not self._met and not reachable(request.url, self._patience.connect):
                self._given_up = f"{name} cannot be reached within {self._patience.connect:g} s; {_OFFLINE}"
            self._met = True

    def _usable(self, request: Request, gate: Gate) -> Answer:
        for _ in range(_REDIRECTIONS + 1):
            with gate.call():
                found = self._received(request)
            gate.learn(found.headers)
            target = redirected(request, found)
            if target is None:
                break
            request = target
        else:
            raise Failure("it redirects too often", again=False)
        if _is_limited(found):
            gate.refused()
        if _is_limited(found) or found.status in _TRANSIENT:
            raise Failure(self._said(found), wait=_retry_after(found))
        if found.status == 403:  # so Crossref blocks a client; a firewall may do it to one odd address
            raise Failure("it refuses this client (HTTP 403)", again=False)
        self._failures = self._refusals = 0
        return found

    def _received(self, request: Request) -> Answer:
        try:
            session = self._sessions.pop()
        except IndexError:
            session = self._session()
        try:
            found = received(session, request, self._patience, self._clock)
        except Failure:
            session.close()
            raise
        self._sessions.append(session)
        self._spoke = True
        return found

    def _said(self, answer: Answer) -> str:
        """`HTTP 429, API rate limit exceeded`: the status, if it is an error, and the service's own words, if any."""
        said = self._redacted(one_line(_error(answer.body)))[:200]  # cut last: half a secret is one too
        status = f"HTTP {answer.status}" if answer.status != 200 else ""
        return ", ".join(filter(None, (status, said)))

    def _session(self) -> requests.Session:
        session = _Session()
        session.headers.update(self._headers)
        session.auth = _anonymous  # else requests sends what ~/.netrc holds, to any host under `default`
        return session

    def _backoff(self, stated: float, tries: int) -> float:
        own = self._persistence.first_wait * 2.0 ** (tries - 1) * random.uniform(0.5, 1)
        return min(max(own, stated), self._persistence.longest_wait)

    def _failed(self, name: str, failure: Failure, tries: int) -> SourceError:
        self._failures += failure.again
        self._refusals += not failure.again
        often = f" after {tries} tries" if tries > 1 else ""
        waits = failure.wait > self._persistence.longest_wait
        leave = f", and asks to be left alone for {failure.wait:.0f} s" if waits else ""
        message = f"{name} gave no answer: {failure.reason}{often}{leave}; {_LATER}"
        bad = self._failures >= self._persistence.failures or self._refusals >= self._persistence.refusals
        if not self._spoke or waits or bad:
            self._given_up = message
        return SourceError(message)


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: to see where an answer redirects to, requests would read its whole body, of any size."""


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _is_limited(answer: Answer) -> bool:
    # NCBI says it under 200 too, and in JSON whatever was asked for.
    return answer.status == 429 or b'"API rate limit exceeded"' in answer.body[:200]


def _error(body: bytes) -> str:
    """What `{"error": …}` says; empty for any other body. NCBI repeats the key or the sender's address beside it."""
    try:
        said = msgspec.json.decode(body, type=dict[str, object]).get("error")
    except (ValueError, RecursionError):  # ValueError: what is no JSON, or no UTF-8
        return ""
    return said if isinstance(said, str) else ""


def _retry_after(found: Answer) -> float:
    """The seconds of a Retry-After header, which may be a date; 0 without one."""
    written = found.headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]+", written):
        return float(written[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0
