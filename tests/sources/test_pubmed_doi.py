"""PubMed's search by DOI: the terms, and what each kind of answer says of the DOIs. All DOIs are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Candidates, Question, Reply, Request, Services
from cluneal_lit.sources import pubmed_doi
from tests.sources.recorded import outcome

ONE, TWO = "doi:10.5555/a(1)", "doi:10.5555/b"
OLD = "doi:10.5555/(sici)1097-0258(19980815/30)17:15/16<1661::aid-x968>3.0.co;2-2"


def requests(*names: str) -> tuple[Request, ...]:
    return pubmed_doi.requests([Question("pubmed-doi", name) for name in names], Services())


def term(*names: str) -> list[str]:
    return [dict(request.form)["term"] for request in requests(*names)]


def parsed(body: str | bytes, *names: str, status: int = 200) -> Reply:
    request = Request("pubmed-doi", "http://127.0.0.1/esearch.fcgi", names or (ONE, TWO))
    return pubmed_doi.parse(request, Answer(status, body.encode() if isinstance(body, str) else body))


def hits(*pmids: str, said: str = '"10.5555/A(1)"[AID] OR "10.5555/b"[AID]', **more: object) -> str:
    result = {"count": str(len(pmids)), "idlist": list(pmids), "querytranslation": said, **more}
    return json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result})


def test_fifty_dois_are_phrases_of_one_post() -> None:
    services = Services(pubmed="http://127.0.0.1/eutils", email="a@lab.example")
    questions = [Question("pubmed-doi", f"doi:10.5555/{number}") for number in range(101)]
    first, second, third = pubmed_doi.requests([*questions, *questions], services)
    assert (len(first.ids), len(second.ids), third.ids, first.url, first.kind) == (
        50,
        50,
        ("doi:10.5555/100",),
        "http://127.0.0.1/eutils/esearch.fcgi",
        "single",  # NCBI counts all calls together
    )
    assert third.form == (
        ("db", "pubmed"),
        ("retmode", "json"),
        ("retmax", "100"),
        ("term", '"10.5555/100"[doi]'),
        ("tool", "cluneal-lit"),
        ("email", "a@lab.example"),
    )


def test_marks_within_a_doi_are_part_of_its_phrase_and_those_of_pubmeds_own_go_alone() -> None:
    assert term(ONE, OLD) == [f'"10.5555/a(1)"[doi] OR "{OLD[4:]}"[doi]']
    assert term(ONE, 'doi:10.5555/a"b', TWO, "doi:10.5555/a[1]") == [
        '"10.5555/a(1)"[doi] OR "10.5555/b"[doi]',
        '"10.5555/a b"[doi]',
        '"10.5555/a[1]"[doi]',
    ]


def test_what_is_no_doi_is_no_question() -> None:
    with pytest.raises(ValueError, match="is no doi"):
        requests("pmid:1")


def test_the_pmids_are_those_of_the_list_and_none_says_that_pubmed_has_none_of_its_dois() -> None:
    found = ("pmid:7", "pmid:29656623")
    assert parsed(hits("7", "29656623")) == Reply(candidates=(Candidates(ONE, found), Candidates(TWO, found)))
    assert parsed(hits()) == Reply(absent=(ONE, TWO))


def test_none_is_believed_where_the_answer_repeats_a_doi_among_what_was_not_found() -> None:
    lists = {
        "errorlist": {"phrasesnotfound": ["&quot;10.5555/A(1)&quot;[doi]"], "fieldsnotfound": []},
        "warninglist": {"quotedphrasesnotfound": ['"10.5555/b"[doi]'], "outputmessages": ["No items found."]},
    }
    for name, of in lists.items():
        assert parsed(hits(said="", **{name: of})) == Reply(absent=(ONE, TWO))


def test_a_search_for_something_else_says_nothing_of_the_dois(shared: Path) -> None:
    body = (shared / "recorded/esearch-esummary/esearch_zero_hits.json").read_bytes()
    for wrong in (body, hits("7", said="10.5555/c[AID]"), hits(said="")):
        with pytest.raises(SourceError, match="does not say that it searched for these DOIs"):
            parsed(wrong)


def test_a_tag_that_is_not_known_says_nothing_of_the_dois() -> None:
    with pytest.raises(SourceError, match="its search knows no field for DOIs"):
        parsed(hits(errorlist={"phrasesnotfound": [], "fieldsnotfound": ["doi"]}))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (413, ""),
        (414, "<html>Request-URI Too Large</html>"),
        (400, "Bad Request"),
        (200, hits("1", "2", count="3")),
        (200, hits(count="1")),
    ],
)
def test_a_list_that_is_refused_or_answered_in_part_is_halved(status: int, body: str) -> None:
    assert parsed(body, ONE, TWO, OLD, status=status) == Reply(apart=((ONE, TWO), (OLD,)))
    if status != 200:
        with pytest.raises(SourceError):
            parsed(body, ONE, status=status)


def test_of_one_doi_that_finds_very_many_the_first_are_looked_up_and_none_is_no_answer() -> None:
    assert parsed(hits("7", count="12000"), ONE) == Reply(candidates=(Candidates(ONE, ("pmid:7",)),))
    with pytest.raises(SourceError, match="fewer PMIDs than it found"):
        parsed(hits(count="1"), ONE)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, '{"esearchresult":{"ERROR":"Search Backend failed: a\nb"}}', "Search Backend failed: a b"),
        (400, '{"esearchresult":{"ERROR":"Search Backend failed:"}}', "HTTP 400, Search Backend failed:"),
        (429, '{"error":"API rate limit exceeded"}', "HTTP 429, API rate limit exceeded"),
        (200, "<html><body>Busy</body></html>", "it sent a web page instead of JSON"),
        (502, "<html>Bad gateway</html>", "HTTP 502"),
        (200, "", "it sent an empty answer"),
    ],
)
def test_an_outage_is_one_clear_line_about_the_whole_list(status: int, body: str, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, status=status)
    assert str(error.value).startswith(f"PubMed gave no usable answer: {said}") and "\n" not in str(error.value)


@given(st.binary())
def test_any_bytes_account_for_each_doi_or_are_one_error(body: bytes) -> None:
    for given_ in (body, b'{"esearchresult":{"count":"1","querytranslation":"10.5555/b","idlist":["' + body + b'"]}}'):
        try:
            reply: Reply | SourceError = parsed(given_)
        except SourceError as error:
            reply = error
        assert outcome((ONE, TWO), reply) == []
