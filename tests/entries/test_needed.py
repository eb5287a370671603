"""What of a store is still needed; every work is invented."""

from __future__ import annotations

from cluneal_lit.entries.needed import needed
from cluneal_lit.model import Asked, Fields, Ids, Record, Relation
from tests.made import fields, record

PAPER = record(doi="10.5555/a", pmcid="PMC1")
AT_CROSSREF = record("crossref", "doi:10.5555/a")
STRANGER = record("pubmed", "pmid:90000002", fields("Another invented work"), doi="10.5555/b")


def lines(*asked: Asked) -> dict[str, Asked]:
    return {line.key: line for line in asked}


def ids(found: frozenset[str]) -> set[str]:
    """The identifiers, without the names of records."""
    return {name for name in found if "/" not in name.partition(":")[0]}


def test_without_a_root_nothing_is_needed() -> None:
    assert needed((), (PAPER, AT_CROSSREF), {}) == frozenset()


def test_a_pmid_leads_to_its_doi_and_nothing_to_a_stranger() -> None:
    found = needed(("pmid:90000001",), (PAPER, AT_CROSSREF, STRANGER), {})
    assert ids(found) == {"pmid:90000001", "doi:10.5555/a", "pmcid:PMC1"}
    assert {PAPER.key, AT_CROSSREF.key} <= found


def test_a_doi_leads_back_to_the_record_that_claims_it() -> None:
    assert PAPER.key in needed(("doi:10.5555/a",), (PAPER, AT_CROSSREF), {})


def test_what_the_id_converter_names_is_reached_through_it() -> None:
    converted = Record(1, "idconv", "pmcid:PMC7", Ids(pmid="90000002", pmcid="PMC7"), Fields())
    assert STRANGER.key in needed(("pmcid:PMC7",), (converted, STRANGER), {})


def test_a_paper_at_arxiv_has_two_names() -> None:
    paper = record("datacite", "doi:10.48550/arxiv.2101.00001")
    assert paper.key in needed(("arxiv:2101.00001",), (paper,), {})


def test_a_name_of_a_library_entry_leads_to_what_it_claims() -> None:
    entry = Record(1, "library", "mine.json#a", Ids(doi="10.5555/b"), Fields())
    assert STRANGER.key in needed((entry.key,), (entry, STRANGER), {})


def test_a_replaced_identifier_leads_to_the_one_it_is_now_and_not_back() -> None:
    merged = lines(Asked("pubmed", "pmid:1", "2026-11-20", "merged-into", "ab", to="pmid:90000001"))
    old = record("pubmed", "pmid:1", doi="10.5555/a")
    assert PAPER.key in needed(("pmid:1",), (PAPER, old), merged)
    found = needed(("pmid:90000001",), (PAPER, old), merged)
    assert "pmid:1" not in found and old.key not in found


def test_a_replaced_identifier_for_which_a_key_was_given_stays_so_that_its_work_is_known_again() -> None:
    merged = lines(Asked("pubmed", "pmid:1", "2026-11-20", "merged-into", to="pmid:90000001"))
    assert "pmid:1" in needed(("pmid:90000001",), (PAPER,), merged, {"pmid:1"})
    assert "pmid:1" not in needed(("doi:10.5555/z",), (PAPER,), merged, {"pmid:1"})


def test_the_work_that_tells_of_a_newer_version_is_needed_by_the_older_one_and_not_the_other_way() -> None:
    newer = Record(
        1,
        "crossref",
        "doi:10.5555/new",
        Ids(doi="10.5555/new"),
        fields("The invented review, updated"),
        relations=(Relation("update", "of", Ids(doi="10.5555/a")),),
    )
    assert newer.key in needed(("pmid:90000001",), (PAPER, newer), {})
    assert PAPER.key not in needed(("doi:10.5555/new",), (PAPER, newer), {})


def test_the_newest_cochrane_version_is_needed_by_the_older_ones() -> None:
    versions = [
        record("crossref", f"doi:10.1002/14651858.cd000001{end}", fields("Invented review")) for end in ("", ".pub2")
    ]
    assert versions[1].key in needed((versions[0].id,), versions, {})


def test_a_record_that_contradicts_a_kept_one_under_its_identifier_stays_for_its_finding_to_stay() -> None:
    rival = record("pubmed", "pmid:90000003", fields("Something else", "Yarrow D", "1999"), doi="10.5555/a")
    assert rival.key in needed(("pmid:90000001",), (PAPER, rival), {})


def test_a_notice_stays_while_its_paper_is_needed_and_its_paper_not_for_it() -> None:
    notice = Record(
        1,
        "pubmed",
        "pmid:90000012",
        Ids(pmid="90000012"),
        fields("Retraction: an invented trial"),
        relations=(Relation("retraction", "of", Ids(pmid="90000001", doi="10.5555/a")),),
    )
    assert notice.key in needed(("pmid:90000001",), (PAPER, notice), {})
    assert PAPER.key not in needed(("pmid:90000012",), (PAPER, notice), {})


def test_a_notice_that_names_two_works_keeps_both_or_it_would_be_the_notice_of_one() -> None:
    notice = Record(
        1,
        "pubmed",
        "pmid:90000012",
        Ids(pmid="90000012"),
        fields("Retraction: an invented trial"),
        relations=(Relation("retraction", "of", Ids(pmid="90000001", doi="10.5555/b")),),
    )
    found = needed(("pmid:90000001", "pmid:90000012"), (PAPER, STRANGER, notice), {})
    assert {PAPER.key, STRANGER.key} <= found


def test_a_circle_ends() -> None:
    merged = lines(
        Asked("pubmed", "pmid:1", "2026-11-20", "merged-into", to="pmid:2"),
        Asked("pubmed", "pmid:2", "2026-11-20", "merged-into", to="pmid:1"),
    )
    assert needed(("pmid:1",), (), merged) == {"pmid:1", "pmid:2"}
