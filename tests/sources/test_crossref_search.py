"""Crossref's search: what of a reference string is sent, and which works of an answer are candidates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Candidates, Date, Fields, Name, Question, Reply, Request, Services
from cluneal_lit.sources import crossref_search
from tests.sources.recorded import crossref_works, outcome

TEXT = "Isu T, Kim K. Superior and middle cluneal nerve entrapment. Neurospine. 2018;15(1):25-32"


def query(text: str, fields: Fields = Fields()) -> str:  # noqa: B008
    (request,) = crossref_search.requests([Question("crossref-search", "citation:a", fields, text)], Services())
    return dict(request.params)["query.bibliographic"]


def parsed(body: bytes, status: int = 200) -> Reply:
    request = Request("crossref-search", "http://127.0.0.1/works", ("citation:a",), kind="list")
    return crossref_search.parse(request, Answer(status, body))


def listed(*works: object) -> bytes:
    message = {"total-results": 7, "items": list(works), "items-per-page": 5}
    return json.dumps({"status": "ok", "message-type": "work-list", "message": message}).encode()


def test_a_whole_reference_is_one_search_for_five_works() -> None:
    services = Services(crossref="http://127.0.0.1", email="a@lab.example")
    questions = [Question("crossref-search", name, text=TEXT) for name in ("citation:a", "citation:a")]
    assert crossref_search.requests(questions, services) == (
        Request(
            source="crossref-search",
            url="http://127.0.0.1/works",
            ids=("citation:a",),
            params=(("query.bibliographic", TEXT), ("rows", "5"), ("mailto", "a@lab.example")),
            kind="list",
        ),
    )


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("12. ", ". doi: 10.14245/ns.1836024.012."),
        ("[3] ", ". https://doi.org/10.14245/ns.1836024.012"),
        ("(7) ", ". PMID: 29656623; PMCID: PMC5944640."),
        ("- ", ". 10.14245/ns.1836024.012 [PubMed] [CrossRef] [Google Scholar]"),
        ("• ", ". arXiv:2004.10706v1, NCT01234567. ISBN 978-3-16-148410-0"),
        (" ", "\n "),
    ],
)
def test_list_numbers_and_identifiers_are_taken_off(before: str, behind: str) -> None:
    assert query(f"{before}{TEXT}{behind}").rstrip(" .;,") == TEXT


def test_a_year_in_front_is_no_list_number() -> None:
    assert query("2018. Superior cluneal nerve entrapment").startswith("2018.")


def test_a_long_reference_is_put_together_from_what_it_says() -> None:
    fields = Fields(
        title="Superior cluneal nerves",
        author=tuple(Name(f"Invented{place}", "A") for place in range(90)),
        container_title="Neurospine",
        issued=Date(((2018,),)),
        volume="15",
        page="25-32",
    )
    long = ", ".join(f"{name.family} A" for name in fields.author) + ". Superior cluneal nerves. Neurospine. 2018"
    said = "Invented0 Invented1 Invented2 Superior cluneal nerves Neurospine 2018 15 25-32"
    assert (query(long, fields), query("", fields)) == (said, said)


def test_a_long_text_without_a_title_is_cut_behind_a_word() -> None:
    said = query("cluneal " * 200)
    assert len(said) <= 500 and set(said.split()) == {"cluneal"}


@pytest.mark.parametrize(
    ("text", "askable"),
    [
        (TEXT, True),
        ("Smith. 2018;15(1):25-32. PMID: 1", False),
        ("doi: 10.14245/ns.1836024.012", False),
        ("2018 15 25 32", False),
        ("", False),
        ("疼痛 神经 卡压", True),
    ],
)
def test_a_few_words_can_be_searched_for(text: str, askable: bool) -> None:
    assert crossref_search.askable(Fields(), text) == askable
    if not askable:
        with pytest.raises(ValueError, match="says too little"):
            query(text)


@given(st.text())
def test_any_text_is_one_line_that_is_not_long(text: str) -> None:
    for written in (text, f"{text} three more words {text * 9}"):
        if crossref_search.askable(Fields(), written):
            said = query(written)
            assert 0 < len(said) <= 500 and "\n" not in said and said == said.strip()


def test_works_are_candidates_in_crossrefs_order_whatever_they_are() -> None:
    works = [
        {"DOI": "10.65215/copy", "type": "posted-content", "title": ["T"], "score": 80.5},
        {"DOI": "10.5555/t.s001", "type": "component", "title": ["T"], "score": 80},
        {"DOI": "10.5555/Review", "type": "peer-review", "title": ["Review of T"]},
        {"DOI": "10.5555/t", "type": "journal-article", "title": ["T"], "score": 70},
    ]
    (found,) = parsed(listed(*works)).candidates
    assert ([record.id for record in found.records], found.name, found.ids) == (
        ["doi:10.65215/copy", "doi:10.5555/t.s001", "doi:10.5555/review", "doi:10.5555/t"],
        "citation:a",
        (),
    )


@pytest.mark.parametrize("kind", ["journal", "journal-issue", "book-series", "grant"])
def test_what_is_no_work_is_no_candidate(kind: str) -> None:
    body = listed({"DOI": "10.5555/x", "type": kind, "title": ["T"]}, {"title": ["without a DOI"]}, 7)
    assert parsed(body) == Reply(candidates=(Candidates("citation:a"),))


def test_every_recorded_list_is_candidates_and_a_lone_work_is_none(shared: Path) -> None:
    lists = 0
    for path in sorted((shared / "recorded/crossref").glob("*.json")):
        envelope = json.loads(path.read_bytes())
        if not isinstance(envelope, dict) or envelope.get("status") != "ok":
            continue
        if envelope.get("message-type") != "work-list":
            with pytest.raises(SourceError, match="Crossref gave no usable answer"):
                parsed(path.read_bytes())
            continue
        lists += 1
        (found,) = parsed(path.read_bytes()).candidates
        works = {f"doi:{str(one['DOI']).lower()}": one.get("type") for one in crossref_works(path)}
        left_out = set(works) - {record.id for record in found.records}
        assert {works[name] for name in left_out} <= {"journal", "journal-issue", "journal-volume"}
    assert lists > 20


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, b"", "it sent an empty answer"),
        (200, b"<html>x</html>", "it sent a web page instead of JSON"),
        (429, b"<html>x</html>", "HTTP 429, it sent a web page instead of JSON"),
        (200, b'{"status":"ok","message":{"DOI":"10.5555/a"}}', "its answer is no list"),
        (400, b'{"status":"failed","message":[{"type":"x","message":"not \\"so\\""}]}', 'HTTP 400, not "so"'),
        (404, b"Resource not found.", "HTTP 404"),
    ],
)
def test_an_answer_without_a_list_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, status)
    assert str(error.value).startswith(f"Crossref gave no usable answer: {said}")


@given(st.integers(0, 400))
def test_truncation_at_any_byte_gives_candidates_or_one_error(cut: int) -> None:
    whole = listed({"DOI": "10.5555/t", "type": "journal-article", "title": ["α T"]})
    try:
        reply: Reply | SourceError = parsed(whole[:cut])
    except SourceError as error:
        reply = error
    assert isinstance(reply, SourceError) == (cut < len(whole))


@given(st.binary())
def test_any_bytes_give_a_reply_or_one_error(body: bytes) -> None:
    for given_ in (body, b'{"status":"ok","message":{"items":[' + body + b"]}}"):
        try:
            reply: Reply | SourceError = parsed(given_)
        except SourceError as error:
            reply = error
        assert outcome(("citation:a",), reply) == []
