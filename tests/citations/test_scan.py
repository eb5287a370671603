"""What belongs together is one citation; every citation knows its place. The texts are invented."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.folding import one_line
from cluneal_lit.model import Citation, Ids, Place
from tests.citations.found import cited, ids, written


def test_a_citation_is_whole() -> None:
    (citation,) = cited("One.\nAs Isu says (PMID: 29656623), it hurts. Two.", "docs/a.txt")
    assert citation == Citation(
        id=hashlib.sha256(b"docs/a.txt\0pmid 29656623").hexdigest()[:12],
        document="docs/a.txt",
        place=Place(2, 14),
        start=18,
        end=32,
        raw="PMID: 29656623",
        form="pmid",
        ids=Ids(pmid="29656623"),
        sentence="As Isu says (PMID: 29656623), it hurts.",
    )


def test_a_line_inserted_above_changes_no_id() -> None:
    assert [citation.id for citation in cited("PMID: 1")] == [citation.id for citation in cited("New line.\n\nPMID: 1")]


def test_two_pmids_of_a_sentence_are_two_citations() -> None:
    assert ids("Both (PMID: 29656623; PMID: 13462591) agree.") == [("pmid:29656623",), ("pmid:13462591",)]


def test_identifiers_of_different_kinds_side_by_side_are_one_citation() -> None:
    assert ids("So (PMID: 29656623, PMC5944640; doi:10.14245/ns.1836024.012).") == [
        ("pmid:29656623", "doi:10.14245/ns.1836024.012", "pmcid:PMC5944640")
    ]


def test_identifiers_with_words_between_them_are_two_citations() -> None:
    assert ids("See PMID: 29656623 and then also PMC5476578.") == [("pmid:29656623",), ("pmcid:PMC5476578",)]


def test_text_and_target_of_a_link_are_one_citation() -> None:
    assert ids("[PMID: 29656623](https://pubmed.ncbi.nlm.nih.gov/29656623/)", "a.md") == [("pmid:29656623",)]


def test_code_and_comments_cite_nothing() -> None:
    assert written("`PMID: 1` <!-- PMID: 2 -->\n\n```\nPMID: 3\n```\n", "a.md") == []


def test_number_rich_prose_cites_nothing() -> None:
    text = (
        "Price list 2026: item 29656623 costs 10.1500 EUR, 12 pieces (12) 120.00; order 4711/2025.\n"
        "Tel. 030 1234567-89, fax (030) 1234568; IBAN DE02 1203 0000 0000 2020 51; 10.1.2026/15:30 h.\n"
        "2026-11-20 19:00:01,123 [4242] INFO 10.0.0.1 GET /articles/29656623?page=12 200 15(1) 22:10\n"
        "Blood pressure 120/80 (110-130), n = 834 (45.2%), p < 0.05, 95% CI 1.2-3.4; 5 mg (2-10).\n"
    )
    assert written(text) == []


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6)
FRAGMENTS = st.sampled_from(
    (
        "PMID: |29656623|; |PMCID: PMC|5944640|doi:|10.1016/|j.x(05)|https://doi.org/|\n|\n\n|• |1. |[1]| (2)|.|ISBN "
        "|978-|Isu T, |Kim K. |Title of it. |Spine. |2018;15(1):25-32.|[@|isu2018|]|`|*|^1^|arXiv:|1806.05726|İ|ß|NCT"
    ).split("|")
)


@given(st.lists(st.one_of(FRAGMENTS, TEXTS), max_size=40).map("".join), st.sampled_from(["a.md", "a.txt"]))
def test_scan_never_raises_and_places_are_exact(text: str, path: str) -> None:
    document = read(path, f"x{text}".encode())
    found = scan(document)
    assert all(citation.raw == one_line(document.text[citation.start : citation.end]) for citation in found)
    assert all(citation.place == document.place(citation.start) for citation in found)
    assert [citation.start for citation in found] == sorted(citation.start for citation in found)
    assert all(0 < citation.confidence <= 1 and "\n" not in citation.sentence for citation in found)
    assert all(
        citation.ids or citation.form in ("reference", "marker", "key") or citation.malformed for citation in found
    )
