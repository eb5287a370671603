"""NCBI's list of deleted PMIDs: which of the PMIDs stand in it."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import deleted
from tests.sources.recorded import outcome

LIST = b"1\n22\n333\n80000001\n"


def parsed(body: bytes, *pmids: str, status: int = 200) -> Reply:
    request = Request("deleted", "http://127.0.0.1/", tuple(f"pmid:{one}" for one in pmids))
    return deleted.parse(request, Answer(status, body))


def test_the_list_is_fetched_once_for_all() -> None:
    asked = [Question("deleted", f"pmid:{number}") for number in range(1, 1000)]
    (request,) = deleted.requests(asked, Services(deleted_pmids="http://127.0.0.1/list.gz"))
    assert (request.url, len(request.ids), deleted.requests((), Services())) == ("http://127.0.0.1/list.gz", 999, ())


@pytest.mark.parametrize("body", [LIST, gzip.compress(LIST, mtime=0), LIST.rstrip(), LIST.replace(b"\n", b"\r\n")])
def test_packed_or_not_it_says_which_pmids_were_deleted(body: bytes) -> None:
    assert parsed(body, "22", "2", "80000001") == Reply(deleted=("pmid:22", "pmid:80000001"), absent=("pmid:2",))


def test_a_long_list_is_read_to_its_end() -> None:
    whole = "".join(f"{number}\n" for number in range(10**7, 10**7 + 300_000)).encode()
    assert parsed(gzip.compress(whole, 1, mtime=0), "10000000", "10299999", "10300000") == Reply(
        deleted=("pmid:10000000", "pmid:10299999"), absent=("pmid:10300000",)
    )


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, b"", "HTTP 404"),
        (200, b"", "it sent an empty list"),
        (200, b"<html>\n", "it sent something else than a list of PMIDs"),
        (200, gzip.compress(LIST, mtime=0)[:-9], "it is cut off"),
        (200, b"\x1f\x8bnonsense", "it cannot be unpacked"),
    ],
)
def test_what_is_no_list_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, "1", status=status)
    assert str(error.value) == f"NCBI's list of deleted PMIDs gave no usable answer: {said}; run again later"


@given(st.binary())
def test_any_bytes_give_a_reply_or_one_error(body: bytes) -> None:
    for given_ in (body, b"\x1f\x8b" + body, gzip.compress(body, mtime=0)):
        try:
            reply: Reply | SourceError = parsed(given_, "1")
        except SourceError as error:
            reply = error
        told = list(reply.deleted) if isinstance(reply, Reply) else []
        assert told or outcome(("pmid:1",), reply) == []


def test_a_small_answer_that_unpacks_to_more_than_can_be_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deleted, "_LARGEST", 2**20)
    with pytest.raises(SourceError, match="it unpacks to more than can be a list of PMIDs"):
        parsed(gzip.compress(b"\n" * (2**20 + 1), 1), "1")
