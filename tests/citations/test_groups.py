"""Which identifiers name one work. References and identifiers are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids

REFERENCE = "Quimby A, Orlov B. Invented title of the nerve. J Invent. 2019;1(2):3-4."
DOI = "doi:10.5555/invented.1"
PMID = "pmid:90000003"


def apart(text: str, path: str = "a.txt") -> bool:
    """Whether the DOI and the PMID are two citations."""
    return ids(text, path) == [(DOI,), (PMID,)]


@pytest.mark.parametrize(
    "text",
    [
        "(PMID: 90000003, doi:10.5555/invented.1)",
        "PMID: 90000003 (https://doi.org/10.5555/invented.1)",
        "(https://doi.org/10.5555/invented.1, https://pubmed.ncbi.nlm.nih.gov/90000003/)",
        "doi:10.5555/invented.1.PMID: 90000003",
        "[DOI](https://doi.org/10.5555/invented.1) [PubMed](https://pubmed.ncbi.nlm.nih.gov/90000003/)",
        "[Quimby](https://doi.org/10.5555/invented.1) (PMID: 90000003)",
    ],
)
def test_a_run_of_identifiers_is_one_citation(text: str) -> None:
    assert ids(f"So it is {text} there.", "a.md") == [(PMID, DOI)]


@pytest.mark.parametrize(
    "text",
    [
        "https://doi.org/10.5555/invented.1\nhttps://pubmed.ncbi.nlm.nih.gov/90000003/",
        "doi:10.5555/invented.1,\nPMID: 90000003",
        "- https://doi.org/10.5555/invented.1\n- https://pubmed.ncbi.nlm.nih.gov/90000003/",
        "References\n\nhttps://doi.org/10.5555/invented.1\nhttps://pubmed.ncbi.nlm.nih.gov/90000003/",
        "See https://doi.org/10.5555/invented.1, https://pubmed.ncbi.nlm.nih.gov/90000003/.",
        "The first is https://doi.org/10.5555/invented.1. PMID: 90000003 is the other one.",
        "It is old (doi:10.5555/invented.1) (PMID: 90000003).",
    ],
)
def test_identifiers_of_two_lines_sentences_or_brackets_are_two_citations(text: str) -> None:
    assert apart(text)


def test_trials_books_and_preprints_stay_alone_in_prose() -> None:
    assert ids("So (NCT01234567, arXiv:2101.00001, ISBN 978-3-16-148410-0, PMID: 90000003).") == [
        ("nct:NCT01234567",),
        ("arxiv:2101.00001",),
        ("isbn:9783161484100",),
        (PMID,),
    ]


def test_trials_and_preprints_of_a_reference_belong_to_it() -> None:
    assert ids(f"1. {REFERENCE} arXiv:2101.00001; NCT01234567.") == [("arxiv:2101.00001", "nct:NCT01234567")]


@pytest.mark.parametrize(
    "text", ["10.5555/invented.1", "https://doi.org/10.5555/invented.1", "DOI:10.5555/invented.1."]
)
def test_a_link_whose_text_is_its_target_is_one_citation(text: str) -> None:
    assert ids(f"See [{text}](https://doi.org/10.5555/invented.1) there.", "a.md") == [(DOI,)]


@pytest.mark.parametrize(
    "line",
    [
        "The other study is PMID: 90000003, which we trust.",
        "See also PMID: 90000003.",
        "However, PMID: 90000003 says no.",
    ],
)
@pytest.mark.parametrize("label", ["", "2. ", "• "])
def test_prose_below_a_complete_reference_is_not_part_of_it(label: str, line: str) -> None:
    text = f"{label}{REFERENCE} {DOI}."
    assert apart(f"{text}\n{line}\n")
    assert cited(f"{text}\n{line}\n")[0].raw == f"{REFERENCE} {DOI}."


def test_prose_below_a_reference_without_identifiers_is_not_part_of_it() -> None:
    assert ids(f"1. {REFERENCE}\nThe other study is PMID: 90000003.\n") == [(), (PMID,)]


def test_an_identifier_in_prose_inside_an_entry_is_a_citation_of_its_own() -> None:
    assert apart(f"1. {REFERENCE} {DOI}. The other study is PMID: 90000003.")
    assert apart(f"1. {REFERENCE} {DOI}.\n   The other study is PMID: 90000003.")


@pytest.mark.parametrize(
    "tail",
    [
        "Epub 2019\nMar 28. PMID: 90000003.",
        "\nPMID: 90000003. Available\nfrom: https://example.org/3",
        "\nErratum in the same journal. PMID: 90000003.",
        "Online ahead of\nprint. PMID: 90000003.",
    ],
)
def test_a_reference_wrapped_without_indentation_stays_whole(tail: str) -> None:
    head = REFERENCE.replace(" of the ", " of\nthe ").replace(" J Invent", "\nJ Invent")
    assert ids(f"1. {head} {DOI}. {tail}\n2. {REFERENCE}") == [(PMID, DOI), ()]


def test_what_stands_beside_the_identifier_of_another_work_belongs_to_that_work() -> None:
    assert ids(f"1. {REFERENCE} PMID: 90000003. Comment in PMID: 90000004; PMCID: PMC123456.") == [
        (PMID,),
        ("pmid:90000004", "pmcid:PMC123456"),
    ]
