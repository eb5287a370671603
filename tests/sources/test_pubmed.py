"""PubMed: what is asked, and what each kind of answer says about each PMID."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import SOURCES, pubmed
from tests.services.works import Work, article
from tests.services.works import article_set as answer_of
from tests.sources.recorded import article_set, outcome, pubmed_reply

PMIDS = st.integers(1, 40).map(str)


def bare(pmid: str) -> str:
    return f"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID><Article/></MedlineCitation></PubmedArticle>"


def test_pmids_are_posted_two_hundred_at_a_time_and_each_once() -> None:
    questions = [Question("pubmed", f"pmid:{number}") for number in (*range(1, 202), 7)]
    first, second = pubmed.requests(questions, Services(pubmed="http://127.0.0.1/eutils"))
    assert (len(first.ids), second) == (
        200,
        Request(
            source="pubmed",
            url="http://127.0.0.1/eutils/efetch.fcgi",
            ids=("pmid:201",),
            form=(("db", "pubmed"), ("retmode", "xml"), ("id", "201"), ("tool", "cluneal-lit")),
        ),
    )


def test_the_sender_is_named_as_far_as_it_is_known() -> None:
    services = Services(email="a@lab.example", ncbi_api_key="abc123")
    (request,) = SOURCES["pubmed"].requests([Question("pubmed", "pmid:1")], services)
    assert request.form[3:] == (("tool", "cluneal-lit"), ("email", "a@lab.example"), ("api_key", "abc123"))


def test_another_kind_of_identifier_is_never_sent_as_a_pmid() -> None:
    with pytest.raises(ValueError, match="no pmid in normal form"):
        pubmed.requests([Question("pubmed", "doi:10.5555/1")], Services())


def test_no_question_is_no_request() -> None:
    assert pubmed.requests([], Services()) == ()


def test_what_a_well_formed_answer_leaves_out_is_asked_for_without_the_others_and_then_absent() -> None:
    reply = pubmed_reply(article_set(bare("1")), "1", "2", "3")
    assert ([record.id for record in reply.records], reply.absent, reply.apart, reply.failed) == (
        ["pmid:1"],
        (),
        (("pmid:2", "pmid:3"),),
        (),
    )
    assert pubmed_reply(article_set(), "2", "3") == Reply(absent=("pmid:2", "pmid:3"))


def test_an_empty_set_makes_all_absent() -> None:
    assert pubmed_reply(article_set(), "1", "2") == Reply(absent=("pmid:1", "pmid:2"))


def test_records_come_in_the_order_of_the_request() -> None:
    reply = pubmed_reply(article_set(bare("2"), bare("1")), "1", "2")
    assert [record.id for record in reply.records] == ["pmid:1", "pmid:2"]


def test_one_record_under_another_pmid_is_a_merge() -> None:
    reply = pubmed_reply(article_set(bare("1"), bare("9")), "1", "2")
    assert ([record.id for record in reply.records], reply.links) == (["pmid:1", "pmid:9"], (("pmid:2", "pmid:9"),))


def test_several_records_that_nobody_asked_for_leave_the_missing_ones_unclear() -> None:
    reply = pubmed_reply(article_set(bare("1"), bare("8"), bare("9")), "1", "2")
    assert reply == Reply(records=reply.records, unclear=("pmid:2",))
    assert [record.id for record in reply.records] == ["pmid:1"]


def test_a_pmid_asked_alone_that_is_still_unclear_is_failed() -> None:
    reason = "pubmed answered with other records (pmid:8, pmid:9) and it is not clear which of them it means"
    assert pubmed_reply(article_set(bare("8"), bare("9")), "2") == Reply(failed=(("pmid:2", reason),))


def test_a_record_that_nobody_asked_for_is_left_out_when_nothing_is_missing() -> None:
    assert [record.id for record in pubmed_reply(article_set(bare("1"), bare("9")), "1").records] == ["pmid:1"]


def test_a_deleted_pmid_is_absent() -> None:
    body = article_set(bare("9"), bare("8"), "<DeleteCitation><PMID>2</PMID></DeleteCitation>")
    assert pubmed_reply(body, "2") == Reply(absent=("pmid:2",))


@given(st.lists(PMIDS, min_size=1, unique=True), st.lists(PMIDS), st.lists(PMIDS), st.booleans())
def test_every_id_of_a_request_is_accounted_for(
    asked: list[str], given: list[str], deleted: list[str], nameless: bool
) -> None:
    articles = [bare(pmid) for pmid in given] + ["<PubmedArticle/>"] * nameless
    gone = "".join(f"<PMID>{pmid}</PMID>" for pmid in deleted)
    reply = pubmed_reply(article_set(*articles, f"<DeleteCitation>{gone}</DeleteCitation>"), *asked)
    assert outcome(tuple(f"pmid:{pmid}" for pmid in asked), reply) == []


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, b'{"error":"API rate limit exceeded","count":"11"}', "API rate limit exceeded"),
        (429, b'{"error":"API rate limit exceeded","api-key":"192.0.2.1"}', "HTTP 429, API rate limit exceeded"),
        (200, b"<!DOCTYPE html><html><body>Busy</body></html>", "it sent a web page instead of XML"),
        (200, b"", "it sent an empty answer"),
        (200, b" \n", "it sent an empty answer"),
        (200, b"[1]", "it sent JSON instead of XML"),
        (200, b'{"error":', "it sent JSON instead of XML"),
        (200, b'{"error":"\xff"}', "it sent JSON instead of XML"),
        (200, b"Unable to\nobtain query #1", "it sent text instead of XML, Unable to obtain query #1"),
        (502, b"<html>Bad gateway</html>", "HTTP 502"),
        (200, b"<eFetchResult><ERROR>ID list is empty!</ERROR></eFetchResult>", "ID list is empty!"),
        (200, b"<PubmedArticleSet><ERROR>Backend\nfailed</ERROR></PubmedArticleSet>", "Backend failed"),
        (200, b"<eFetchResult/>", "it sent XML of another kind"),
        (200, b"<wrong/>", "it sent XML of another kind"),
    ],
)
def test_an_answer_without_records_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        pubmed_reply(body, "1", "2", status=status)
    assert str(error.value) == f"PubMed gave no usable answer: {said}; run again later"


def test_broken_xml_is_one_clear_line() -> None:
    with pytest.raises(SourceError, match=r"^PubMed gave no usable answer: its XML is cut off or broken \("):
        pubmed_reply(b"<PubmedArticleSet><PubmedArticle>", "1")


def test_an_invalid_key_is_named_but_not_shown() -> None:
    request = Request("pubmed", "http://127.0.0.1/", ("pmid:1",), form=(("api_key", "SECRET"),))
    body = b'{"error":"API key invalid","api-key":"SECRET","type":"invalid","status":"unknown"}'
    with pytest.raises(SourceError) as error:
        pubmed.parse(request, Answer(400, body, "application/json"))
    assert str(error.value) == (
        "PubMed gave no usable answer: the NCBI API key is not valid; "
        "correct NCBI_API_KEY, or remove it to ask at the public rate"
    )


@given(st.data())
def test_truncation_at_any_byte_gives_records_or_one_error(data: st.DataObject) -> None:
    body = answer_of([article(Work("An invented work: α ≥ β", pmid="1", authors=("Invented, Ann",)))])
    cut = data.draw(st.integers(0, len(body)))
    try:
        reply: Reply | SourceError = pubmed_reply(body[:cut], "1")
    except SourceError as error:
        reply = error
    assert outcome(("pmid:1",), reply) == []
    assert isinstance(reply, SourceError) or reply.records[0].fields.title == "An invented work: α ≥ β"


@given(st.binary())
def test_any_bytes_give_a_reply_or_one_error(body: bytes) -> None:
    try:
        reply: Reply | SourceError = pubmed_reply(body, "1")
    except SourceError as error:
        reply = error
    assert outcome(("pmid:1",), reply) == []


def hostile(depth: int) -> bytes:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth))
    return f"""<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a0 "ha">
        <!ENTITY file SYSTEM "file:///etc/passwd">{laughs}]><PubmedArticleSet><PubmedArticle><MedlineCitation>
        <PMID>1</PMID><Article><ArticleTitle>&a{depth - 1}; and &file;</ArticleTitle></Article></MedlineCitation>
        </PubmedArticle></PubmedArticleSet>""".encode()


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    assert pubmed_reply(hostile(2), "1").records[0].fields.title == "&a1; and &file;"


def test_entities_within_entities_are_refused() -> None:
    with pytest.raises(SourceError, match="its XML is cut off or broken"):
        pubmed_reply(hostile(50), "1")


def test_an_answer_without_any_of_many_is_doubted_and_asked_for_again_in_halves() -> None:
    body = article_set()
    few = pubmed_reply(body, *map(str, range(1, 21)))
    many = pubmed_reply(body, *map(str, range(1, 23)))
    assert (len(few.absent), few.apart) == (20, ())
    assert (many.absent, [len(half) for half in many.apart]) == ((), [11, 11])
