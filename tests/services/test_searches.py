"""Searches of the loopback services: what they find, in the forms of the recorded answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests
from lxml import etree

from cluneal_lit.errors import SourceError
from cluneal_lit.http import Http
from cluneal_lit.model import Answer, Candidates, Date, Fields, Name, Question, Record
from cluneal_lit.sources import SEARCHES, SOURCES
from tests.services import Loopback, Work, catalogue, loopback
from tests.services.test_services import FULL, keys, paths

MANN = Work(
    "Sequence of a cysteine-rich galactose-specific lectin",
    pmid="2014248",
    authors=("Mann, B J", "Torian, B E"),
    journal="Proceedings of the National Academy of Sciences of the United States of America",
    journal_short="Proc Natl Acad Sci U S A",
    year=1991,
    volume="88",
    pages="3248-52",
)
PALMENBERG = Work(
    "Fine points", "3026048", authors=("Palmenberg, A C",), journal="Science", year=1987, volume="235", pages="182"
)
ZHU = Work(
    "A novel coronavirus from patients with pneumonia",
    pmid="31978945",
    authors=("Zhu, Na",),
    journal="The New England journal of medicine",
    journal_short="N Engl J Med",
    year=2020,
    volume="382",
    pages="727-733",
)
LETTERS = tuple(
    Work(
        f"Letter {n}", str(100 + n), authors=(f"Writer, {'ABCD'[n]}",), journal="Pain", year=2001, volume="9", pages="7"
    )
    for n in range(4)
)


def searched(service: Loopback, term: str, **more: str) -> list[str]:
    params = {"db": "pubmed", "retmode": "json", "term": term, **more}
    answer = requests.get(f"{service.services.pubmed}/esearch.fcgi", params=params, timeout=5)
    return [str(pmid) for pmid in answer.json()["esearchresult"]["idlist"]]


def matched(service: Loopback, *lines: str, **more: str) -> str:
    params = {"db": "pubmed", "retmode": "xml", "bdata": "\r".join(lines), **more}
    return requests.get(f"{service.services.pubmed}/ecitmatch.cgi", params=params, timeout=5).text


@pytest.mark.parametrize(
    ("term", "pmids"),
    [
        ("coronavirus[ti]", ["31978945"]),
        ("CORONAVIRUS[Title] AND pneumonia[ti]", ["31978945"]),
        ("coronavirus[ti] AND lectin[ti]", []),
        ("coronavirus[ti] OR lectin[ti]", ["31978945", "2014248"]),
        ("real[ti]", []),
        ("real[tiab]", ["101"]),
        ('"novel coronavirus"[ti]', ["31978945"]),
        ('"coronavirus novel"[ti]', []),
        ("coronavirus novel[ti]", ["31978945"]),
        ("corona*[ti]", ["31978945"]),
        ("torian[au]", ["2014248"]),
        ("torian[1au]", []),
        ("mann[1au]", ["2014248"]),
        ("mann b[1au]", ["2014248"]),
        ("mann c[1au]", []),
        ("man[1au]", []),
        ('"mann b"[au]', []),
        ("1990:1991[dp]", ["2014248"]),
        ("2020[dp] NOT invented[ti]", ["31978945"]),
        ("N Engl J Med[ta] AND 382[vi] AND 727[pg]", ["31978945"]),
        ("2014248[uid] OR 31978945[pmid]", ["31978945", "2014248"]),
        ("10.5555/INVENTED.101[doi]", ["101"]),
        ("10.5555/invented.102[doi]", []),
        ('"10.5555/INVENTED.101"[doi] OR "10.5555/none"[doi]', ["101"]),
        ('"10.5555/invented"[doi]', []),
        ("(mann[1au] OR zhu[1au]) AND (lectin[ti])", ["2014248"]),
        ("lectin", ["2014248"]),
        ("mann[1au] AND 1991:1992[dp] AND ((lectin[ti] AND rich[ti]) OR (novel[ti]))", ["2014248"]),
    ],
)
def test_esearch_reads_tags_operators_quotes_and_ranges(term: str, pmids: list[str]) -> None:
    with loopback(MANN, ZHU, FULL) as service:
        assert searched(service, term) == pmids


def test_those_that_fulfil_most_of_a_term_come_first_and_no_more_than_asked() -> None:
    with loopback(MANN, ZHU, FULL) as service:
        assert searched(service, "lectin[ti] OR (novel[ti] OR lectin[ti] OR rich[ti])") == ["2014248", "31978945"]
        assert searched(service, "lectin[ti] OR rich[ti] OR novel[ti]", retmax="1") == ["2014248"]


def test_esearch_that_finds_nothing_has_the_recorded_form(shared: Path) -> None:
    real = json.loads((shared / "recorded/esearch-esummary/esearch_zero_hits.json").read_bytes())
    term = {"db": "pubmed", "retmode": "json", "term": "(zzzznotarealorganism[ORGN])"}
    with loopback(MANN) as service:
        told = requests.get(f"{service.services.pubmed}/esearch.fcgi", params=term, timeout=5).json()
    assert list(keys(told)) == list(keys(real))
    for name in ("count", "retmax", "retstart", "idlist"):
        assert told["esearchresult"][name] == real["esearchresult"][name]
    assert (
        told["esearchresult"]["errorlist"]["phrasesnotfound"] == real["esearchresult"]["errorlist"]["phrasesnotfound"]
    )


def test_dois_are_searched_for_as_phrases_in_any_case_and_those_that_are_not_found_are_told() -> None:
    sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-X968>3.0.CO;2-2"
    names = (sici.lower(), "10.5555/none.(1)", "10.5555/invented.101")
    term = " OR ".join(f'"{name}"[doi]' for name in names)
    form = {"db": "pubmed", "retmode": "json", "retmax": "6", "term": term}
    with loopback(FULL, MANN, Work("An old work", "103", doi=sici)) as service:
        told = requests.post(f"{service.services.pubmed}/esearch.fcgi", form, timeout=5).json()["esearchresult"]
        first = searched(service, term, retmax="1")
    assert (told["count"], told["idlist"], first) == ("2", ["103", "101"], ["103"])
    assert told["errorlist"] == {"phrasesnotfound": ['"10.5555/none.(1)"[doi]'], "fieldsnotfound": []}
    assert told["warninglist"] == {
        "phrasesignored": [],
        "quotedphrasesnotfound": ['"10.5555/none.(1)"[doi]'],
        "outputmessages": [],
    }


def test_esearch_in_xml_uses_only_elements_of_the_recorded_ones(shared: Path) -> None:
    real: set[str] = set()
    for path in (shared / "recorded/esearch-esummary").glob("*esearch*.xml"):
        real.update(paths(etree.parse(path).getroot()))
    with loopback(MANN) as service:
        for term in ("lectin[ti]", "nowhere[ti]"):
            params = {"db": "pubmed", "term": term}
            told = requests.get(f"{service.services.pubmed}/esearch.fcgi", params=params, timeout=5)
            assert set(paths(etree.fromstring(told.content))) - real == set()


def test_an_empty_term_is_the_callers_error() -> None:
    with loopback(MANN) as service:
        params = {"db": "pubmed", "retmode": "json", "term": " "}
        told = requests.get(f"{service.services.pubmed}/esearch.fcgi", params=params, timeout=5).json()
    assert told["esearchresult"] == {"ERROR": "Empty term and query_key - nothing todo"}


@pytest.mark.parametrize("name", ["found", "mixed"])
def test_ecitmatch_says_what_the_real_one_said(shared: Path, name: str) -> None:
    real = (shared / f"recorded/ecitmatch/pubmed-client_citmatch_{name}.txt").read_text("utf-8")
    lines = [f"{line.rpartition('|')[0]}|" for line in real.splitlines()]
    with loopback(MANN, PALMENBERG, ZHU) as service:
        assert matched(service, *lines) == real


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("science|1987|235|182|palmenberg ac|k|", "3026048"),
        ("science|1986|235|182|somebody x|k|", "3026048"),
        ("science|2035|235|182|palmenberg ac|k|", "NOT_FOUND"),
        ("science|1987|236|182|palmenberg ac|k|", "NOT_FOUND"),
        ("new england journal of medicine||382|727||k|", "31978945"),
        ("n engl j med||382|||k|", "31978945"),
        ("nejmm|2020|382|727|zhu n|k|", "NOT_FOUND;INVALID_JOURNAL"),
        ("|2020|382|727|zhu n|k|", "31978945"),
        ("pain|2001|9|7||k|", "AMBIGUOUS (4 citations)"),
        ("pain|2001|||writer|k|", "AMBIGUOUS (4 citations)"),
        ("pain|2001|||nobody|k|", "NOT_FOUND"),
    ],
)
def test_journal_volume_and_page_decide(line: str, found: str) -> None:
    with loopback(PALMENBERG, ZHU, *LETTERS) as service:
        assert matched(service, line).strip().rpartition("|")[2] == found


def test_a_few_that_fit_alike_are_named() -> None:
    with loopback(*LETTERS[:2]) as service:
        assert matched(service, "pain|2001|9|7||k|") == "pain|2001|9|7||k|AMBIGUOUS 100,101\n"


def test_ecitmatch_ends_at_a_line_without_a_journal_that_fits_nothing() -> None:
    with loopback(ZHU) as service:
        told = matched(service, "n engl j med||382|727||a|", "|2000|1|1||b|", "n engl j med||382|727||c|")
        page = matched(service, "n engl j med||382|727||a|", retmode="text")
    assert (told, "<html>" in page) == ("n engl j med||382|727||a|31978945\n", True)


def bibliographic(service: Loopback, query: str, **more: str) -> dict[str, object]:
    params = {"query.bibliographic": query, **more}
    answer: dict[str, object] = requests.get(f"{service.services.crossref}/works", params=params, timeout=5).json()
    return answer


def test_crossref_finds_something_when_a_word_fits_the_best_first() -> None:
    other = Work("An invented trial of something else", doi="10.5555/other", authors=("Invented, Carl",))
    with loopback(FULL, other) as service:
        dois = []
        for query in (
            "Invented AB. An invented trial of an invented block. Invent J Pain 2020;7:417-29",
            "Trial of something else, Carl",
            "An absurd sentence",
            "Nichtsdergleichen",
        ):
            message = bibliographic(service, query)["message"]
            assert isinstance(message, dict)
            dois.append([one["DOI"] for one in message["items"]])
            scores = [one["score"] for one in message["items"]]
            assert scores == sorted(scores, reverse=True)
    full = FULL.doi.lower()
    assert dois == [[full, "10.5555/other"], ["10.5555/other", full], [full, "10.5555/other"], []]


def test_crossrefs_search_has_the_recorded_form(shared: Path) -> None:
    path = shared / "recorded/crossref/habanero_test_cursor_max_1.json"
    real = json.loads(path.read_bytes())
    with loopback(FULL) as service:
        told = bibliographic(service, "an invented trial", rows="5")
    ours = {key for key in keys(told) if not key.startswith("/message/items[]")}
    assert ours - set(keys(real)) == set()
    assert {"/message/items[]/score", "/message/total-results"} <= set(keys(told)) & set(keys(real))


FIELDS = Fields(
    title="An invented trial of an inwented block",
    author=(Name("Invented", "AB"),),
    container_title="Invent J Pain",
    issued=Date(((2021,),)),
    volume="7",
    page="417-29",
)


@pytest.mark.parametrize("name", SEARCHES)
def test_each_search_finds_a_work_by_a_reference_to_it(name: str) -> None:
    text = "Invented AB. An invented trial of an inwented block. Invent J Pain. 2021;7:417-29"
    (found,) = found_by(name, Question(name, "citation:a", FIELDS, text), FULL)
    works = [*found.ids, *(record.id for record in found.records)]
    assert works[0] in ("pmid:101", "doi:10.5555/invented.101")


def found_by(name: str, question: Question, *works: Work) -> tuple[Candidates, ...]:
    with loopback(*works) as service, Http(service.services) as http:
        ((request, answer),) = http.answers(SOURCES[name].requests([question], service.services))
        assert isinstance(answer, Answer)
        return SOURCES[name].parse(request, answer).candidates


def test_all_calls_to_ncbi_share_a_limit_and_so_do_crossrefs_lists_and_searches() -> None:
    with loopback(FULL, limited=True) as service:
        base = service.services.pubmed
        calls = [
            lambda: requests.post(f"{base}/efetch.fcgi", data={"db": "pubmed", "id": "101"}, timeout=5),
            lambda: requests.get(f"{base}/esearch.fcgi", params={"db": "pubmed", "term": "trial"}, timeout=5),
            lambda: requests.get(f"{base}/ecitmatch.cgi", params={"db": "pubmed", "retmode": "xml"}, timeout=5),
        ]
        ncbi = [call().status_code for call in (*calls, *calls[:1])]
        works = f"{service.services.crossref}/works"
        listed = [
            requests.get(works, params=params, timeout=5).status_code
            for params in ({"filter": "doi:10.5555/invented.101"}, {"query.bibliographic": "trial"})
        ]
    assert (ncbi, listed) == ([200, 200, 200, 429], [200, 429])


def test_nobody_is_asked_too_fast_when_all_searches_and_look_ups_run_at_once() -> None:
    searches = [Question(name, f"citation:{place}", FIELDS, FIELDS.title) for name in SEARCHES for place in range(2)]
    look_ups = [Question("pubmed", "pmid:101"), *(Question("crossref", f"doi:10.5555/{place}") for place in range(3))]
    with loopback(FULL, limited=True) as service, Http(service.services) as http:
        asked = [
            request
            for name, source in SOURCES.items()
            for request in source.requests(
                [one for one in (*searches, *look_ups) if one.source == name], service.services
            )
        ]
        answers = [answer for _, answer in http.answers(asked)]
        assert (service.refused, [one for one in answers if isinstance(one, SourceError)]) == ({}, [])


def cited(record: Record) -> Fields:
    """What a reference says of a work, with one word of its title misspelt and the year of its print."""
    words = record.fields.title.split()
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    words[longest] = words[longest][:-1] + "x"
    return Fields(
        title=" ".join(words),
        author=record.fields.author[:1],
        container_title=record.fields.container_title_short,
        issued=record.fields.issued,
        volume=record.fields.volume,
        page=record.fields.page,
    )


def test_real_works_are_found_by_references_to_them(shared: Path) -> None:
    known = catalogue.read([shared / "recorded/pubmed-xml/fatcat_pubmedsample_2019.xml"])
    with loopback(**known.options) as service, Http(service.services) as http:
        look_up = [Question("pubmed", f"pmid:{pmid}") for pmid in known.articles]
        ((request, answer),) = http.answers(SOURCES["pubmed"].requests(look_up, service.services))
        assert isinstance(answer, Answer)
        fields = {f"citation:{one.ids.pmid}": cited(one) for one in SOURCES["pubmed"].parse(request, answer).records}
        shares = {}
        for name in ("ecitmatch", "pubmed-search"):
            source = SEARCHES[name]
            asked = [Question(name, key, one) for key, one in fields.items() if source.askable(one, "")]
            found = [
                one
                for request in source.requests(asked, service.services)
                for one in source.parse(
                    request, answered(service, request.url, request.params, request.form)
                ).candidates
            ]
            right = sum(f"pmid:{one.name.partition(':')[2]}" in one.ids for one in found)
            shares[name] = (len(asked) / len(fields), right / len(asked))
    assert min(share for pair in shares.values() for share in pair) > 0.97, shares


def answered(service: Loopback, url: str, params: object, form: object) -> Answer:
    """The answer of a service, without the waits that are due between calls to the real one."""
    method = "POST" if form else "GET"
    answer = requests.request(method, url, params=params, data=form, timeout=5)  # type: ignore[arg-type]
    return Answer(answer.status_code, answer.content)
