"""The network, against real HTTP servers on the loopback interface."""

from __future__ import annotations

import contextlib
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.errors import SourceError
from cluneal_lit.http import Http
from cluneal_lit.http.call import Patience, reachable
from cluneal_lit.http.host import Persistence
from cluneal_lit.http.limits import HIGHEST, Gate, Limit, counted_with
from cluneal_lit.model import Answer, Question, Request, Services
from cluneal_lit.sources import SOURCES
from tests.services import Loopback, Work, loopback

WORKS = tuple(Work(f"Invented work {number}", pmid=str(number), doi=f"10.5555/{number}") for number in range(1, 21))
SHORT = Patience(connect=3, read=0.2, whole=5, size=2**20)
LATER = "what it was to say stays unchecked; run again later"


def asking(service: Loopback, name: str, *ids: str) -> tuple[Request, ...]:
    return SOURCES[name].requests([Question(name, one) for one in ids], service.services)


def crossref(service: Loopback, *numbers: int) -> tuple[Request, ...]:
    return tuple(one for number in numbers for one in asking(service, "crossref", f"doi:10.5555/{number}"))


class Waits(list[float]):
    """A sleep that takes no time and remembers how long it should have taken, and a clock for which it did."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)

    def clock(self) -> float:
        return time.monotonic() + sum(self)


def hurried(service: Loopback, **options: Any) -> Http:
    """The way to the services, without the waits."""
    waits = options.pop("waits", None)
    waits = Waits() if waits is None else waits
    return Http(service.services, sleep=waits, clock=waits.clock, **options)


def outcomes(service: Loopback, *requests: Request, **options: Any) -> list[object]:
    """For each request, in their order, the status of its answer or its error's message without the port."""
    with hurried(service, **options) as http:
        found = {id(request): outcome for request, outcome in http.answers(requests)}
    return [_told(found[id(request)]) for request in requests]


def _told(outcome: Answer | SourceError) -> object:
    if isinstance(outcome, Answer):
        return outcome.status
    host, _, rest = str(outcome).partition(" ")
    return f"{host.partition(':')[0]} {rest}"


def test_hosts_are_asked_side_by_side_and_every_request_is_answered() -> None:
    with loopback(*WORKS) as service:
        requests = (
            *asking(service, "pubmed", "pmid:1", "pmid:2"),
            *crossref(service, 1, 2, 99),
            *asking(service, "agency", "doi:10.5555/99"),
        )
        assert outcomes(service, *requests) == [200, 200, 200, 404, 200]


def test_no_request_opens_no_connection() -> None:
    with loopback() as service:
        assert (outcomes(service), service.requests) == ([], [])


def test_the_sender_says_who_it_is() -> None:
    with loopback(*WORKS, email="a@lab.example") as service:
        outcomes(service, *crossref(service, 1))
        (asked,) = service.requests
        assert (asked.params, asked.headers["user-agent"], asked.headers["accept-encoding"]) == (
            {"mailto": "a@lab.example"},
            "cluneal-lit/0.1.0 (mailto:a@lab.example)",
            "gzip",
        )


def test_every_service_that_is_asked_hears_who_asks() -> None:
    with loopback(*WORKS, email="a@lab.example") as service:
        asked = (
            *asking(service, "pubmed", "pmid:1"),
            *crossref(service, 1),
            *asking(service, "agency", "doi:10.5555/99"),
        )
        outcomes(service, *asked)
        heard = {one.service: "mailto:a@lab.example" in one.headers["user-agent"] for one in service.requests}
        assert heard == {"pubmed": True, "crossref": True, "agency": True}


