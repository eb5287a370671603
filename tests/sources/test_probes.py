"""Every probe can say that its statement holds, that it does not, and that it could not be asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import requests
from msgspec.structs import replace

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Request, Services
from cluneal_lit.redacting import redactor, secrets
from cluneal_lit.sources import SEARCHES, SOURCES
from cluneal_lit.sources.probes import PROBES, Probe, crossref, dois, idconv, judged, pubmed
from tests.services.probed import knowing

Exchange = tuple[Request, Answer]
Spoil = Callable[[Answer], Answer]

ROOT = Path(__file__).resolve().parents[2]
BY_NUMBER = {probe.number: probe for probe in PROBES}


def fetched(request: Request) -> Answer:
    """The answer with its headers, redirects followed."""
    form = dict(request.form)
    call = (
        requests.post(request.url, data=form, timeout=5)
        if form
        else requests.get(request.url, dict(request.params), timeout=5)
    )
    headers = {name.lower(): value for name, value in call.headers.items()}
    return Answer(call.status_code, call.content, headers.get("content-type", ""), headers)


def exchanges(services: Services) -> dict[str, list[Exchange]]:
    answers: dict[Request, Answer] = {}
    found: dict[str, list[Exchange]] = {}
    for probe in PROBES:
        asked = probe.requests(services)
        for request in asked:
            answers[request] = answers.get(request) or fetched(request)
        found[probe.number] = [(request, answers[request]) for request in asked]
    return found


@pytest.fixture(scope="module")
def right() -> Iterator[dict[str, list[Exchange]]]:
    """What the loopback services answer to each probe."""
    with knowing() as service:
        yield exchanges(service.services)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.number)
def test_every_statement_holds(probe: Probe, right: dict[str, list[Exchange]]) -> None:
    told = judged(probe, right[probe.number])
    assert (told.verdict, told.came) == ("holds", "")


def test_with_an_address_and_a_key_other_limits_and_pools_are_right() -> None:
    with knowing(email="tests@example.org", ncbi_api_key="K" * 36) as service:
        found = exchanges(service.services)
    assert [number for number, asked in found.items() if judged(BY_NUMBER[number], asked).verdict != "holds"] == []


def swapped(before: str, after: str) -> Spoil:
    """Other words in the body; they must stand there."""

    def spoil(answer: Answer) -> Answer:
        assert re.search(before.encode(), answer.body), before
        return replace(answer, body=re.sub(before.encode(), after.encode(), answer.body))

    return spoil


def without(*names: str) -> Spoil:
    return lambda answer: replace(
        answer, headers={key: answer.headers[key] for key in answer.headers if key not in names}
    )


def stating(name: str, value: str) -> Spoil:
    return lambda answer: replace(answer, headers={**answer.headers, name: value})


def status(code: int) -> Spoil:
    return lambda answer: replace(answer, status=code)


def saying(code: int, body: object) -> Spoil:
    said = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return lambda answer: Answer(code, said, "text/plain", answer.headers)


NCBI_ERROR = "<?xml version='1.0'?><eFetchResult><ERROR>ID list is empty!</ERROR></eFetchResult>"
NOTHING = {"status": "ok", "message": {"items": []}}
# An answer that is no longer as the statement says, and what the verdict repeats of it.
SPOILT: tuple[tuple[str, Spoil, str], ...] = (
    ("S1", swapped("10.1093/nar/gks1195", "10.1093/nar/other"), "10.1093/nar/other"),
    ("S1", swapped('IdType="pmc"', 'IdType="pubmedcentral"'), "its ids"),
    ("S1", saying(200, {"result": {}}), "it sent JSON instead of XML"),
    ("S1", status(404), "HTTP 404"),
    ("S2", saying(400, {"error": "99999999 is unknown"}), "99999999 is unknown"),
    ("S2", swapped('<PMID Version="1">9500320', '<PMID Version="1">12'), "what it has"),
    ("S3", saying(200, NCBI_ERROR), "ID list is empty!"),
    ("S3", saying(400, {"error": "no such id"}), "no such id"),
    ("S4", swapped("Retracted Publication", "Retracted"), "its type: False"),
    ("S4", swapped("RetractionIn", "RetractedBy"), "RetractionIn: False"),
    ("S5", without("x-ratelimit-limit"), "nothing instead of 3"),
    ("S5", stating("x-ratelimit-limit", "1"), "1 instead of 3"),
    ("S6", swapped("31311831", "12"), "pmid:12"),
    ("S6", saying(200, NCBI_ERROR), "ID list is empty!"),
    ("S7", swapped('"9500320"', '"1"'), "the paper in idlist"),
    ("S7", swapped('"count": "1"', '"count": 1'), "count, a string"),
    ("S7", saying(400, {"error": "unknown request"}), "HTTP status: 400"),
    ("S8", status(404), "HTTP status: 404"),
    ("S8", swapped('"count"', '"ERROR": "nothing found", "count"'), "nothing found"),
    ("S8", swapped('"idlist": ', '"ids": '), "idlist"),
    ("S9", swapped("2014248", "NOT_FOUND"), "Art1: 'NOT_FOUND'"),
    ("S9", swapped(r"science\|.*\n", ""), "Art2: nothing"),
    ("S9", status(414), "HTTP status: 414"),
    ("S10", swapped("NOT_FOUND.*", "0"), "Art3: '0'"),
    ("S10", swapped("no such journal.*", ""), "Art3: nothing"),
    ("S15", swapped('"23193287"', '"1"'), "('pmid:1', 'pmid:1')"),
    ("S15", swapped('"fieldsnotfound": \\[', '"fieldsnotfound": ["doi"'), "no field for DOIs"),
    ("S15", saying(414, "too long"), "the PMIDs, for each DOI: none"),
    ("S16", swapped("10.5555/cluneal-lit.no-such-work", "10.5555/x"), "that it searched for these DOIs"),
    ("S16", swapped('"count": "0"', '"count": "12"'), "fewer PMIDs than it found"),
    ("S16", status(404), "HTTP 404"),
    ("S20", swapped('"doi": "10.1093/nar/gks1195"', '"dois": []'), "its ids"),
    ("S20", swapped('"status": "ok"', '"state": "ok"'), "it sent no JSON of its own kind"),
    ("S20", status(404), "HTTP 404"),
    ("S21", swapped("Identifier not found in PMC", "unknown"), "unknown"),
    ("S21", swapped('"status": "error", "errmsg".*not found in PMC"', '"status": "ok"'), "what it does not have"),
    ("S22", saying(200, {"status": "ok", "records": []}), "HTTP status: 200"),
    ("S22", saying(404, {"message": "no such id"}), "no such id"),
    ("S30", swapped('"message"', '"work"'), "its answer holds no work"),
    ("S30", status(404), "HTTP 404"),
    ("S30", swapped('"DOI": "10.1016/s0140-6736', '"DOI": "10.1016/other'), "10.1016/other"),
    ("S31", swapped("updated-by", "updates"), "`updated-by`: False"),
    ("S31", swapped("updated-by", "update-to"), "`update-to`: True"),
    ("S32", saying(404, {"status": "failed", "message": []}), "HTTP 404"),
    ("S32", saying(200, {"status": "ok", "message": {"DOI": "10.5555/other"}}), "what it says that it lacks"),
    ("S33", saying(200, NOTHING), "what it has: none"),
    ("S33", saying(400, {"status": "failed", "message": [{"message": "10.5555/x is unknown"}]}), "what it has: none"),
    ("S34", swapped("Hyperplasia, colitis and pervasive", "Pervasive"), "fields: not the same in a list and alone"),
    ("S35", saying(404, "Resource not found."), "where it is: none"),
    ("S35", swapped("si.0081024x.43.1", "si.0081024x.43"), "where it is: none"),
    ("S36", saying(404, "Resource not found."), "the work: none"),
    ("S36", swapped("2504,2509", "2504"), "2504"),
    ("S37", saying(200, NOTHING), "HTTP status: 200"),
    ("S37", swapped('"value": "language"', '"value": "DOI"'), "'DOI'"),
    ("S38", without("x-api-pool"), "x-api-pool: nothing"),
    ("S38", without("x-concurrency-limit"), "'x-concurrency-limit'"),
    ("S38", stating("x-api-pool", "public"), "'public' instead of 'public-single'"),
    ("S39", stating("x-api-pool", "public-single"), "instead of 'public-array'"),
    ("S40", stating("x-rate-limit-limit", "3"), "(3.0, 1) instead of (5, 1)"),
    ("S40", stating("x-rate-limit-interval", "2s"), "(2.5, 1) instead of (5, 1)"),
    ("S40", without("x-rate-limit-limit"), "not stated"),
    ("S41", stating("x-rate-limit-interval", "5s"), "(0.2, 1) instead of (1, 1)"),
    ("S42", swapped("10.1016", "10.1017"), "the first five"),
    ("S42", status(400), "HTTP status: 400"),
    ("S50", swapped('"RA": "Crossref"', '"agency": "Crossref"'), "10.1093/nar/gks1195: nothing instead of 'Crossref'"),
    ("S50", swapped('"DataCite"', '"Data Cite"'), "'Data Cite' instead of 'DataCite'"),
    ("S50", status(404), "HTTP 404"),
    ("S51", swapped("DOI does not exist", "Unregistered"), "Unregistered"),
    ("S52", swapped("2504,2509", "2504"), "10.1001/jama.251.19.2504,2509: nothing"),
    ("S60", swapped('"attributes"', '"fields"'), "it sent no JSON of its own kind"),
    ("S60", swapped('"titles"', '"names"'), "False"),
    ("S61", saying(200, {"data": []}), "what it has: none"),
    ("S61", saying(400, {"errors": []}), "what it has: none"),
    ("S62", saying(404, {"error": "none"}), "HTTP 404"),
    ("S62", saying(200, {"data": None}), "it sent no JSON of its own kind"),
)


@pytest.mark.parametrize(
    ("number", "spoil", "told"), SPOILT, ids=[f"{one[0]}-{place}" for place, one in enumerate(SPOILT)]
)
def test_a_statement_no_longer_holds_when_the_answer_is_another(
    number: str, spoil: Spoil, told: str, right: dict[str, list[Exchange]]
) -> None:
    *first, (request, answer) = right[number]
    found = judged(BY_NUMBER[number], [*first, (request, spoil(answer))])
    assert found.verdict == "no longer holds"
    assert told in found.came and "\n" not in found.came


def test_every_probe_is_spoilt_once_at_least() -> None:
    assert {number for number, _, _ in SPOILT} == set(BY_NUMBER)


PAGE = Answer(200, b"<!DOCTYPE html>\n<html><body>Log in to this network</body></html>", "text/html")
SILENT = {
    "no answer": SourceError("api.example.org gave no answer: the connection broke after 4 tries"),
    "an error of its own": Answer(500, b'{"status":"error"}', "application/json"),
    "a page for people": PAGE,
    "an empty answer": Answer(200, b""),
    "half of its JSON": Answer(200, b'{"status": "ok", "mess'),
    "half of its XML": Answer(200, b"<?xml version='1.0'?><PubmedArticleSet><PubmedArt"),
    "a refusal": Answer(403, b"blocked"),
    "NCBI's backend": Answer(200, b'{"esearchresult":{"ERROR":"Search Backend failed: \n timeout"}}'),
    "NCBI's rate": Answer(200, b'{"error":"API rate limit exceeded","count":"11"}'),
    "a wrong key": Answer(400, b'{"error":"API key invalid","api-key":"ABC","type":"invalid"}'),
}


@pytest.mark.parametrize("outcome", SILENT.values(), ids=SILENT)
def test_an_outage_is_never_a_verdict(outcome: Answer | SourceError, right: dict[str, list[Exchange]]) -> None:
    found = [judged(probe, [*right[probe.number][:-1], (right[probe.number][-1][0], outcome)]) for probe in PROBES]
    assert {one.verdict for one in found} == {"could not be asked"}
    assert all(found[0].came == one.came != "" for one in found)


def test_the_probes_are_some_twenty_requests_of_the_programs_own_sources() -> None:
    services = Services(email="tests@example.org")
    asked = dict.fromkeys(request for probe in PROBES for request in probe.requests(services))
    assert 15 <= len(asked) <= 22
    assert {request.source for request in asked} == set(SOURCES) - {"deleted", *SEARCHES} | {"pubmed-search"}
    assert all(request.url.startswith("https://") for request in asked)


def test_the_page_and_the_probes_name_the_same_statements() -> None:
    text = (ROOT / "docs" / "services.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in re.findall(r"^\| S\d+ \|.*$", text, re.M)]
    assert {len(row) for row in rows} == {5}
    assert [int(row[0][1:]) for row in rows] == sorted({int(row[0][1:]) for row in rows})
    assert {row[0]: row[1] for row in rows if row[4] == "yes"} == {probe.number: probe.says for probe in PROBES}
    assert [row[0] for row in rows if not re.fullmatch(r"yes|not probed: .{15,}", row[4])] == []
    assert [row[0] for row in rows if not re.search(r"\b20\d\d\b", row[2])] == []


def test_the_page_names_modules_that_are_there_and_says_that_the_services_were_never_met() -> None:
    text = (ROOT / "docs" / "services.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+(?:/\w+)*\.py)`", text))
    assert sorted(name for name in named if not (ROOT / "src" / "cluneal_lit" / name).is_file()) == []
    assert "without ever meeting the services" in text.split("## ")[0]
    (count,) = re.findall(r"with (\d+) requests", text)
    assert len({request for probe in PROBES for request in probe.requests(Services())}) == int(count)


@pytest.mark.parametrize(
    "written",
    [
        "a+b@example.org",
        "a%2Bb%40example.org",
        "a%2bb%40Example.org",
        "A+B@EXAMPLE.ORG",
        "KEY/1&2",
        "key\\/1\\u00262",
        "KEY%2f1&amp;2",
    ],
)
def test_no_form_of_a_secret_is_kept(written: str) -> None:
    services = Services(email="a+b@example.org", ncbi_api_key="KEY/1&2")
    clean = redactor(secrets(services))
    kept = clean(f'{{"echo": "x={written};", "api-key": "192.0.2.1"}}'.encode()).decode()
    for secret in (written, "192.0.2.1"):
        assert secret not in kept
    assert msgspec.json.decode(kept)["echo"].startswith("x=…")


def test_the_probes_ask_for_what_is_not_there_by_names_that_nobody_will_have() -> None:
    assert (pubmed.NONE, idconv.NONE, crossref.NONE) == (
        "99999999",
        "PMC99999999",
        "doi:10.5555/cluneal-lit.no-such-work",
    )
    assert dois.NONE == crossref.NONE
