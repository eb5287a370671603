"""Identifiers that stand only in what a link leads to. The pages are invented."""

from __future__ import annotations

import json

import pytest

from cluneal_lit.model import Place
from tests.citations.found import cited, ids, written

PUBMED = "https://pubmed.ncbi.nlm.nih.gov/29656623/"
PMC = "https://pmc.ncbi.nlm.nih.gov/articles/PMC5944640/"
DOI = "https://doi.org/10.14245/ns.1836024.012"
PARTS = ("pmid:29656623", "doi:10.14245/ns.1836024.012", "pmcid:PMC5944640")


def test_a_work_behind_a_word_is_found_where_the_word_stands() -> None:
    (found,) = cited(f"<h2>Nerves</h2>\n<p>One review (<a href='{PUBMED}'>PubMed</a>) says so. Not all.", "a.html")
    assert (found.form, found.ids.keys(), found.raw) == ("pmid-url", PARTS[:1], PUBMED)
    assert (found.place, found.end - found.start) == (Place(2, 68), len("PubMed"))
    assert found.sentence == "One review (PubMed) says so."


def test_two_links_of_one_text_are_two_citations() -> None:
    found = cited(f"<p><a href='{PUBMED}'>PubMed</a><p><a href='{DOI}'>PubMed</a>", "a.html")
    assert len({citation.id for citation in found}) == 2


@pytest.mark.parametrize(
    "source",
    [
        f"(<a href='{PUBMED}'>PubMed</a>, <a href='{DOI}'>doi</a>; <a href='{PMC}'>Free article</a>)",
        f"<a href='{PUBMED}'>PubMed</a> | <a href='{DOI}'>View at Publisher</a> | <a href='{PMC}'>PMC</a>",
        f"<a href='{DOI}'>PMID: 29656623</a> {PMC.replace('https://', 'PMC ')}",
    ],
)
def test_links_beside_one_another_name_one_work(source: str) -> None:
    assert ids(f"<p>Isu says so {source}.", "a.html") == [PARTS]


def test_what_the_text_of_a_link_says_is_found_once() -> None:
    source = f"<p>See <a href='{DOI}'>doi:10.14245/ns.1836024.012</a> and <a href='{PUBMED}'>{PUBMED}</a>."
    assert [citation.raw for citation in cited(source, "a.html")] == ["doi:10.14245/ns.1836024.012", PUBMED]


def test_a_link_that_leads_elsewhere_than_its_text_says_is_found_besides() -> None:
    source = f"<p>See <a href='{DOI}'>doi:10.1000/other</a>."
    assert ids(source, "a.html") == [("doi:10.1000/other",), ("doi:10.14245/ns.1836024.012",)]


def test_links_in_a_reference_name_its_work() -> None:
    entry = "Isu T, Kim K. <a href='{}'>Superior cluneal nerve entrapment</a>. Journal of the spine. 2018;15:25-32. {}"
    source = f"<ol><li>{entry.format(DOI, f'<a href={PUBMED}>PubMed</a>')}</ol>"
    (found,) = cited(source, "a.html")
    assert (found.form, found.number, found.ids.keys()) == ("reference", 1, PARTS[:2])
    assert found.raw == ("Isu T, Kim K. Superior cluneal nerve entrapment. Journal of the spine. 2018;15:25-32. PubMed")


def test_a_linked_reference_is_one_citation() -> None:
    source = f"<p><a href='{DOI}'>1. Isu T, Kim K. Cluneal nerve entrapment. Neurospine. 2018;15:25-32.</a>"
    assert [(one.form, one.ids.keys()) for one in cited(source, "a.html")] == [("reference", PARTS[1:2])]


def test_pubmed_s_own_relative_links_are_read() -> None:
    assert ids("<a href='/pubmed/29656623'>a</a> b <a href='/pmc/articles/PMC5944640/'>c</a>", "a.html") == [
        PARTS[:1],
        PARTS[2:],
    ]


@pytest.mark.parametrize(
    "source",
    [
        f"<a href='mailto:a@example.org?body={DOI}'>Tell a friend</a>",
        "<a href='#10.1000/xyz'>Note</a>",
        "<a href='javascript:go(\"10.1000/xyz\")'>Go</a>",
        f"<del><a href='{DOI}'>gone</a></del><code><a href='{DOI}'>code</a></code>",
        f"<p hidden><a href='{DOI}'>hidden</a></p>",
    ],
)
def test_what_leads_to_no_work_cites_none(source: str) -> None:
    assert written(f"<p>a {source}", "a.html") == []


def test_a_picture_that_links_to_a_work_cites_it() -> None:
    assert ids(f"<p>a</p><a href='{DOI}'><img src=x></a>", "a.html") == [PARTS[1:2]]


def test_markdown_says_its_links_in_its_text() -> None:
    assert written(f"See [PubMed]({PUBMED}).", "a.md") == [("pmid-url", PUBMED)]


COCHRANE = "https://doi.org/10.1002/14651858.CD001256.pub2"


@pytest.mark.parametrize(
    "source",
    [
        f"<a href='{COCHRANE}'>https://doi.org/10.1002/14651858</a>.",
        f"<a href='{COCHRANE}'>https://doi.org/10.1002/14651858.</a><br><a href='{COCHRANE}'>CD001256.pub2</a>",
        f"<a href='{COCHRANE}'>https://doi.org/10.1002/...</a>.",
        f"<a href='{COCHRANE}'>doi:10.1002/14651858.CD0...</a>.",
    ],
)
def test_where_a_links_text_shows_the_beginning_of_a_doi_its_target_has_all_of_it(source: str) -> None:
    found = cited(f"<p>See {source}", "a.html")
    assert [(one.ids.keys(), one.malformed) for one in found] == [(("doi:10.1002/14651858.cd001256.pub2",), ())]


@pytest.mark.parametrize("target", ["https://pubmed.ncbi.nlm.nih.gov/123456789", "https://doi.org/10.1016/"])
def test_a_link_that_leads_to_no_work_is_malformed(target: str) -> None:
    (found,) = cited(f"<p>See <a href='{target}'>this review</a>.", "a.html")
    assert (found.form, found.malformed, found.ids.keys()) == ("malformed", (target,), ())


def test_links_to_pages_of_two_works_are_two_citations() -> None:
    links = "<a href='https://europepmc.org/article/MED/29656623'>A</a>, <a href='https://europepmc.org/abstract/PMC/PMC1'>B</a>"
    assert ids(f"<p>See {links}.", "a.html") == [("pmid:29656623",), ("pmcid:PMC1",)]


def test_the_identifiers_of_one_address_keep_their_order() -> None:
    link = "<a href='https://www.ncbi.nlm.nih.gov/pubmed/12345,23456'>two</a>"
    assert ids(f"<p>See {link}.", "a.html") == [("pmid:12345",), ("pmid:23456",)]


@pytest.mark.parametrize("source", ["See [the guide][1] here.\n\nMore.\n\n[1]: {}\n", "See [the guide]({}) here.\n"])
@pytest.mark.parametrize("path", ["a.md", "a.ipynb"])
def test_a_link_in_markdown_is_one_citation_where_it_stands(source: str, path: str) -> None:
    written = source.format(DOI)
    cells = json.dumps({"cells": [{"cell_type": "markdown", "source": written}]})
    (found,) = cited(written if path == "a.md" else cells, path)
    assert (found.ids.keys(), found.place.line, found.raw) == (PARTS[1:2], 1, DOI)
    assert found.sentence.startswith("See [the guide]")