def test_passwords_of_the_person_are_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("default login somebody password invented\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with loopback(*WORKS) as service:
        outcomes(service, *crossref(service, 1))
        assert [asked.headers.get("authorization") for asked in service.requests] == [None]


def test_one_connection_serves_many_requests() -> None:
    with loopback(*WORKS) as service:
        with hurried(service) as http:
            for number in (1, 2, 3):
                list(http.answers(crossref(service, number)))
        assert len({asked.port for asked in service.requests}) == 1


@pytest.mark.parametrize("kind", ["status", "ratelimit", "cut", "json"])
def test_what_passes_is_tried_again(kind: str) -> None:
    with loopback(*WORKS) as service:
        service.fault("pubmed", kind, times=2)
        waits = Waits()
        assert outcomes(service, *asking(service, "pubmed", "pmid:1"), waits=waits) == [200]
        assert (len(service.requests), len(waits)) == (3, 2)


@pytest.mark.parametrize(("kind", "reason"), [("status", "HTTP 503"), ("cut", "its answer was cut off")])
def test_what_does_not_pass_is_one_error_after_four_tries(kind: str, reason: str) -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", kind)
        assert outcomes(service, *crossref(service, 1)) == [
            f"127.0.0.1 gave no answer: {reason} after 4 tries; {LATER}"
        ]
        assert len(service.requests) == 4


@pytest.mark.parametrize(
    ("kind", "reason"), [("json", "API rate limit exceeded"), ("ratelimit", "HTTP 429, API rate limit exceeded")]
)
def test_the_services_own_words_are_told(kind: str, reason: str) -> None:
    with loopback(*WORKS, ncbi_api_key="SECRET") as service:
        service.fault("pubmed", kind)
        line = f"127.0.0.1 gave no answer: {reason} after 4 tries; {LATER}"
        assert outcomes(service, *asking(service, "pubmed", "pmid:1")) == [line]


def test_the_services_own_words_are_one_short_line_without_secrets() -> None:
    with loopback(*WORKS, email="a@lab.example") as service:
        service.fault("crossref", said=f"{'word ' * 39}\n a@lab.example {'word ' * 40}")
        line = f"127.0.0.1 gave no answer: HTTP 503, {'word ' * 39}… wor after 4 tries; {LATER}"
        assert outcomes(service, *crossref(service, 1)) == [line]


@pytest.mark.parametrize("status", [400, 404, 410])
def test_an_answer_that_would_stay_the_same_is_not_asked_for_again(status: int) -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", status=status)
        assert (outcomes(service, *crossref(service, 1)), len(service.requests)) == ([status], 1)


def test_waits_grow_and_vary() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref")
        waits = Waits()
        outcomes(service, *crossref(service, 1), waits=waits)
        first, second, third = waits
        assert (0.2 < first <= 0.8, first < second < third, third <= 4.5) == (True, True, True)


@pytest.mark.parametrize(("written", "shortest", "longest"), [("7", 7, 8), ("30", 30, 31), ("soon", 0, 1)])
def test_retry_after_is_honoured_within_reason(written: str, shortest: float, longest: float) -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", status=503, times=1, retry_after=written)
        waits = Waits()
        assert outcomes(service, *crossref(service, 1), waits=waits) == [200]
        (wait,) = waits
        assert shortest - 0.1 <= wait <= longest


def test_a_host_that_asks_to_be_left_alone_for_long_is_left_alone() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", status=503, retry_after="86400")
        line = f"127.0.0.1 gave no answer: HTTP 503, and asks to be left alone for 86400 s; {LATER}"
        assert outcomes(service, *crossref(service, 1, 2, 3)) == [line] * 3
        assert len(service.requests) == 1


def test_a_client_that_is_refused_ten_times_in_a_row_asks_no_more() -> None:
    with loopback(*WORKS) as service:
        outcomes(service, *crossref(service, 1))
        service.fault("crossref", status=403)
        told = outcomes(service, *crossref(service, *range(1, 20)))
    assert set(told) == {f"127.0.0.1 gave no answer: it refuses this client (HTTP 403); {LATER}"}
    assert len(service.requests) <= 12


def test_what_a_redirection_sends_beside_is_not_read() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "redirect")  # it drips
        line = f"127.0.0.1 gave no answer: it redirects to elsewhere.invalid; {LATER}"
        assert outcomes(service, *crossref(service, 1), patience=SHORT) == [line]


def test_a_length_that_is_none_is_passed_over() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "length")
        assert outcomes(service, *crossref(service, 1)) == [200]


