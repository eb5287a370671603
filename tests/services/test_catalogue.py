"""Catalogue files as the services' answers. Every work here is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from cluneal_lit.model import Date, Dates, Fields, Ids, Journal, Name, Pages, Record, Relation, Section, State
from tests.services import Work, loopback
from tests.services.catalogue import Catalogue, CatalogueError, read
from tests.services.test_services import FULL, reply
from tests.services.works import article, article_set, message

ARTICLE = {
    "id": "invented2020",
    "type": "article-journal",
    "title": "An invented trial of an invented block.",
    "author": [
        {"family": "Berg", "given": "Ann Bea", "non-dropping-particle": "van den", "suffix": "Jr"},
        {"family": "Mononym"},
        {"literal": "The Invented, Group"},
    ],
    "container-title": "Invented journal of pain",
    "container-title-short": "Invent J Pain",
    "publisher": "Invented House",
    "issued": {"date-parts": [["2020", 3, 12]]},
    "volume": 7,
    "issue": "2",
    "page": "417-429",
    "language": "de-CH",
    "ISSN": "1234-5678, 8765-4321",
    "PMID": "101",
    "PMCID": "PMC101",
    "DOI": "10.5555/Invented.101",
    "abstract": "Nothing here is real.",
    "updated-by": [{"DOI": "10.5555/invented.102", "type": "new_version", "source": "publisher"}],
}
PREPRINT = {
    "id": "p",
    "type": "article",
    "title": "An invented preprint",
    "DOI": "10.5555/p/v1",
    "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/Invented.101", "asserted-by": "subject"}]},
}


def written(folder: Path, content: object, name: str = "works.json") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return file


def test_csl_becomes_an_article_and_a_message_that_tell_the_same(tmp_path: Path) -> None:
    known = read([written(tmp_path, [ARTICLE])])
    with loopback(articles=known.articles, messages=known.messages) as service:
        (by_pubmed,) = reply(service, "pubmed", "pmid:101").records
        (by_crossref,) = reply(service, "crossref", "doi:10.5555/invented.101").records
    day = Date(date_parts=((2020, 3, 12),))
    said = Fields(
        type="article-journal",
        title="An invented trial of an invented block",
        author=(Name("van den Berg", "Ann Bea", suffix="Jr"), Name("Mononym"), Name(literal="The Invented Group")),
        container_title="Invented journal of pain",
        container_title_short="Invent J Pain",
        issued=day,
        volume="7",
        issue="2",
        page="417-429",
        language="de",
    )
    assert by_pubmed == Record(
        format=1,
        source="pubmed",
        id="pmid:101",
        ids=Ids(pmid="101", pmcid="PMC101", doi="10.5555/invented.101"),
        fields=said,
        dates=Dates(print=day),
        pages=Pages("417-429", "417", "429"),
        issn=("1234-5678",),
        journal=Journal(abbreviation="Invent J Pain", issn_electronic="1234-5678"),
        types=("Journal Article",),
        abstract=(Section("Nothing here is real."),),
        state=State("MEDLINE", publication="ppublish", model="Print", medium="Internet"),
    )
    assert by_crossref == Record(
        format=1,
        source="crossref",
        id="doi:10.5555/invented.101",
        ids=Ids(doi="10.5555/invented.101"),
        fields=replace(said, publisher="Invented House", language="de-CH"),
        dates=Dates(print=day),
        pages=Pages("417-429", "417", "429"),
        issn=("1234-5678",),
        types=("journal-article",),
        abstract=(Section("Nothing here is real."),),
        relations=(Relation("update", "in", Ids(doi="10.5555/invented.102"), source="publisher"),),
    )


def test_a_preprint_keeps_its_type_and_its_paper(tmp_path: Path) -> None:
    known = read([written(tmp_path, PREPRINT)])
    with loopback(messages=known.messages) as service:
        (found,) = reply(service, "crossref", "doi:10.5555/p/v1").records
    assert (found.fields.type, found.types, found.relations) == (
        "article",
        ("posted-content", "preprint"),
        (Relation("preprint", "of", Ids(doi="10.5555/invented.101")),),
    )


@pytest.mark.parametrize(
    "content",
    [
        message(FULL),
        [message(FULL)],
        {"status": "ok", "message-type": "work", "message": message(FULL)},
        {"status": "ok", "message-type": "work-list", "message": {"items": [message(FULL)]}},
    ],
    ids=("message", "array", "answer", "list"),
)
def test_crossref_json_is_given_out_as_it_is(tmp_path: Path, content: object) -> None:
    assert read([written(tmp_path, content)]) == Catalogue({}, {FULL.doi.lower(): message(FULL)})


def test_pubmed_xml_is_given_out_as_it_is(tmp_path: Path) -> None:
    found = read([written(tmp_path, article_set([article(FULL)]), "works.xml")])
    assert found == Catalogue({"101": etree.tostring(article(FULL), encoding="unicode")}, {})


def test_recorded_answers_are_catalogues(tmp_path: Path, shared: Path) -> None:
    recorded = shared / "recorded"
    found = read([recorded / "pubmed-xml/translators_36798302.xml", recorded / "crossref/colrev_10.2196_22081.json"])
    assert (list(found.articles), list(found.messages)) == (["36798302"], ["10.2196/22081"])


def test_a_services_own_form_goes_before_csl_whatever_the_order(tmp_path: Path) -> None:
    xml = written(tmp_path, article_set([article(Work("The article's own title", pmid="101"))]), "works.xml")
    for order in ((xml, written(tmp_path, [ARTICLE])), (written(tmp_path, [ARTICLE]), xml)):
        assert "own title" in read(order).articles["101"]


def test_json_lines_are_works_and_those_without_an_identifier_are_counted(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(one) for one in (ARTICLE, PREPRINT, {"id": "b", "title": "A book without either"}))
    found = read([written(tmp_path, lines.encode(), "works.jsonl")])
    assert (list(found.articles), list(found.messages), found.mute) == (
        ["101"],
        ["10.5555/invented.101", "10.5555/p/v1"],
        1,
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"@article{a, title = {T}}", "is no catalogue; it must be PubMed XML, Crossref JSON or CSL-JSON"),
        (b"\xff\xfe\x00", "is no catalogue; it must be"),
        (b"[1, 2]", "is no catalogue; it must be"),
        (b"{}", "is no catalogue; it must be"),
        (b"", "is no catalogue; it must be"),
        (b'[{"key": "a", "title": "T", "ids": {"pmid": "1"}}]', "is JSON, but no CSL-JSON: its works have no `id`"),
        (b"<html><p>Hello</html>", "is no XML that can be read: "),
        (b"<html/>", "is no PubMed XML: <html> holds no PubmedArticle with a PMID"),
    ],
)
def test_a_file_of_another_kind_is_told_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    file = written(tmp_path, content, "works.bib")
    with pytest.raises(CatalogueError) as told:
        read([file])
    assert str(told.value).startswith(f"{file}: {reason}") and "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="none: cannot be read: no such file or directory"):
        read([tmp_path / "none"])


def test_a_work_of_datacites_and_a_pmcid_alone_are_told_by_those_who_know_them(tmp_path: Path) -> None:
    dataset = {"type": "dataset", "title": "Invented numbers", "DOI": "10.5555/D", "custom": {"agency": "DataCite"}}
    archived = {"type": "article-journal", "title": "Invented", "PMCID": "PMC77", "DOI": "10.5555/archived"}
    known = read([written(tmp_path, [dataset, archived])])
    with loopback(**known.options) as service:
        (told,) = reply(service, "datacite", "doi:10.5555/d").records
        (ids,) = reply(service, "idconv", "pmcid:PMC77").records
        absent = reply(service, "crossref", "doi:10.5555/d").absent
        (link,) = reply(service, "agency", "doi:10.5555/d").links
    assert (told.fields.type, told.fields.title, absent, link) == (
        "dataset",
        "Invented numbers",
        ("doi:10.5555/d",),
        ("doi:10.5555/d", "DataCite"),
    )
    assert (ids.ids, known.mute) == (Ids(pmcid="PMC77", doi="10.5555/archived"), 0)
