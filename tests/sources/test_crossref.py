"""Crossref: what is asked, and what each kind of answer says about a DOI."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Question, Reply, Request, Services
from cluneal_lit.sources import SOURCES, crossref
from tests.sources.recorded import crossref_list, crossref_reply, envelope, outcome

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
KEYS = (
    "title subtitle author editor container-title short-container-title issued published-print page volume ISSN ISBN "
    "type subtype abstract relation updated-by update-to publisher language article-number"
).split()


def test_each_doi_is_one_part_of_the_path() -> None:
    doi = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
    questions = [Question("crossref", f"doi:{doi}")] * 2
    assert crossref.requests(questions, Services(crossref="http://127.0.0.1", email="a@lab.example")) == (
        Request(
            source="crossref",
            url="http://127.0.0.1/works/10.1002%2F%28sici%291097-0258%2819980815%2F30%2917%3A15%2F16%3C1661%3A%3A"
            "aid-sim968%3E3.0.co%3B2-2",
            ids=(f"doi:{doi}",),
            params=(("mailto", "a@lab.example"),),
        ),
    )


def test_seventy_dois_go_in_a_list_with_as_many_rows() -> None:
    asked = [Question("crossref", f"doi:10.5555/{number}") for number in range(142)]
    first, second, third = crossref.requests(asked, Services(crossref="http://127.0.0.1", email="a@lab.example"))
    assert (len(first.ids), len(second.ids), len(first.url + "".join(map("".join, first.params))) < 3000) == (
        70,
        70,
        True,
    )
    assert third == Request(
        source="crossref",
        url="http://127.0.0.1/works",
        ids=("doi:10.5555/140", "doi:10.5555/141"),
        params=(("filter", "doi:10.5555/140,doi:10.5555/141"), ("rows", "2"), ("mailto", "a@lab.example")),
        kind="list",
    )


def test_a_doi_that_no_list_can_carry_goes_alone() -> None:
    odd = ("10.5555/a,b", "10.5555/a:b", "10.5555/a<b>c", "10.5555/a&b", "10.5555/é", "10.5555/" + "a" * 60)
    names = ("10.5555/1", *odd, "10.5555/2")
    requests = crossref.requests([Question("crossref", f"doi:{name}") for name in names], Services())
    assert [(one.kind, one.ids) for one in requests] == [
        ("list", ("doi:10.5555/1", "doi:10.5555/2")),
        *(("single", (f"doi:{name}",)) for name in odd),
    ]


def test_without_an_address_no_mailto_is_sent() -> None:
    (request,) = SOURCES["crossref"].requests([Question("crossref", "doi:10.5555/1")], Services())
    assert (request.url, request.params) == ("https://api.crossref.org/works/10.5555%2F1", ())


def test_a_work_that_is_not_there_is_absent() -> None:
    reply = crossref_reply(b"Resource not found.", "10.5555/1", status=404, content_type="text/plain")
    assert reply == Reply(absent=("doi:10.5555/1",))


def test_an_alias_is_a_link_to_the_work_that_came() -> None:
    reply = crossref_reply(envelope({"DOI": "10.5555/NEW"}), "10.5555/old")
    assert ([record.id for record in reply.records], reply.links) == (
        ["doi:10.5555/new"],
        (("doi:10.5555/old", "doi:10.5555/new"),),
    )


def test_a_list_is_read_work_by_work_and_what_it_leaves_out_is_unclear() -> None:
    body = envelope({"DOI": "10.5555/2"}, {"DOI": "10.5555/1"}, "no work", {"DOI": "10.5555/9"})
    reply = crossref_list(body, "10.5555/1", "10.5555/2", "10.5555/3")
    assert ([record.id for record in reply.records], reply.unclear, reply.absent) == (
        ["doi:10.5555/1", "doi:10.5555/2"],
        ("doi:10.5555/3",),
        (),
    )


@pytest.mark.parametrize("status", [400, 413, 414])
def test_a_list_that_is_refused_is_divided_and_says_nothing_of_its_dois(status: int) -> None:
    body = b'{"status":"failed","message-type":"validation-failure","message":[]}'
    assert crossref_list(body, "10.5555/1", "10.5555/2", "10.5555/3", status=status) == Reply(
        apart=(("doi:10.5555/1", "doi:10.5555/2"), ("doi:10.5555/3",))
    )


@pytest.mark.parametrize(
    ("status", "body"), [(404, b"Resource not found."), (200, envelope({"DOI": "10.5555/1"})), (500, b"")]
)
def test_an_answer_to_a_list_that_is_no_list_is_one_error(status: int, body: bytes) -> None:
    with pytest.raises(SourceError, match="Crossref gave no usable answer"):
        crossref_list(body, "10.5555/1", "10.5555/2", status=status)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, b"<html>not here</html>", "HTTP 404, it sent a web page instead of JSON"),
        (404, b'{"status":"failed","message-type":"resource-failure","message":[]}', "HTTP 404, resource-failure"),
        (400, b'{"status":"failed","message":[{"message":"Invalid DOI"}]}', "HTTP 400, Invalid DOI"),
        (500, b'{"status":"error","message-type":"exception","message":{}}', "HTTP 500, exception"),
        (403, b"Forbidden", "HTTP 403"),
        (200, b"<!DOCTYPE html><html>", "it sent a web page instead of JSON"),
        (200, b"", "it sent an empty answer"),
        (200, b'{"status":"ok\xff', "its JSON is cut off or broken"),
        (200, b'{"status":"ok","message":{"DO', "its JSON is cut off or broken"),
        (200, b"[]", "its JSON is cut off or broken"),
        (200, b"[" * 100_000, "its JSON is cut off or broken"),
        (200, b'{"DOI":"10.5555/1"}', "it sent JSON of another kind"),
        (200, b'{"status":"ok","message":{}}', "its answer holds no work"),
        (200, b'{"status":"ok","message":[1]}', "its answer holds no work"),
        (200, b'{"status":"ok","message":{"items":[]}}', "its answer holds no work"),
        (200, b'{"status":"ok","message":{"items":[{"DOI":"10.5555/1"}]}}', "its answer holds no work"),
        (200, b'{"status":"failed"}', "its status is 'failed'"),
    ],
)
def test_an_answer_without_a_work_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        crossref_reply(body, "10.5555/1", status=status)
    assert str(error.value) == f"Crossref gave no usable answer: {said}; run again later"


@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.sampled_from(["10.5555/1", "10.5555/2", "nonsense"]))
def test_any_values_give_a_record_that_accounts_for_its_id(values: dict[str, object], doi: str) -> None:
    reply = crossref_reply(envelope({**values, "DOI": doi}), "10.5555/1")
    assert outcome(("doi:10.5555/1",), reply) == []


@given(st.lists(st.integers(1, 9), min_size=1, unique=True), st.lists(st.integers(1, 9)))
def test_every_doi_of_a_list_is_accounted_for(asked: list[int], given: list[int]) -> None:
    works = [{"DOI": f"10.5555/{number}"} for number in given]
    body = json.dumps({"status": "ok", "message": {"items": works}}).encode()
    dois = [f"10.5555/{number}" for number in asked]
    assert outcome(tuple(f"doi:{doi}" for doi in dois), crossref_list(body, *dois)) == []


@given(st.data())
def test_truncation_at_any_byte_gives_a_record_or_one_error(data: st.DataObject) -> None:
    body = envelope({"DOI": "10.5555/1", "title": ["An invented work: α"], "issued": {"date-parts": [[2020]]}})
    cut = data.draw(st.integers(0, len(body)))
    try:
        reply: Reply | SourceError = crossref_reply(body[:cut], "10.5555/1")
    except SourceError as error:
        reply = error
    assert isinstance(reply, SourceError) == (cut < len(body))


@given(st.binary(), st.sampled_from([200, 404, 400, 503]))
def test_any_bytes_give_a_reply_or_one_error(body: bytes, status: int) -> None:
    try:
        reply: Reply | SourceError = crossref_reply(body, "10.5555/1", status=status)
    except SourceError as error:
        reply = error
    assert outcome(("doi:10.5555/1",), reply) == []