def test_a_host_that_takes_no_connection_is_given_up_at_once() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "refuse")
        line = (
            "127.0.0.1 cannot be reached within 3 s; "
            "what it was to say stays unchecked; check the network, then run again"
        )
        requests = (*crossref(service, 1, 2, 3), *asking(service, "pubmed", "pmid:1"))
        assert outcomes(service, *requests) == [line, line, line, 200]


def test_a_name_that_does_not_exist_is_a_host_that_cannot_be_reached() -> None:
    with Http(Services(crossref="http://nowhere.invalid"), sleep=Waits()) as http:
        ((_, outcome),) = http.answers(
            [Request("crossref", "http://nowhere.invalid/works/10.5555%2F1", ("doi:10.5555/1",))]
        )
    assert str(outcome).startswith("nowhere.invalid cannot be reached within 3 s; ")


def test_a_silent_host_is_given_up_after_two_tries() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "silent")
        line = f"127.0.0.1 gave no answer: it did not answer within 0.2 s after 2 tries; {LATER}"
        assert outcomes(service, *crossref(service, 1, 2, 3, 4), patience=SHORT) == [line] * 4
        assert len(service.requests) == 2


def test_a_host_that_fails_three_requests_in_a_row_is_given_up() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref")
        line = f"127.0.0.1 gave no answer: HTTP 503 after 2 tries; {LATER}"
        found = outcomes(service, *crossref(service, *range(1, 11)), persistence=Persistence(tries=2))
        assert (found, len(service.requests)) == ([line] * 10, 6)


def test_a_success_between_failures_keeps_a_host() -> None:
    with loopback(*WORKS) as service:
        with hurried(service, persistence=Persistence(tries=1, failures=2)) as http:
            told = []
            for number, broken in ((1, True), (2, False), (3, True), (4, False)):
                if broken:
                    service.fault("crossref", times=1)
                told += [_told(outcome) for _, outcome in http.answers(crossref(service, number))]
        line = f"127.0.0.1 gave no answer: HTTP 503; {LATER}"
        assert told == [line, 200, line, 200]


def test_an_answer_that_drips_is_given_up() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "drip")
        line = f"127.0.0.1 gave no answer: its answer was not complete after 0.3 s; {LATER}"
        patience, persistence = Patience(whole=0.3), Persistence(tries=2)
        assert outcomes(service, *crossref(service, 1), patience=patience, persistence=persistence) == [line]


def test_a_packed_answer_is_unpacked() -> None:
    with loopback(Work("Invented", pmid="1", abstract="word " * 1000)) as service:
        with hurried(service) as http:
            ((_, answer),) = http.answers(asking(service, "pubmed", "pmid:1"))
        assert isinstance(answer, Answer)
        assert answer.body.count(b"word") == 1000


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused() -> None:
    with loopback(*WORKS) as service:
        service.fault("pubmed", "bomb")
        line = f"127.0.0.1 gave no answer: its answer is larger than 1 MB; {LATER}"
        assert outcomes(service, *asking(service, "pubmed", "pmid:1"), patience=Patience(size=2**20)) == [line]
        assert len(service.requests) == 1


def test_a_large_answer_is_refused_by_its_stated_length() -> None:
    noise = random.Random(0).randbytes(2**20).hex()
    with loopback(Work("Invented", pmid="1", abstract=noise)) as service:
        line = f"127.0.0.1 gave no answer: its answer is larger than 1 MB; {LATER}"
        assert outcomes(service, *asking(service, "pubmed", "pmid:1"), patience=Patience(size=2**20)) == [line]


def test_a_redirection_to_another_host_is_not_followed() -> None:
    with loopback(*WORKS, email="a@lab.example") as service:
        service.fault("crossref", "redirect")
        line = f"127.0.0.1 gave no answer: it redirects to elsewhere.invalid; {LATER}"
        assert (outcomes(service, *crossref(service, 1)), len(service.requests)) == ([line], 1)


def test_a_redirection_within_the_host_is_followed() -> None:
    with loopback(*WORKS, aliases={"10.5555/old": "10.5555/1"}) as service:
        (request,) = asking(service, "crossref", "doi:10.5555/old")
        with hurried(service) as http:
            ((_, answer),) = http.answers([request])
        assert isinstance(answer, Answer)
        reply = SOURCES["crossref"].parse(request, answer)
        assert (reply.links, len(reply.records)) == ((("doi:10.5555/old", "doi:10.5555/1"),), 1)


