"""The loopback services against recorded answers of the real ones, so that they do not drift into fiction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from lxml import etree

from cluneal_lit.http import Http
from cluneal_lit.model import (
    Answer,
    Date,
    Dates,
    Fields,
    Ids,
    Journal,
    Link,
    Name,
    Pages,
    Question,
    Record,
    Relation,
    Reply,
    Section,
    State,
    Subject,
)
from cluneal_lit.sources import SOURCES
from tests.services import Loopback, Notice, Work, loopback
from tests.services.crossref import RATE_LIMITED
from tests.services.works import article, attributes, message
from tests.sources.recorded import crossref_works

FULL = Work(
    title="An invented trial of an invented block",
    pmid="101",
    doi="10.5555/Invented.101",
    pmcid="PMC101",
    authors=("Invented, Ann Bea", "The Invented Group"),
    journal="Invented journal of pain",
    journal_short="Invent J Pain",
    issn="1234-5678",
    year=2020,
    month=3,
    day=12,
    volume="7",
    issue="2",
    pages="417-29",
    abstract="Nothing here is real.",
    types=("Journal Article", "Randomized Controlled Trial"),
    mesh=("*Nerve Block/methods", "Humans"),
    notices=(Notice("Retraction", pmid="102", doi="10.5555/invented.102", date=(2021, 4, 5)),),
)
NOTICE = Work(
    title="Retraction of an invented trial",
    pmid="102",
    doi="10.5555/invented.102",
    journal="Invented journal of pain",
    notices=(Notice("Retraction", pmid="101", doi="10.5555/invented.101", direction="of"),),
)
DAY = Date(date_parts=((2020, 3, 12),))


def reply(service: Loopback, source: str, *ids: str) -> Reply:
    asked = SOURCES[source].requests([Question(source, name) for name in ids], service.services)
    with Http(service.services) as http:
        ((request, answer),) = http.answers(asked)
    assert isinstance(answer, Answer)
    return SOURCES[source].parse(request, answer)


def test_pubmed_tells_all_facts_of_a_work() -> None:
    with loopback(FULL) as service:
        (record,) = reply(service, "pubmed", "pmid:101").records
    assert record == Record(
        format=1,
        source="pubmed",
        id="pmid:101",
        ids=Ids(pmid="101", pmcid="PMC101", doi="10.5555/invented.101"),
        fields=Fields(
            type="article-journal",
            title="An invented trial of an invented block",
            author=(Name("Invented", "Ann Bea"), Name(literal="The Invented Group")),
            container_title="Invented journal of pain",
            container_title_short="Invent J Pain",
            issued=DAY,
            volume="7",
            issue="2",
            page="417-429",
            language="en",
        ),
        dates=Dates(print=DAY),
        pages=Pages("417-29", "417", "429"),
        issn=("1234-5678",),
        journal=Journal(abbreviation="Invent J Pain", issn_electronic="1234-5678"),
        types=("Journal Article", "Randomized Controlled Trial", "Retracted Publication"),
        mesh=(Subject("Nerve Block", ("methods",), major=True), Subject("Humans")),
        abstract=(Section("Nothing here is real."),),
        relations=(
            Relation(
                "retraction",
                "in",
                Ids(pmid="102", doi="10.5555/invented.102"),
                Date(date_parts=((2021, 4, 5),)),
                text="Invent J Pain. 2021 Apr 5;1(1):1. doi: 10.5555/invented.102.",
            ),
        ),
        status="retracted",
        state=State("MEDLINE", publication="ppublish", model="Print", medium="Internet"),
    )


def test_crossref_tells_all_facts_of_a_work() -> None:
    with loopback(FULL) as service:
        (record,) = reply(service, "crossref", "doi:10.5555/invented.101").records
    assert record == Record(
        format=1,
        source="crossref",
        id="doi:10.5555/invented.101",
        ids=Ids(doi="10.5555/invented.101"),
        fields=Fields(
            type="article-journal",
            title="An invented trial of an invented block",
            author=(Name("Invented", "Ann Bea"), Name(literal="The Invented Group")),
            container_title="Invented journal of pain",
            container_title_short="Invent J Pain",
            publisher="An invented publisher",
            issued=DAY,
            volume="7",
            issue="2",
            page="417-429",
            language="en",
        ),
        dates=Dates(print=DAY),
        pages=Pages("417-29", "417", "429"),
        issn=("1234-5678",),
        types=("journal-article",),
        abstract=(Section("Nothing here is real."),),
        relations=(
            Relation(
                "retraction", "in", Ids(doi="10.5555/invented.102"), Date(date_parts=((2021, 4, 5),)), "publisher"
            ),
        ),
    )


def test_what_the_services_lack_is_absent_as_the_real_ones_say_it() -> None:
    with loopback(FULL, merged={"9": "101"}, agencies={"10.5555/elsewhere": "DataCite"}) as service:
        found = (
            reply(service, "pubmed", "pmid:1"),
            reply(service, "crossref", "doi:10.5555/none"),
            reply(service, "agency", "doi:10.5555/none", "doi:10.5555/elsewhere"),
            reply(service, "pubmed", "pmid:9").links,
        )
    assert found == (
        Reply(absent=("pmid:1",)),
        Reply(absent=("doi:10.5555/none",)),
        Reply(links=(("doi:10.5555/elsewhere", "DataCite"),), absent=("doi:10.5555/none",)),
        (("pmid:9", "pmid:101"),),
    )


def test_articles_and_messages_are_given_out_as_they_are() -> None:
    xml = "<PubmedArticle><MedlineCitation><PMID>5</PMID><Article/></MedlineCitation></PubmedArticle>"
    with loopback(articles={"5": xml}, messages={"10.5555/5": {"DOI": "10.5555/5", "title": ["T"]}}) as service:
        records = (*reply(service, "pubmed", "pmid:5").records, *reply(service, "crossref", "doi:10.5555/5").records)
    assert [(record.id, record.fields.title) for record in records] == [("pmid:5", ""), ("doi:10.5555/5", "T")]


PREPRINT = Work(
    title="An invented preprint",
    doi="10.48550/arXiv.2101.00001",
    authors=("Invented, Ann Bea", "The Invented Group"),
    year=2021,
    month=1,
    day=2,
    abstract="Nothing here is real.",
    types=("Preprint",),
    agency="DataCite",
)


def test_datacite_tells_all_facts_of_a_work() -> None:
    with loopback(PREPRINT, FULL) as service:
        (record,) = reply(service, "datacite", "doi:10.48550/arxiv.2101.00001").records
    assert record == Record(
        format=1,
        source="datacite",
        id="doi:10.48550/arxiv.2101.00001",
        ids=Ids(doi="10.48550/arxiv.2101.00001", arxiv="2101.00001"),
        fields=Fields(
            type="article",
            title="An invented preprint",
            author=(Name("Invented", "Ann Bea"), Name(literal="The Invented Group")),
            publisher="An invented repository",
            issued=Date(date_parts=((2021, 1, 2),)),
        ),
        types=("Preprint",),
        abstract=(Section("Nothing here is real."),),
        links=(Link("https://repository.invalid/10.48550/arxiv.2101.00001"),),
    )


def test_the_id_converter_knows_the_pmcids_of_works_and_articles() -> None:
    xml = etree.tostring(article(FULL), encoding="unicode")
    for options in ({}, {"articles": {"101": xml}}):
        with loopback(*(() if options else (FULL,)), **options) as service:
            found = reply(service, "idconv", "pmcid:PMC101", "pmcid:PMC7")
        ids = Ids(pmid="101", pmcid="PMC101", doi="10.5555/invented.101")
        assert ([one.ids for one in found.records], found.absent) == ([ids], ("pmcid:PMC7",))


def test_the_list_of_deleted_pmids_is_packed_and_has_them() -> None:
    with loopback(deleted=("7", "8")) as service:
        assert reply(service, "deleted", "pmid:7", "pmid:9") == Reply(deleted=("pmid:7",), absent=("pmid:9",))


def test_a_list_of_crossrefs_tells_what_look_ups_tell() -> None:
    other = Work("Another invented work", doi="10.5555/other")
    with loopback(FULL, other) as service:
        listed = reply(service, "crossref", "doi:10.5555/invented.101", "doi:10.5555/other", "doi:10.5555/none")
        alone = [reply(service, "crossref", name) for name in ("doi:10.5555/invented.101", "doi:10.5555/other")]
    assert listed.records == tuple(record for one in alone for record in one.records)
    assert listed.unclear == ("doi:10.5555/none",)


def test_without_rows_a_list_ends_after_twenty_and_datacites_after_twenty_five() -> None:
    works = [Work(f"Invented {n}", doi=f"10.5555/{n}", agency=("Crossref", "DataCite")[n % 2]) for n in range(60)]
    with loopback(*works) as service:
        names = {agency: [work.doi for work in works if work.agency == agency] for agency in ("Crossref", "DataCite")}
        crossref = requests.get(
            f"{service.services.crossref}/works",
            params={"filter": ",".join(f"doi:{doi}" for doi in names["Crossref"])},
            timeout=5,
        ).json()
        datacite = requests.get(
            f"{service.services.datacite}/dois", params={"ids": ",".join(names["DataCite"])}, timeout=5
        ).json()
    assert (len(crossref["message"]["items"]), len(datacite["data"])) == (20, 25)


@pytest.mark.parametrize("field", ["language", "subtype", "edition-number", "published-other"])
def test_a_list_refuses_to_select_what_crossref_does_not_let_select(field: str) -> None:
    with loopback(FULL) as service:
        params = {"filter": "doi:10.5555/invented.101", "select": f"DOI,{field}"}
        answer = requests.get(f"{service.services.crossref}/works", params=params, timeout=5)
    assert (answer.status_code, answer.json()["status"]) == (400, "failed")


def test_a_list_selects_nothing_so_that_all_is_read_that_a_look_up_tells() -> None:
    with loopback(FULL) as service:
        reply(service, "crossref", "doi:10.5555/invented.101", "doi:10.5555/none")
        (asked,) = service.asked("crossref")
    assert sorted(asked.params) == ["filter", "rows"]


def test_datacite_uses_only_keys_that_datacite_uses(shared: Path) -> None:
    real: set[str] = set()
    for path in (shared / "recorded/datacite").iterdir():
        text = path.read_text("utf-8")
        for one in text.splitlines() if path.suffix == ".jsonl" else [text]:
            real.update(key.split("/attributes")[-1] for key in keys(json.loads(one)))
    ours = {key for work in (PREPRINT, FULL) for key in keys(attributes(work))}
    assert ours - real == set()


def test_the_id_converter_uses_only_keys_that_it_documents_or_used(shared: Path) -> None:
    with loopback(FULL) as service:
        params = {"ids": "PMC101,PMC7", "idtype": "pmcid", "format": "json"}
        told = requests.get(f"{service.services.idconv}/articles/", params=params, timeout=5).json()
    real = {key for path in (shared / "recorded/idconv").iterdir() for key in keys(json.loads(path.read_bytes()))}
    documented = {"/records[]/requested-id", "/request/ids", "/request/idtype", "/request/format"}
    assert set(keys(told)) - real - documented == set()


def paths(element: etree._Element, above: str = "") -> Iterator[str]:
    here = f"{above}/{element.tag}"
    yield here
    yield from (f"{here}@{name}" for name in element.attrib)
    for child in element.iterchildren(tag=etree.Element):
        yield from paths(child, here)


def test_efetch_uses_only_elements_that_pubmed_uses(shared: Path) -> None:
    real: set[str] = set()
    for path in (shared / "recorded/pubmed-xml").iterdir():
        for found in etree.parse(path).iter("PubmedArticle"):
            real.update(paths(found))
    assert {path for work in (FULL, NOTICE) for path in paths(article(work))} - real == set()


def keys(value: object, above: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{above}/{key}"
            yield from keys(inner, f"{above}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, f"{above}[]")


def test_works_use_only_keys_that_crossref_uses(shared: Path) -> None:
    files = sorted((shared / "recorded/crossref").iterdir())
    real = {key for path in files for work in crossref_works(path) for key in keys(work)}
    assert {key for work in (FULL, NOTICE) for key in keys(message(work))} - real == set()


def test_the_bodies_of_429_are_the_real_ones(shared: Path) -> None:
    quoted = json.loads((shared / "recorded/cassettes/quoted_error_bodies.json").read_text("utf-8"))
    with loopback(limited=True) as service:
        for _ in range(6):
            ncbi = requests.post(f"{service.services.pubmed}/efetch.fcgi", data={"db": "pubmed", "id": "1"}, timeout=5)
    assert (ncbi.status_code, ncbi.json(), RATE_LIMITED.decode()) == (
        429,
        json.loads(quoted["ncbi_429"]["body"]),
        quoted["crossref_429"]["body"],
    )


@pytest.mark.parametrize("service", ["crossref", "datacite", "idconv"])
def test_who_asks_too_fast_is_refused(service: str) -> None:
    with loopback(limited=True) as running:
        address = {
            "crossref": f"{running.services.crossref}/works?filter=doi:10.5555/1",
            "datacite": f"{running.services.datacite}/dois/10.5555/1",
            "idconv": f"{running.services.idconv}/articles/?ids=PMC1",
        }[service]
        times = {"crossref": 2, "datacite": 501, "idconv": 4}[service]
        with requests.Session() as session:
            found = [session.get(address, timeout=5).status_code for _ in range(times)]
    assert (429 in found[:-1], found[-1]) == (False, 429)


@pytest.mark.parametrize(
    ("path", "email", "limits"),
    [
        ("/works/10.5555%2Finvented.101", "", ("5", "1s", "1", "public-single")),
        ("/works/10.5555%2Finvented.101", "a@lab.example", ("10", "1s", "3", "polite-single")),
        ("/works", "", ("1", "1s", "1", "public-array")),
        ("/works", "a@lab.example", ("3", "1s", "3", "polite-array")),
    ],
)
def test_crossref_states_the_limits_of_its_pools_and_kinds(path: str, email: str, limits: tuple[str, ...]) -> None:
    with loopback(FULL) as service:
        url = f"{service.services.crossref}{path}"
        found = requests.get(url, params={"mailto": email} if email else None, timeout=5).headers
    names = ("x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit", "x-api-pool")
    assert tuple(found[name] for name in names) == limits
