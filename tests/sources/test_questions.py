"""What there is to ask, and when."""

from __future__ import annotations

from datetime import date

import pytest

from cluneal_lit.model import Asked, Ids, Question
from cluneal_lit.sources.questions import Due, about, questions

TODAY = date(2026, 11, 20)
PMID = Question("pubmed", "pmid:90000001")
BY_DOI = Question("pubmed-doi", "doi:10.5555/a")


def due(
    state: str, day: str, year: int | None = 2001, max_age: int = 30, missing: frozenset[str] = frozenset()
) -> tuple[Question, ...]:
    line = Asked("pubmed", "pmid:90000001", day, state)  # type: ignore[arg-type]
    found = questions([(Ids(pmid="90000001"), year)], {line.key: line}, missing, Due(TODAY, max_age))
    return tuple(question for question in found if question.source != "deleted")


def test_every_identifier_with_a_registry_is_asked_about_once_and_nothing_else() -> None:
    ids = [(Ids(pmid="2", doi="10.5555/b", pmcid="PMC1", arxiv="2004.10706"), None), (Ids(pmid="1"), 2001)]
    ids += [(Ids(doi="10.48550/arxiv.2004.10706"), None), (Ids(pmcid="PMC3", nct="NCT01234567"), 2001)]
    assert questions([*ids, *ids], {}, frozenset(), Due(TODAY)) == (
        Question("crossref", "doi:10.5555/b"),
        Question("datacite", "doi:10.48550/arxiv.2004.10706"),
        Question("idconv", "pmcid:PMC3"),
        Question("pubmed", "pmid:1"),
        Question("pubmed", "pmid:2"),
    )


@pytest.mark.parametrize(("day", "asked"), [("2026-10-22", ()), ("2026-10-21", (PMID,)), ("", (PMID,))])
def test_a_record_is_asked_again_when_it_is_older_than_the_age(day: str, asked: tuple[Question, ...]) -> None:
    assert due("here", day) == asked


@pytest.mark.parametrize(
    ("year", "day", "asked"),
    [
        (2001, "2026-10-22", ()),
        (2001, "2026-10-21", (PMID,)),
        (None, "2026-10-22", ()),
        (2025, "2026-11-20", ()),
        (2025, "2026-11-19", (PMID,)),
        (2027, "2026-11-19", (PMID,)),
        (2024, "2026-11-19", ()),
    ],
)
def test_an_absent_identifier_is_asked_again_after_a_day_while_its_work_may_be_new(
    year: int | None, day: str, asked: tuple[Question, ...]
) -> None:
    assert due("absent", day, year, max_age=1000) == asked


def test_an_age_of_nothing_asks_about_everything() -> None:
    assert [due(state, "2026-11-20", max_age=0) for state in ("here", "absent", "merged-into")] == [(PMID,)] * 3


def test_a_day_that_is_yet_to_come_is_asked_again() -> None:
    assert due("here", "2026-11-21") == (PMID,)


def test_a_record_that_the_store_lost_is_asked_about_at_once() -> None:
    assert due("here", "2026-11-20", missing=frozenset({"pubmed/pmid:90000001"})) == (PMID,)


@pytest.mark.parametrize(
    ("state", "asked"),
    [("absent", (Question("agency", "doi:10.5555/a"),)), ("here", (BY_DOI,)), ("merged-into", (BY_DOI,))],
)
def test_the_agencies_are_asked_about_a_doi_that_crossref_does_not_have(
    state: str, asked: tuple[Question, ...]
) -> None:
    line = Asked("crossref", "doi:10.5555/a", "2026-11-20", state)  # type: ignore[arg-type]
    assert questions([(Ids(doi="10.5555/a"), None)], {line.key: line}, frozenset(), Due(TODAY)) == asked


@pytest.mark.parametrize(
    ("agency", "asked"),
    [("DataCite", (Question("datacite", "doi:10.5555/a"),)), ("Crossref", (BY_DOI,)), ("mEDRA", (BY_DOI,)), ("", ())],
)
def test_datacite_is_asked_about_a_doi_that_is_its_own(agency: str, asked: tuple[Question, ...]) -> None:
    lines = (
        Asked("crossref", "doi:10.5555/a", "2026-11-20", "absent"),
        Asked("agency", "doi:10.5555/a", "2026-11-20", "elsewhere" if agency else "absent", to=agency),
    )
    assert questions([(Ids(doi="10.5555/a"), None)], {one.key: one for one in lines}, frozenset(), Due(TODAY)) == asked


@pytest.mark.parametrize(("state", "asked"), [("absent", (Question("deleted", "pmid:1"),)), ("here", ())])
def test_a_pmid_that_pubmed_lacks_is_looked_up_among_the_deleted(state: str, asked: tuple[Question, ...]) -> None:
    line = Asked("pubmed", "pmid:1", "2026-11-20", state)  # type: ignore[arg-type]
    assert questions([(Ids(pmid="1"), 2001)], {line.key: line}, frozenset(), Due(TODAY)) == asked


