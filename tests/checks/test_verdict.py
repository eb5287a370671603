"""How a citation stands."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.model import Asked, Citation, Dates, Fields, Ids, Name, Record, Relation, Resolution, Verdict
from tests.made import answers, citation, fields, record, work

PUBMED = record(doi="10.5555/a", pmcid="PMC900001")
CROSSREF = record("crossref", "doi:10.5555/a")
LIBRARY = record("library", "mine.json#x")
GONE = {"pubmed/pmid:90000009": Asked("pubmed", "pmid:90000009", "2026-11-20", "absent")}
NO_DOI = {
    f"{source}/doi:10.5555/no": Asked(source, "doi:10.5555/no", "2026-11-20", "absent")
    for source in ("crossref", "agency")
}


def name(cited: Citation, *records: Record, lock: dict[str, Asked] | None = None) -> str:
    works = {"x": work(*records, keys=("x",))} if records else {}
    resolution = Resolution(cited, tuple(works), "id" if works else "", cited.ids)
    served = [one for one in works.values() if any(record.source != "library" for record in one.records)]
    lines = answers(*served) | (lock or {})
    found = verdict(resolution, disagreements(resolution, works, lines), works, lines)
    assert found is not None
    return found.name


def test_what_agrees_with_a_service_is_verified() -> None:
    assert name(citation(said=fields()), PUBMED) == "verified"
    assert name(citation(ids=Ids(pmid="90000001")), PUBMED) == "verified"


@pytest.mark.parametrize(
    "said",
    [
        fields(title="An invented trial of inventd nerves in 40 invented patients"),
        fields(authors="Quimbi A, Orlov B"),
        fields(authors="Quimby A, Zabel C"),
        fields(year="2018"),
        fields(volume="21"),
        fields(page="110-9"),
        fields(journal="The Lancet"),
    ],
)
def test_the_right_work_with_one_detail_wrong_is_inexact(said: Fields) -> None:
    assert name(citation(said=said), PUBMED) == "inexact"


@pytest.mark.parametrize(
    "said",
    [
        fields(journal="J Invent Med", page="101-9", authors="Quimby A"),
        fields(title="AN INVENTED TRIAL of invented nerves in 40 invented patients.", volume="012"),
    ],
)
def test_abbreviation_case_and_shortened_pages_are_no_difference(said: Fields) -> None:
    assert name(citation(said=said), PUBMED) == "verified"


def test_the_year_of_either_date_is_right() -> None:
    pubmed = replace(PUBMED, dates=Dates(electronic=dates.parse("2018 Dec 3")))
    assert name(citation(said=fields(year="2018")), pubmed) == "verified"


def test_two_strong_fields_that_contradict_mean_another_work() -> None:
    assert name(citation("Zabel C", fields(title="Of quite other things", authors="Zabel C")), PUBMED) == "mismatch"


def test_one_strong_field_that_contradicts_is_a_slip() -> None:
    assert name(citation(said=fields(title="Of quite other things")), PUBMED) == "inexact"


OF_2016 = fields(
    title="Invented burden of 328 diseases, 1990-2016: the Invented Study 2016",
    year="2017",
    volume="390",
    page="1211-1259",
    authors="",
)
NEXT = "Invented burden of 354 diseases, 1990-2017: the Invented Study 2017"


@pytest.mark.parametrize(
    "said",
    [
        fields(title=NEXT, year="2018", volume="392", page="1789-1858", authors=""),
        fields(title=NEXT, year="2018", volume="392", page="", authors=""),
        fields(title=NEXT, year="", volume="392", page="1789-1858", authors=""),
    ],
)
def test_a_near_title_at_another_place_is_another_work(said: Fields) -> None:
    assert name(citation(said=said, form="key"), record(said=OF_2016)) == "mismatch"


@pytest.mark.parametrize(
    "said",
    [
        fields(title=NEXT, year="2018", volume="392", page="1211-1259", authors=""),
        fields(title=NEXT, year="2017", volume="392", page="1789-1858", authors=""),
        fields(title=NEXT, year="2018", volume="", page="", authors=""),
        fields(title=OF_2016.title, year="2018", volume="392", page="1789-1858", authors=""),
    ],
)
def test_a_near_title_is_a_slip_where_something_of_the_place_agrees_or_only_the_year_is_said(said: Fields) -> None:
    assert name(citation(said=said, form="key"), record(said=OF_2016)) == "inexact"


def test_a_year_that_stands_in_another_title_or_group_is_none_of_the_reference() -> None:
    group = (Name(literal="Invented 2017 Collaborators"),)
    said = replace(fields(title=NEXT, year="2018", volume="392", page="1789-1858"), author=group)
    raw = f"Invented 2017 Collaborators. {NEXT}. J Invent Med. 2018;392:1789-1858."
    assert name(citation(raw, said), record(said=OF_2016)) == "mismatch"


def test_an_identifier_of_another_work_is_a_mismatch() -> None:
    assert name(citation(ids=Ids(pmid="90000001", pmcid="PMC7")), PUBMED) == "mismatch"
    two = {key: work(record(name=f"pmid:{key}"), keys=(key,)) for key in ("1", "2")}
    found = verdict(Resolution(citation(ids=Ids(pmid="1")), ("1", "2"), "id"), (), two, answers(*two.values()))
    assert found == Verdict(
        "c1",
        "mismatch",
        "",
        tuple(answers(*two.values()).values()),
        ("its identifiers are 2 works: 1, 2",),
    )


def test_only_its_own_registry_says_that_an_identifier_does_not_exist() -> None:
    assert name(citation(ids=Ids(pmid="90000009")), lock=GONE) == "absent"
    assert name(citation(ids=Ids(doi="10.5555/no")), lock=NO_DOI) == "absent"
    crossref_alone = {"crossref/doi:10.5555/no": NO_DOI["crossref/doi:10.5555/no"]}
    assert name(citation(ids=Ids(doi="10.5555/no")), lock=crossref_alone) == "unchecked"
    assert name(citation(ids=Ids(pmid="90000009"))) == "unchecked"


def test_held_against_the_library_alone_it_is_unchecked_though_it_agrees_or_not() -> None:
    assert name(citation(said=fields()), LIBRARY) == "unchecked"
    assert name(citation(said=fields(volume="99")), LIBRARY) == "unchecked"


def test_sources_that_contradict_each_other_in_what_is_cited_are_a_conflict() -> None:
    other_issue = replace(CROSSREF, fields=fields(issue="4"))
    assert name(citation(said=fields()), PUBMED, other_issue) == "conflict"
    assert name(citation(said=fields(issue="")), PUBMED, other_issue) == "verified"


def test_sources_that_write_a_place_otherwise_are_no_conflict_whichever_is_cited() -> None:
    for one, other in (
        (fields(issue="Suppl 3"), fields(issue="S3")),
        (fields(volume="12 Suppl 2", issue=""), fields(issue="suppl_2")),
        (fields(volume="9", issue="9"), fields(volume="2019", issue="9")),
    ):
        sources = record(said=one, doi="10.5555/a"), replace(CROSSREF, fields=other)
        assert [name(citation(said=said), *sources) for said in (one, other)] == ["verified", "verified"]
    elsewhere = record(said=fields(volume="12 Suppl 2", issue=""), doi="10.5555/a")
    by_volume = replace(CROSSREF, fields=fields(issue="suppl_4"))
    assert name(citation(said=elsewhere.fields), elsewhere, by_volume) == "conflict"


SILENT = {"crossref/doi:10.5555/a": Asked("crossref", "doi:10.5555/a")}


def test_a_service_that_was_not_heard_makes_nothing_verified_and_nothing_a_mismatch() -> None:
    both = citation(said=fields(), ids=Ids(pmid="90000001", doi="10.5555/a"))
    assert name(both, PUBMED, lock=SILENT) == "unchecked"
    assert name(both, PUBMED) == "verified"
    other = citation(said=fields(), ids=Ids(pmid="90000001", doi="10.5555/alias"))
    assert name(other, PUBMED) == "unchecked"  # nobody has said yet what that DOI is: it may be an alias
    assert name(citation(said=fields(volume="7"), ids=both.ids), PUBMED, lock=SILENT) == "inexact"


def test_a_library_that_joins_an_unheard_identifier_to_a_record_proves_nothing() -> None:
    joins = record("library", "mine.json#x", pmid="80000099", doi="10.5555/a")
    lock = {"pubmed/pmid:80000099": Asked("pubmed", "pmid:80000099")}
    assert name(citation(ids=Ids(pmid="80000099")), CROSSREF, joins, lock=lock) == "unchecked"


def test_a_record_that_a_library_alone_ties_to_an_unheard_identifier_is_not_held_against_the_text() -> None:
    said = fields("Of other things", "Zabel C", "2001")
    ties = record("library", "mine.json#x", fields(), pmid="80000002", doi="10.5555/a")
    lock = {"pubmed/pmid:80000002": Asked("pubmed", "pmid:80000002")}
    assert name(citation(said=said, ids=Ids(pmid="80000002")), CROSSREF, ties, lock=lock) == "unchecked"


def test_a_marker_has_no_verdict_of_its_own() -> None:
    assert verdict(Resolution(citation("(1)", form="marker", numbers=(1,))), (), {}, {}) is None


CONVERTED = record("idconv", "pmcid:PMC900001", Fields(), pmcid="PMC900001", pmid="90000001")
BY_CONVERTER = {"idconv/pmcid:PMC900001": Asked("idconv", "pmcid:PMC900001", "2026-11-20", "here")}


@pytest.mark.parametrize("cited", [citation(ids=Ids(pmcid="PMC900001")), citation(said=fields())])
def test_identifiers_alone_verify_nothing(cited: Citation) -> None:
    assert name(cited, LIBRARY, replace(CONVERTED, ids=Ids(pmcid="PMC900001")), lock=BY_CONVERTER) == "unchecked"


def test_a_pmcid_is_verified_by_the_record_of_its_pmid() -> None:
    assert name(citation(ids=Ids(pmcid="PMC900001")), record(), CONVERTED, lock=BY_CONVERTER) == "verified"
    assert (
        name(citation("Zabel C", fields(title="Of other things", authors="Zabel C")), record(), CONVERTED) == "mismatch"
    )


def test_the_doi_of_the_paper_does_not_contradict_its_preprint_at_arxiv() -> None:
    preprint = record("datacite", "doi:10.48550/arxiv.2101.00001", arxiv="2101.00001")
    lock = {
        f"{one.source}/{one.id}": one
        for one in (
            Asked("crossref", "doi:10.5555/z", "2026-11-20", "absent"),
            Asked("agency", "doi:10.5555/z", "2026-11-20", "elsewhere", to="mEDRA"),
            Asked("datacite", "doi:10.48550/arxiv.2101.00001", "2026-11-20", "here"),
        )
    }
    assert name(citation(ids=Ids(doi="10.5555/z", arxiv="2101.00001")), preprint, lock=lock) == "verified"


@pytest.mark.parametrize(
    "said",
    [
        fields(f"{fields().title}s", year="2018", volume="", issue="", page="1-9"),
        fields("An invented trial", year="2018", volume="", issue="", page="1-9"),
    ],
)
def test_the_pages_of_a_paper_that_had_no_place_yet_are_no_other_place(said: Fields) -> None:
    assert name(citation(said=said), PUBMED) == "inexact"


def test_the_text_of_the_paper_beside_its_preprint_is_no_other_work_though_it_was_retitled() -> None:
    tied = (Relation("preprint", "of", Ids(doi="10.5555/paper")),)
    alone = record("crossref", "doi:10.1101/a", fields(volume="", issue="", page="", journal=""))
    preprint = replace(alone, relations=tied)
    paper = fields("Of invented nerves in a sample of patients", year="2022")
    assert name(citation(said=paper, ids=Ids(doi="10.1101/a")), preprint) == "inexact"
    assert name(citation(said=paper, ids=Ids(doi="10.1101/a")), alone) == "mismatch"
    other = fields("Of invented nerves in a sample of patients", year="2022", authors="Zabel C")
    assert name(citation(said=other, ids=Ids(doi="10.1101/a")), preprint) == "mismatch"


def test_a_work_of_the_library_whose_only_identifier_no_registry_has_is_absent_by_its_key_and_by_its_text() -> None:
    dead = record("library", "mine.bib#x", pmid="90000009")
    by_key = citation("@x", form="key", cited_as="x")
    for cited in (by_key, citation(said=fields())):
        assert (name(cited, dead), name(cited, dead, lock=GONE)) == ("unchecked", "absent")
    both = record("library", "mine.bib#x", pmid="90000009", doi="10.5555/a")
    assert name(by_key, both, lock=GONE) == "unchecked"
    assert (
        name(
            by_key,
            both,
            lock=GONE | {key.replace("/no", "/a"): replace(one, id="doi:10.5555/a") for key, one in NO_DOI.items()},
        )
        == "absent"
    )
    assert name(by_key, dead, record(pmid="90000009"), lock=GONE) != "absent"
