"""PubMed's search: the term made of a reference, and what each kind of answer says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Candidates, Date, Fields, Name, Question, Reply, Request, Services
from cluneal_lit.sources import pubmed_search
from tests.sources.recorded import outcome

ISU = Fields(
    title="Superior and middle cluneal nerve entrapment as a cause of low back pain",
    issued=Date(((2018, 3),)),
    author=(Name("Isu", "T"), Name("Kim", "K")),
)
# What a term may consist of: words of the title, a name, years, operators and brackets.
TERM = re.compile(
    r"(?:[a-z0-9]+\[ti\]|[a-z]+(?:['-][a-z]+)*(?: [a-z]+(?:['-][a-z]+)*)*\[1au\]|\d{4}:\d{4}\[dp\]| AND | OR |[()])+"
)


def term(fields: Fields) -> str:
    (request,) = pubmed_search.requests([Question("pubmed-search", "citation:a", fields)], Services())
    return dict(request.form)["term"]


def parsed(body: str | bytes, status: int = 200) -> Reply:
    request = Request("pubmed-search", "http://127.0.0.1/esearch.fcgi", ("citation:a",))
    return pubmed_search.parse(request, Answer(status, body.encode() if isinstance(body, str) else body))


def found(*pmids: str, **more: object) -> str:
    result = {"count": str(len(pmids)), "retmax": str(len(pmids)), "retstart": "0", "idlist": list(pmids), **more}
    return json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result})


def test_each_reference_is_a_search_of_its_own() -> None:
    services = Services(pubmed="http://127.0.0.1/eutils", email="a@lab.example", ncbi_api_key="abc123")
    questions = [Question("pubmed-search", name, ISU) for name in ("citation:a", "citation:b", "citation:a")]
    first, second = pubmed_search.requests(questions, services)
    assert (first.ids, second.ids, first.url, first.params) == (
        ("citation:a",),
        ("citation:b",),
        "http://127.0.0.1/eutils/esearch.fcgi",
        (),
    )
    assert [pair for pair in first.form if pair[0] != "term"] == [
        ("db", "pubmed"),
        ("retmode", "json"),
        ("retmax", "5"),
        ("sort", "relevance"),
        ("tool", "cluneal-lit"),
        ("email", "a@lab.example"),
        ("api_key", "abc123"),
    ]


def test_author_years_and_half_of_the_words_or_nearly_all_of_them_whoever_wrote_it() -> None:
    fields = Fields(title="Cluneal nerve entrapment", author=ISU.author, issued=ISU.issued)
    assert term(fields) == (
        "(isu[1au] AND 2017:2019[dp]"
        " AND ((entrapment[ti] AND cluneal[ti]) OR (entrapment[ti] AND nerve[ti]) OR (cluneal[ti] AND nerve[ti])))"
        " OR (2017:2019[dp] AND ((entrapment[ti] AND cluneal[ti] AND nerve[ti])))"
    )


def test_the_five_longest_words_are_taken_without_those_that_say_little() -> None:
    words = set(re.findall(r"(\w+)\[ti\]", term(ISU)))
    assert words == {"entrapment", "superior", "cluneal", "middle", "cause"}
    common = Fields(title="Randomized controlled trial of the treatment of patients with gout: a systematic knee study")
    assert {"gout", "knee"} <= set(re.findall(r"(\w+)\[ti\]", term(common)))


def test_a_status_label_is_no_word_of_the_title() -> None:
    assert "retracted" not in term(Fields(title=f"RETRACTED: {ISU.title}"))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        (Name("Isu", "T"), "isu[1au]"),
        (Name("Berg", "J", non_dropping_particle="van der"), "van der berg[1au]"),
        (Name("O’Brien", "J"), "o'brien[1au]"),
        (Name("Fernández-Maestre", "I"), "fernandez-maestre[1au]"),
        (Name("Or", "M"), ""),
        (Name("李", "明"), ""),
        (Name("Smith[ti]", "M"), ""),
        (Name(literal="The Invented Group"), ""),
    ],
)
def test_the_first_author_is_named_by_the_family_name(name: Name, tag: str) -> None:
    said = re.findall(r"[^()]*?\[1au\]", term(Fields(title=ISU.title, issued=ISU.issued, author=(name,))))
    assert said == ([tag] if tag else [])


@pytest.mark.parametrize(
    ("fields", "askable"),
    [
        (ISU, True),
        (Fields(title=ISU.title), True),
        (Fields(title="Sciatica", author=ISU.author, issued=ISU.issued), True),
        (Fields(title="Sciatica", author=ISU.author), False),
        (Fields(title="Sciatica", issued=ISU.issued), False),
        (Fields(title="Sciatica revisited", author=(Name(literal="A Group"),), issued=ISU.issued), False),
        (Fields(title="What is it that this was for", author=ISU.author, issued=ISU.issued), False),
        (Fields(title="疼痛", author=ISU.author, issued=ISU.issued), False),
        (Fields(author=ISU.author, issued=ISU.issued, volume="1", page="2"), False),
    ],
)
def test_a_title_that_says_something_can_be_searched_for(fields: Fields, askable: bool) -> None:
    assert pubmed_search.askable(fields, "") == askable
    if not askable:
        with pytest.raises(ValueError, match="says too little"):
            term(fields)


@given(st.text(), st.text(), st.integers(-5000, 5000))
def test_no_text_becomes_an_operator_or_a_field(title: str, family: str, year: int) -> None:
    hostile = 'AND OR NOT "[au]" cancer[mh] pain* 1900:2100[dp] (low back)'
    for words in (title, f"{title} {hostile}", hostile):
        person = Name(f"{family} {hostile}" if words == hostile else family, "X")
        fields = Fields(title=words, author=(person,), issued=Date(((year,),)))
        if pubmed_search.askable(fields, ""):
            said = term(fields)
            assert TERM.fullmatch(said) and said.count("(") == said.count(")")
            assert not re.search(r"\b(?:and|or|not)\[", said)


def test_pmids_come_in_the_order_of_the_answer_each_once() -> None:
    pmids = ("pmid:29656623", "pmid:7")
    assert parsed(found("29656623", "7", "29656623", "x")) == Reply(candidates=(Candidates("citation:a", pmids),))


def test_nothing_found_is_no_error_though_it_is_told_as_one(shared: Path) -> None:
    body = (shared / "recorded/esearch-esummary/esearch_zero_hits.json").read_bytes()
    assert parsed(body) == Reply(candidates=(Candidates("citation:a"),))


def test_raw_line_ends_within_json_are_read() -> None:
    assert parsed(found("7", querytranslation="a\nb").replace("\\n", "\n")).candidates[0].ids == ("pmid:7",)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, '{"esearchresult":{"ERROR":"Empty term and query_key - nothing todo"}}', "Empty term and query_key - n"),
        (200, '{"esearchresult":{"ERROR":"Search Backend failed: a\nb"}}', "Search Backend failed: a b"),
        (400, '{"esearchresult":{"ERROR":"Search Backend failed:\x01"}}', "HTTP 400, Search Backend failed:"),
        (200, '{"esearchresult":{"ERROR":"Can\'t run executor"}}', "Can't run executor"),
        (200, '{"esearchresult":{"ERROR":"", "idlist":["1"]}}', "it sent JSON of another kind"),
        (200, '{"error":"API rate limit exceeded","count":"11"}', "API rate limit exceeded"),
        (429, '{"error":"API rate limit exceeded","api-key":"192.0.2.1"}', "HTTP 429, API rate limit exceeded"),
        (200, "<html><body>Busy</body></html>", "it sent a web page instead of JSON"),
        (
            200,
            '<?xml version="1.0"?><eSearchResult><Count>1</Count></eSearchResult>',
            "it sent no JSON, or it is cut off",
        ),
        (200, "", "it sent an empty answer"),
        (200, "{}", "it sent JSON of another kind"),
        (200, '{"esearchresult":[]}', "it sent JSON of another kind"),
        (200, "[1]", "it sent no JSON, or it is cut off"),
        (502, "<html>Bad gateway</html>", "HTTP 502"),
    ],
)
def test_an_answer_without_a_list_is_one_clear_line(status: int, body: str, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, status)
    assert str(error.value).startswith(f"PubMed gave no usable answer: {said}") and "\n" not in str(error.value)


def test_an_invalid_key_is_named_but_not_shown() -> None:
    request = Request("pubmed-search", "http://127.0.0.1/", ("citation:a",), form=(("api_key", "SECRET"),))
    body = b'{"error":"API key invalid","api-key":"SECRET","type":"invalid","status":"unknown"}'
    with pytest.raises(SourceError) as error:
        pubmed_search.parse(request, Answer(400, body, "application/json"))
    assert "the NCBI API key is not valid" in str(error.value) and "SECRET" not in str(error.value)


@given(st.integers(0, 300))
def test_truncation_at_any_byte_gives_candidates_or_one_error(cut: int) -> None:
    whole = found("29656623", "7", querytranslation="α")
    try:
        reply: Reply | SourceError = parsed(whole.encode()[:cut])
    except SourceError as error:
        reply = error
    assert isinstance(reply, SourceError) == (cut < len(whole.encode()))


@given(st.binary())
def test_any_bytes_give_a_reply_or_one_error(body: bytes) -> None:
    for given_ in (body, b'{"esearchresult":{"idlist":["' + body + b'"]}}'):
        try:
            reply: Reply | SourceError = parsed(given_)
        except SourceError as error:
            reply = error
        assert outcome(("citation:a",), reply) == []
