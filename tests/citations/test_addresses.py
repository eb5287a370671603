"""Addresses of PubMed and PMC pages."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids, written


@pytest.mark.parametrize(
    "address",
    [
        "https://pubmed.ncbi.nlm.nih.gov/29656623/",
        "https://pubmed.ncbi.nlm.nih.gov/?term=29656623",
        "https://www.ncbi.nlm.nih.gov/pubmed/29656623",
        "http://www.ncbi.nlm.nih.gov/pubmed/?term=29656623%5Buid%5D",
        "https://www.ncbi.nlm.nih.gov/m/pubmed/29656623/",
        "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=29656623",
        "https://europepmc.org/article/MED/29656623",
        "pubmed.ncbi.nlm.nih.gov/29656623",
        "https://www.ncbi.nlm.nih.gov/pubmed?term=29656623",
        "https://www.ncbi.nlm.nih.gov/pubmed?cmd=search&term=29656623",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/29656623/",
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=29656623",
    ],
)
def test_a_pubmed_address_names_its_pmid(address: str) -> None:
    (citation,) = cited(f"See {address} now.")
    assert (citation.form, citation.raw, citation.ids.keys()) == ("pmid-url", address, ("pmid:29656623",))


@pytest.mark.parametrize(
    "address",
    [
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5944640/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5944640/",
        "https://europepmc.org/article/PMC/PMC5944640",
        "http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=5944640",
    ],
)
def test_a_pmc_address_names_its_pmcid(address: str) -> None:
    assert ids(f"See {address} now.") == [("pmcid:PMC5944640",)]


def test_a_pubmed_address_with_too_many_digits_is_malformed() -> None:
    assert written("https://pubmed.ncbi.nlm.nih.gov/123456789012/") == [
        ("malformed", "https://pubmed.ncbi.nlm.nih.gov/123456789012/")
    ]


def test_other_addresses_with_numbers_name_nothing() -> None:
    assert written("https://example.org/med/29656623 https://example.org/artid=29656623") == []


@pytest.mark.parametrize("comma", [",", "%2C"])
def test_an_address_with_several_pmids_names_each(comma: str) -> None:
    address = f"http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?db=PubMed&list_uids=29656623{comma}13462591&dopt=x"
    assert ids(f"See {address} now.") == [("pmid:29656623",), ("pmid:13462591",)]
