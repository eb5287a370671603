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
from tests.services.server import CROSSREF_429
from tests.services.works import article, message
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
    assert (ncbi.status_code, ncbi.json(), CROSSREF_429.decode()) == (
        429,
        json.loads(quoted["ncbi_429"]["body"]),
        quoted["crossref_429"]["body"],
    )


@pytest.mark.parametrize(
    ("email", "limits"),
    [("", ("5", "1s", "1", "public-single")), ("a@lab.example", ("10", "1s", "3", "polite-single"))],
)
def test_crossref_states_the_limits_of_its_pools(email: str, limits: tuple[str, ...]) -> None:
    with loopback(FULL) as service:
        url = f"{service.services.crossref}/works/10.5555%2Finvented.101"
        found = requests.get(url, params={"mailto": email} if email else None, timeout=5).headers
    names = ("x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit", "x-api-pool")
    assert tuple(found[name] for name in names) == limits