def test_a_client_that_is_refused_does_not_insist() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", status=403)
        line = f"127.0.0.1 gave no answer: it refuses this client (HTTP 403); {LATER}"
        assert (outcomes(service, *crossref(service, 1)), len(service.requests)) == ([line], 1)


def test_keys_and_addresses_stand_in_no_message() -> None:
    services = Services(email="a@lab.example", ncbi_api_key="secretkey")
    request = Request("pubmed", "http://secretkey.invalid/?email=a%40lab.example", ("pmid:1",))
    with Http(services, sleep=Waits()) as http:
        ((_, outcome),) = http.answers([request])
    assert str(outcome).startswith("….invalid cannot be reached")


def test_an_address_that_is_none_is_one_clear_line() -> None:
    with Http(Services(), sleep=Waits()) as http:
        ((_, outcome),) = http.answers([Request("crossref", "ftp:///works", ("doi:10.5555/1",))])
    assert str(outcome).startswith(" cannot be reached within")


@pytest.mark.parametrize("email", ["", "a@lab.example"])
def test_the_limits_of_the_services_are_kept(email: str) -> None:
    with loopback(*WORKS, limited=True, email=email) as service:
        requests = (
            *crossref(service, *range(1, 9 if email else 8)),
            *(request for number in range(1, 6) for request in asking(service, "pubmed", f"pmid:{number}")),
        )
        with Http(service.services) as http:
            answers = [answer for _, answer in http.answers(requests)]
        assert ({_told(answer) for answer in answers}, service.refused) == ({200}, {})


@pytest.mark.parametrize("email", ["", "a@lab.example"])
def test_the_limits_of_lists_and_look_ups_are_kept_apart(email: str) -> None:
    with loopback(*WORKS, limited=True, email=email) as service:
        lists = [
            request
            for number in range(1, 6, 2)
            for request in asking(service, "crossref", f"doi:10.5555/{number}", f"doi:10.5555/{number + 1}")
        ]
        with Http(service.services) as http:
            answers = [answer for _, answer in http.answers((*lists, *crossref(service, *range(1, 6))))]
    assert ([one.kind for one in lists], {_told(answer) for answer in answers}, service.refused) == (
        ["list"] * 3,
        {200},
        {},
    )


def test_a_kind_of_request_that_has_to_wait_lets_the_other_go_on() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "ratelimit", times=1, retry_after="1")
        (many,) = asking(service, "crossref", "doi:10.5555/1", "doi:10.5555/2")
        with Http(service.services) as http:
            http.send([many])
            while not service.requests:
                time.sleep(0.01)
            answered = [request.kind for request, _ in http.answers(crossref(service, 1))]
    assert answered == ["single", "list"]


def test_datacite_counts_look_ups_and_lists_together() -> None:
    (one,), (many,) = (
        SOURCES["datacite"].requests([Question("datacite", f"doi:10.5555/{n}") for n in numbers], Services())
        for numbers in ((1,), (2, 3))
    )
    assert (one.kind, many.kind) == ("single", "list")
    assert counted_with(one) == counted_with(many)


def test_closing_ends_the_wait_for_a_silent_host() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "silent")
        http = Http(service.services)
        threading.Timer(0.3, http.close).start()
        with pytest.raises(SourceError, match="the network was closed while answers were awaited; run again"):
            list(http.answers(crossref(service, 1)))


def test_leaving_early_abandons_the_rest() -> None:
    with loopback(*WORKS) as service:
        with hurried(service) as http:
            first = next(http.answers(crossref(service, 1, 2)))
        assert _told(first[1]) == 200


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a child alone")
def test_ctrl_c_ends_the_program_though_a_host_is_silent() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "silent")
        address = f"{service.services.crossref}/works/x"
        program = (
            "from cluneal_lit.http import Http\nfrom cluneal_lit.model import Request, Services\n"
            f"with Http(Services()) as http:\n    print('asking', flush=True)\n"
            f"    list(http.answers([Request('crossref', '{address}', ('doi:10.5555/1',))]))\n"
        )
        root = Path(__file__).parents[1]
        with subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            while not service.requests:
                threading.Event().wait(0.05)
            child.send_signal(signal.SIGINT)
            _, errors = child.communicate(timeout=20)
        assert errors.decode().rstrip().endswith("KeyboardInterrupt")


