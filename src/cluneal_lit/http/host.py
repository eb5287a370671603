"""One host: its limits, its connections, its bad days."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

import requests
from msgspec import Struct

from cluneal_lit.errors import SourceError
from cluneal_lit.folding import one_line
from cluneal_lit.http.call import Failure, Patience, reachable, received, redirected
from cluneal_lit.http.limits import Gate
from cluneal_lit.http.outside import INSIDE, Outside, leads_inside
from cluneal_lit.http.refusals import is_limited, own_words, retry_after
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
        is_outside: bool = False,
    ) -> None:
        """`redacted` is a text without secrets; `is_outside`: it is asked only where it stands in the open
        web."""
        self._headers = headers
        self._patience = patience
        self._persistence = persistence
        self._clock = clock
        self._redacted = redacted
        self._is_outside = is_outside
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
            if not self._met and self._is_outside and leads_inside(request.url):
                self._given_up = f"{name} {INSIDE}"
            elif not self._met and not reachable(request.url, self._patience.connect):
                self._given_up = f"{name} cannot be reached within {self._patience.connect:g} s; {_OFFLINE}"
            self._met = True

    def _usable(self, request: Request, gate: Gate) -> Answer:
        if request.reads != "answer":
            return self._as_it_is(request, gate)
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
        if is_limited(found):
            gate.refused()
        if is_limited(found) or found.status in _TRANSIENT:
            raise Failure(self._said(found), wait=retry_after(found))
        if found.status == 403:  # so Crossref blocks a client; a firewall may do it to one odd address
            raise Failure("it refuses this client (HTTP 403)", again=False)
        self._failures = self._refusals = 0
        return found

    def _as_it_is(self, request: Request, gate: Gate) -> Answer:
        """What a place in the web says, refusals and redirections too."""
        with gate.call():
            found = self._received(request)
        gate.learn(found.headers)
        if is_limited(found):
            gate.refused()
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
        said = self._redacted(one_line(own_words(answer.body)))[:200]  # cut last: half a secret is one too
        status = f"HTTP {answer.status}" if answer.status != 200 else ""
        return ", ".join(filter(None, (status, said)))

    def _session(self) -> requests.Session:
        session = _Session()
        session.headers.update(self._headers)
        if self._is_outside:
            for scheme in ("http://", "https://"):
                session.mount(scheme, Outside())
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
