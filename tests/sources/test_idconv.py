"""PMC ID Converter: what is asked, and what each kind of answer says about a PMCID."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Fields, Ids, Question, Record, Reply, Request, Services
from cluneal_lit.sources import idconv
from tests.conftest import SHARED
from tests.sources.recorded import outcome

RECORDED = SHARED / "recorded" / "idconv"


def parsed(body: bytes, *pmcids: str, status: int = 200) -> Reply:
    names = tuple(f"pmcid:{one}" for one in pmcids)
    return idconv.parse(Request("idconv", "http://127.0.0.1/", names, kind="list"), Answer(status, body))


def answered(*records: dict[str, object]) -> bytes:
    return json.dumps({"status": "ok", "records": list(records)}).encode()


def test_two_hundred_pmcids_go_in_a_request_and_each_once() -> None:
    asked = [Question("idconv", f"pmcid:PMC{number}") for number in range(1, 202)]
    services = Services(idconv="http://127.0.0.1/v1", email="a@lab.example")
    first, second = idconv.requests([*asked, *asked], services)
    assert (len(first.ids), first.url, second) == (
        200,
        "http://127.0.0.1/v1/articles/",
        Request(
            source="idconv",
            url="http://127.0.0.1/v1/articles/",
            ids=("pmcid:PMC201",),
            params=(
                ("ids", "PMC201"),
                ("idtype", "pmcid"),
                ("format", "json"),
                ("versions", "no"),
                ("tool", "cluneal-lit"),
                ("email", "a@lab.example"),
            ),
            kind="list",
        ),
    )


def test_a_record_holds_identifiers_alone() -> None:
    body = answered({"requested-id": "PMC3", "pmid": 23193287, "pmcid": "PMC3", "doi": "10.1093/NAR/gks1195"})
    ids = Ids(pmid="23193287", pmcid="PMC3", doi="10.1093/nar/gks1195")
    assert parsed(body, "PMC3") == Reply(records=(Record(1, "idconv", "pmcid:PMC3", ids, Fields()),))


def test_every_pmcid_is_accounted_for() -> None:
    body = answered(
        {"requested-id": "PMC1", "pmcid": "PMC1", "status": "error", "errmsg": "Identifier not found in PMC"},
        {"requested-id": "PMC2", "pmcid": "PMC2", "status": "error", "errmsg": "on\nfire"},
        {"requested-id": "PMC4", "pmcid": "PMC4"},
    )
    reply = parsed(body, "PMC1", "PMC2", "PMC3", "PMC4")
    assert reply == Reply(
        records=(Record(1, "idconv", "pmcid:PMC4", Ids(pmcid="PMC4"), Fields()),),
        absent=("pmcid:PMC1",),
        failed=(
            ("pmcid:PMC2", "PubMed Central says 'on fire' about it"),
            ("pmcid:PMC3", "PubMed Central's answer does not mention it"),
        ),
    )


def test_a_refused_list_is_divided_and_a_refused_pmcid_an_error() -> None:
    body = b'{"status":"error","message":"All values of query param ids must be PMCIDs"}'
    assert parsed(body, "PMC1", "PMC2", "PMC3", status=400) == Reply(
        apart=(("pmcid:PMC1", "pmcid:PMC2"), ("pmcid:PMC3",))
    )
    with pytest.raises(SourceError, match="HTTP 400, All values of query param ids must be PMCIDs; run again later"):
        parsed(body, "PMC1", status=400)


@pytest.mark.parametrize("body", [b"", b"[]", b"<html>", b'{"status":"ok"}', b'{"status":"error","message":"no"}'])
def test_an_answer_of_another_kind_is_one_error(body: bytes) -> None:
    with pytest.raises(SourceError):
        parsed(body, "PMC1")


@given(st.binary(), st.sampled_from([200, 400, 429, 500]))
def test_any_bytes_give_a_reply_or_one_error(body: bytes, status: int) -> None:
    try:
        reply: Reply | SourceError = parsed(body, "PMC1", status=status)
    except SourceError as error:
        reply = error
    assert outcome(("pmcid:PMC1",), reply) == []


@pytest.mark.parametrize("name", sorted(path.name for path in RECORDED.glob("*")))
def test_every_recorded_answer_about_a_pmcid_is_read(shared: Path, name: str) -> None:
    body = (shared / "recorded/idconv" / name).read_bytes()
    whole = json.loads(body)
    if "idtype=pmcid" not in whole["request"]:
        pytest.skip("the answer is about an identifier of another kind")
    (told,) = whole["records"]
    reply = parsed(body, told["pmcid"])
    ids = Ids(pmid=told["pmid"], pmcid=told["pmcid"], doi=told.get("doi", "").lower())
    assert reply == Reply(records=(Record(1, "idconv", f"pmcid:{told['pmcid']}", ids, Fields()),))