def test_the_list_of_deleted_pmids_is_not_asked_again_on_the_next_day() -> None:
    lines = (Asked("pubmed", "pmid:1", "2026-11-20", "absent"), Asked("deleted", "pmid:1", "2026-11-19", "absent"))
    assert questions([(Ids(pmid="1"), 2026)], {one.key: one for one in lines}, frozenset(), Due(TODAY)) == ()


@pytest.mark.parametrize(
    ("which", "asked"),
    [("all", ["pmid:1", "pmid:2", "pmid:3"]), ("missing", ["pmid:1", "pmid:3"]), ("stale", ["pmid:2"])],
)
def test_what_is_missing_and_what_is_stale_can_be_asked_about_apart(which: str, asked: list[str]) -> None:
    lines = [Asked("pubmed", "pmid:2", "2001-01-01", "here"), Asked("pubmed", "pmid:3", "2026-11-19", "here")]
    known = [(Ids(pmid=pmid), 2001) for pmid in ("1", "2", "3", "4")]
    lines.append(Asked("pubmed", "pmid:4", "2026-11-19", "here"))
    found = questions(
        known,
        {line.key: line for line in lines},
        frozenset({"pubmed/pmid:3"}),
        Due(TODAY, which=which),  # type: ignore[arg-type]
    )
    assert [question.id for question in found] == asked


def test_what_is_about_a_work_is_found_through_its_other_identifiers() -> None:
    known = [(Ids(pmid="1", doi="10.5555/a"), 2001), (Ids(doi="10.5555/a", pmcid="PMC1"), None), (Ids(pmid="2"), 2001)]
    trial = [(Ids(pmid="3", nct="NCT01234567"), 2001), (Ids(pmid="4", nct="NCT01234567"), 2001)]
    assert about([*known, *trial], ["pmid:1"]) == tuple(known[:2])
    assert about([*known, *trial], ["pmid:3"]) == (trial[0],)
    assert about(known, ["pmid:9"]) == ()


def by_doi(*ids: Ids, borne: frozenset[str] = frozenset(), **answers: str) -> list[str]:
    """What is asked at PubMed about a DOI that Crossref has; `answers`: further lines, their state, day and where."""
    lines = [Asked("crossref", "doi:10.5555/a", "2026-11-20", "here")]
    for source, said in answers.items():
        state, day, to = (*said.split(), "")[:3]
        name = "pmid:1" if source == "pubmed" else "doi:10.5555/a"
        lines.append(Asked(source.replace("_", "-"), name, day, state, to=to))  # type: ignore[arg-type]
    known = [(one, 2001) for one in ids]
    found = questions(known, {line.key: line for line in lines}, frozenset(), Due(TODAY), borne)
    return [f"{one.source}/{one.id}" for one in found]


DOI, BOTH = Ids(doi="10.5555/a"), Ids(pmid="1", doi="10.5555/a")


def test_pubmed_is_searched_for_a_doi_when_all_that_stands_beside_it_is_answered_and_no_record_bears_it() -> None:
    assert by_doi(DOI) == ["pubmed-doi/doi:10.5555/a"]
    assert by_doi(BOTH) == by_doi(DOI, BOTH) == by_doi(BOTH, DOI) == ["pubmed/pmid:1"]
    assert by_doi(DOI, BOTH, pubmed="here 2026-11-20") == ["pubmed-doi/doi:10.5555/a"]
    assert by_doi(BOTH, pubmed="absent 2026-11-20") == ["deleted/pmid:1", "pubmed-doi/doi:10.5555/a"]
    assert by_doi(DOI, BOTH, pubmed="here 2026-11-20", borne=frozenset({"doi:10.5555/a"})) == []


def test_pubmed_is_not_searched_for_a_doi_of_arxivs_nor_for_one_that_nobody_has() -> None:
    lines = [Asked(name, "doi:10.5555/a", "2026-11-20", "absent") for name in ("crossref", "agency")]
    lines.append(Asked("datacite", "doi:10.48550/arxiv.2101.00001", "2026-11-20", "here"))
    known = [(DOI, 2001), (Ids(doi="10.48550/arxiv.2101.00001"), 2021)]
    assert questions(known, {line.key: line for line in lines}, frozenset(), Due(TODAY)) == ()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("absent 2026-11-19", []),
        ("absent 2026-10-20", ["pubmed-doi/doi:10.5555/a"]),
        ("elsewhere 2026-11-19 pmid:1", ["pubmed/pmid:1"]),
    ],
)
def test_a_search_for_a_doi_is_as_old_as_other_answers_and_leads_to_its_pmid(said: str, asked: list[str]) -> None:
    assert by_doi(DOI, pubmed_doi=said) == asked