class Hand:
    """A clock that goes on by what is slept."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def starts(gate: Gate, hand: Hand, calls: int, latency: float = 0.0) -> list[float]:
    """When each of some calls began, one after the other, each answered after so many seconds."""
    found = []
    for _ in range(calls):
        with gate.call():
            found.append(round(hand.now - 100, 2))
            hand.now += latency
    return found


def gate(limit: Limit) -> tuple[Gate, Hand]:
    hand = Hand()
    return Gate(limit, hand, hand.sleep), hand


def test_no_second_holds_more_calls_than_are_allowed() -> None:
    assert starts(*gate(Limit(3, 1, 1)), 7) == [0, 0, 0, 1.02, 1.02, 1.02, 2.04]


def test_a_call_counts_from_its_answer_on_which_shows_that_it_has_arrived() -> None:
    assert starts(*gate(Limit(1, 1, 1)), 3, latency=0.2) == [0, 1.22, 2.44]


def test_a_call_that_takes_long_has_arrived_long_ago() -> None:
    assert starts(*gate(Limit(1, 1, 1)), 3, latency=10) == [0, 10, 20]


def test_after_a_refusal_calls_are_spread_out() -> None:
    spread, hand = gate(Limit(4, 1, 1))
    spread.refused()
    assert starts(spread, hand, 3) == [0, 0.25, 0.51]


def test_a_host_that_refuses_is_asked_at_even_intervals() -> None:
    with loopback(*WORKS) as service:
        service.fault("crossref", "ratelimit", times=1)
        waits = Waits()
        assert outcomes(service, *crossref(service, 1, 2, 3), waits=waits) == [200, 200, 200]
        assert sum(wait > 0.15 for wait in waits) >= 3  # one of the refusal, and two of a fifth of a second


@pytest.mark.parametrize(
    ("headers", "began"),
    [
        ({"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s"}, [0, 0, 1.02]),
        ({"x-ratelimit-limit": "3"}, [0, 0, 0]),
        ({"x-rate-limit-limit": "150", "x-rate-limit-interval": "60s"}, [0, 0.41, 0.82]),
        ({"x-rate-limit-limit": "-1"}, [0, 1.02, 2.04]),
        ({"x-rate-limit-limit": "0"}, [0, 1.02, 2.04]),
        ({"x-rate-limit-limit": "lots", "x-rate-limit-interval": "1s"}, [0, 1.02, 2.04]),
        ({}, [0, 1.02, 2.04]),
    ],
)
def test_the_rate_that_a_host_states_is_taken_over(headers: dict[str, str], began: list[float]) -> None:
    learnt, hand = gate(Limit(1, 1, 1))
    learnt.learn(headers)
    assert starts(learnt, hand, 3) == began


@pytest.mark.parametrize("interval", ["1s", "9s"])
def test_however_much_a_host_allows_there_is_an_end(interval: str) -> None:
    learnt, hand = gate(Limit(1, 1, 1))
    learnt.learn({"x-rate-limit-limit": "99999", "x-rate-limit-interval": interval})
    assert starts(learnt, hand, 51)[-1] >= 1


def test_more_at_once_are_let_through_when_the_host_says_so() -> None:
    narrow, _ = gate(Limit(10, 1, 1))
    narrow.__enter__()
    inside = threading.Event()

    def enter() -> None:
        with narrow:
            inside.set()

    threading.Thread(target=enter, daemon=True).start()
    waited = inside.wait(0.1)
    narrow.learn({"x-concurrency-limit": "2"})
    assert (waited, inside.wait(5)) == (False, True)


def test_a_pause_holds_for_everybody() -> None:
    paused, hand = gate(Limit(10, 1, 1))
    paused.pause(5)
    assert starts(paused, hand, 1) == [5]


def test_what_is_sent_while_answers_are_awaited_is_answered_too() -> None:
    with loopback(*WORKS) as service, hurried(service) as http:
        http.send(crossref(service, 1, 2))
        http.next()
        http.send(asking(service, "pubmed", "pmid:1"))
        found = [answered[0].source for answered in (http.next(), http.next()) if answered]
        assert (sorted(found), http.awaited) == (["crossref", "pubmed"], 0)


def test_a_thousand_requests_need_few_threads() -> None:
    with loopback(*WORKS) as service, hurried(service) as http:
        before = threading.active_count()
        http.send([request for _ in range(50) for request in crossref(service, *range(1, 21))])
        most = max(threading.active_count() for _ in iter(lambda: http.awaited and http.next(), 0))
    assert most <= before + HIGHEST.at_once + 12  # those of the double beside ours


def raw(*lines: bytes, again: bool = False) -> str:
    """The address of a host that says these lines to whoever connects, the last of them over and over if `again`."""

    def say(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.recv(65536)
            for line in lines:
                connection.sendall(line)
            while again:
                connection.sendall(lines[-1])
                time.sleep(0.05)

    def listen() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=say, args=(server.accept()[0],), daemon=True).start()

    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=listen, daemon=True).start()
    return f"http://127.0.0.1:{server.getsockname()[1]}"


def said(address: str, **options: Any) -> object:
    """What comes of one look-up at an address."""
    waits = Waits()
    with Http(Services(), sleep=waits, clock=waits.clock, **options) as http:
        ((_, outcome),) = http.answers([Request("crossref", f"{address}/works/1", ("doi:10.5555/1",))])
    return _told(outcome)


@pytest.mark.parametrize("lines", [(b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"), (b"HTTP/1.1 100 Continue\r\n\r\n",)])
def test_headers_that_never_end_are_given_up(lines: tuple[bytes, ...]) -> None:
    line = f"127.0.0.1 gave no answer: it did not begin to answer within 0.5 s; {LATER}"
    assert said(raw(*lines, again=True), patience=Patience(whole=0.5)) == line


@pytest.mark.parametrize("location", [b"http://[x", b"//["])
def test_a_redirection_to_what_is_no_address_is_one_line(location: bytes) -> None:
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"
    assert said(raw(head)) == f"127.0.0.1 gave no answer: it redirects to what is no address; {LATER}"


def test_however_little_a_host_allows_there_is_an_end() -> None:
    learnt, hand = gate(Limit(1, 1, 1))
    learnt.learn({"x-rate-limit-limit": "1", "x-rate-limit-interval": "86400s"})
    assert starts(learnt, hand, 2) == [0, 10.2]


@pytest.mark.parametrize("scheme", ["http://", ""])
def test_a_proxy_may_be_named_without_a_scheme(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    address = raw().removeprefix("http://")
    monkeypatch.setenv("HTTPS_PROXY", scheme + address)
    monkeypatch.setenv("https_proxy", scheme + address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert reachable("https://nowhere.invalid/works", 3)


def test_a_host_of_which_one_address_is_dead_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    host, port = raw().removeprefix("http://").split(":")
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, int(port))) for address in ("192.0.2.1", host)]
    connect = socket.create_connection

    def dead(address: tuple[str, int], seconds: float) -> socket.socket:
        if address[0] == "192.0.2.1":
            time.sleep(seconds)
            raise TimeoutError
        return connect(address, seconds)

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", dead)
    assert reachable(f"http://two.invalid:{port}/", 1)


def test_one_refusal_after_the_other_is_no_reason_to_give_a_host_up() -> None:
    with loopback(*WORKS) as service, hurried(service) as http:
        list(http.answers(crossref(service, 1)))
        service.fault("crossref", status=403, times=4)
        told = [_told(outcome) for number in range(1, 6) for _, outcome in http.answers(crossref(service, number))]
    assert told == [f"127.0.0.1 gave no answer: it refuses this client (HTTP 403); {LATER}"] * 4 + [200]


def test_who_does_not_want_to_wait_for_ever_is_told_so() -> None:
    with loopback(*WORKS) as service, Http(service.services) as http:
        service.fault("crossref", "silent")
        http.send(crossref(service, 1))
        assert (http.next(0.3), http.awaited) == (None, 1)
