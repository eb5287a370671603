"""DataCite: what is asked, and what each kind of answer says about a DOI."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import datacite
from tests.sources.recorded import outcome
from tests.sources.test_crossref import JSON

MISSING = b'{"errors":[{"status":"404","title":"The resource you are looking for doesn\'t exist."}]}'
KEYS = (
    "identifiers creators titles publisher container publicationYear contributors dates language types "
    "relatedIdentifiers descriptions"
).split()


def parsed(body: bytes, *dois: str, status: int = 200) -> Reply:
    names = tuple(f"doi:{one}" for one in dois)
    request = Request("datacite", "http://127.0.0.1/", names, kind="list" if len(names) > 1 else "single")
    return datacite.parse(request, Answer(status, body))


def answered(*works: dict[str, object]) -> bytes:
    listed = [{"id": work.get("doi"), "type": "dois", "attributes": work} for work in works]
    return json.dumps({"data": listed[0] if len(listed) == 1 else listed}).encode()


def test_forty_dois_go_in_a_list_and_one_with_a_comma_alone() -> None:
    asked = [Question("datacite", f"doi:10.5555/{number}") for number in range(41)]
    requests = datacite.requests([*asked, Question("datacite", "doi:10.5555/a,b")], Services())
    first, *alone = requests
    assert (first.url, first.params[0][1].count(","), first.params[1], first.kind) == (
        "https://api.datacite.org/dois",
        39,
        ("page[size]", "40"),
        "list",
    )
    assert [(one.url, one.params, one.kind) for one in alone] == [
        ("https://api.datacite.org/dois/10.5555/40", (), "single"),
        ("https://api.datacite.org/dois/10.5555/a%2Cb", (), "single"),
    ]


def test_what_a_list_leaves_out_is_unclear_and_a_404_absent() -> None:
    body = json.dumps({"data": [{"attributes": {"doi": "10.5555/1"}}, {"attributes": {"doi": "10.5555/9"}}]}).encode()
    reply = parsed(body, "10.5555/1", "10.5555/2")
    assert ([record.id for record in reply.records], reply.unclear, reply.absent) == (
        ["doi:10.5555/1"],
        ("doi:10.5555/2",),
        (),
    )
    assert parsed(MISSING, "10.5555/2", status=404) == Reply(absent=("doi:10.5555/2",))


def test_a_list_that_is_refused_is_divided() -> None:
    assert parsed(b"{}", "10.5555/1", "10.5555/2", status=414) == Reply(apart=(("doi:10.5555/1",), ("doi:10.5555/2",)))


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, b"<html>", "HTTP 404"),
        (200, b"<html>", "it sent no JSON of its own kind"),
        (200, b'{"data":{}}', "it sent no JSON of its own kind"),
        (200, b'{"data":[]}', "its answer holds no work"),
        (500, b'{"errors":[{"status":"500","title":"Internal\\nerror"}]}', "HTTP 500, Internal error"),
    ],
)
def test_an_answer_without_a_work_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, "10.5555/1", status=status)
    assert str(error.value) == f"DataCite gave no usable answer: {said}; run again later"


def test_a_404_to_a_list_says_nothing_of_its_dois() -> None:
    with pytest.raises(SourceError):
        parsed(MISSING, "10.5555/1", "10.5555/2", status=404)


@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.sampled_from(["10.5555/1", "10.5555/2"]))
def test_any_values_give_a_record_that_accounts_for_its_id(values: dict[str, object], doi: str) -> None:
    assert outcome(("doi:10.5555/1",), parsed(answered({**values, "doi": doi}), "10.5555/1")) == []


@given(st.binary(), st.sampled_from([200, 404, 500]))
def test_any_bytes_give_a_reply_or_one_error(body: bytes, status: int) -> None:
    try:
        reply: Reply | SourceError = parsed(body, "10.5555/1", status=status)
    except SourceError as error:
        reply = error
    assert outcome(("doi:10.5555/1",), reply) == []
