"""What is known of an identifier in every state of the answers: nothing is absent before all who must say so have."""

from __future__ import annotations

import pytest

from cluneal_lit import sources
from cluneal_lit.model import Asked
from cluneal_lit.registries import (
    CATALOGUE,
    SEARCHES,
    SPOKEN,
    absent,
    agency,
    deleted,
    heard,
    undeposited,
    unheard,
    unsought,
)

DOI = "doi:10.5555/a"
ARXIV, ITS_DOI = "arxiv:2101.00001", "doi:10.48550/arxiv.2101.00001"
DAY = "2026-11-20"


def lines(name: str, **answers: str) -> dict[str, Asked]:
    """The lock after these answers; a state of two words says where it is."""
    found = {}
    for source, said in answers.items():
        state, _, to = said.partition(" ")
        found[f"{source}/{name}"] = Asked(source, name, DAY, state, to=to)  # type: ignore[arg-type]
    return found


def standing(name: str, lock: dict[str, Asked]) -> str:
    """All that the answers say: absent, undeposited, elsewhere, heard, or nothing yet."""
    words = {"absent": absent, "undeposited": undeposited, "elsewhere": agency}
    told = [word for word, answer in words.items() if answer(name, lock)]
    assert (name in unheard((name,), lock)) != heard(name, lock)
    return " ".join((*told, *(["heard"] if heard(name, lock) else [])))


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, ""),
        ({"crossref": "here"}, "heard"),
        ({"crossref": "merged-into doi:10.5555/b"}, "heard"),
        ({"crossref": "absent"}, ""),
        ({"crossref": "absent", "agency": "absent"}, "absent heard"),
        ({"agency": "absent"}, ""),
        ({"crossref": "absent", "agency": "elsewhere Crossref"}, "undeposited"),
        ({"crossref": "absent", "agency": "elsewhere mEDRA"}, "elsewhere heard"),
        ({"crossref": "absent", "agency": "elsewhere DataCite"}, ""),
        ({"crossref": "absent", "agency": "elsewhere DataCite", "datacite": "here"}, "heard"),
        ({"crossref": "absent", "agency": "elsewhere DataCite", "datacite": "absent"}, "undeposited"),
        ({"crossref": "absent", "agency": "elsewhere datacite", "datacite": "here"}, "heard"),
        ({"crossref": "absent", "agency": "elsewhere Data Cite"}, ""),
        ({"crossref": "absent", "agency": "elsewhere Data Cite", "datacite": "absent"}, "undeposited"),
        ({"crossref": "here", "agency": "elsewhere Crossref"}, "heard"),
    ],
)
def test_a_doi(answers: dict[str, str], found: str) -> None:
    assert standing(DOI, lines(DOI, **answers)) == found


@pytest.mark.parametrize(
    ("state", "found"), [("here", "heard"), ("absent", "absent heard"), ("merged-into pmid:2", "heard")]
)
@pytest.mark.parametrize(("source", "name"), [("pubmed", "pmid:1"), ("idconv", "pmcid:PMC1")])
def test_an_identifier_with_one_registry(source: str, name: str, state: str, found: str) -> None:
    assert (standing(name, {}), standing(name, lines(name, **{source: state}))) == ("", found)


@pytest.mark.parametrize(("state", "found"), [("here", "heard"), ("absent", "absent heard")])
@pytest.mark.parametrize("name", [ARXIV, ITS_DOI])
def test_an_arxiv_id_and_its_doi_have_datacites_answer(name: str, state: str, found: str) -> None:
    assert standing(name, {}) == ""
    assert standing(name, lines(ITS_DOI, datacite=state)) == found
    assert standing(name, lines(ITS_DOI, crossref="absent", agency="absent")) == ""


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"crossref": "here"}, (DOI,)),
        ({"crossref": "here", "pubmed-doi": "absent"}, ()),
        ({"crossref": "here", "pubmed-doi": "elsewhere pmid:1"}, (DOI,)),  # the run was killed before its record came
        ({"crossref": "absent", "agency": "elsewhere mEDRA"}, (DOI,)),
        ({"crossref": "absent", "agency": "absent"}, ()),
        ({CATALOGUE: "here"}, ()),
    ],
)
def test_a_doi_by_which_pubmed_has_to_be_searched(answers: dict[str, str], found: tuple[str, ...]) -> None:
    assert unsought((DOI,), lines(DOI, **answers)) == found


def test_pubmed_need_not_be_searched_for_a_work_of_which_it_has_a_record() -> None:
    of_doi = lines(DOI, crossref="here")
    assert unsought((DOI, "pmid:1"), of_doi | lines("pmid:1", pubmed="here")) == ()
    assert unsought((DOI, "pmid:1"), of_doi | lines("pmid:1", pubmed="absent")) == (DOI,)
    assert (
        unsought(
            (DOI,), {**of_doi, **lines(DOI, **{"pubmed-doi": "elsewhere pmid:1"}), **lines("pmid:1", pubmed="here")}
        )
        == ()
    )


def test_a_doi_of_arxivs_is_not_searched_for() -> None:
    assert unsought((ARXIV, ITS_DOI), lines(ITS_DOI, datacite="here")) == ()


def test_what_is_not_looked_up_is_neither_heard_of_nor_awaited() -> None:
    assert [(heard(name, {}), unheard((name,), {})) for name in ("nct:NCT01234567", "isbn:9780306406157")] == [
        (False, ()),
        (False, ()),
    ]


def test_a_pmcid_beside_a_pmid_is_not_awaited() -> None:
    assert (unheard(("pmcid:PMC1",), {}), unheard(("pmid:1", "pmcid:PMC1"), {})) == (("pmcid:PMC1",), ("pmid:1",))


@pytest.mark.parametrize(
    ("pubmed", "listed", "found"),
    [("absent", "deleted", True), ("absent", "absent", False), ("here", "deleted", False), ("", "deleted", False)],
)
def test_deleted_is_what_pubmed_lacks_and_the_list_has(pubmed: str, listed: str, found: bool) -> None:
    assert bool(deleted("pmid:1", lines("pmid:1", pubmed=pubmed, deleted=listed))) is found


def test_the_searches_are_those_of_the_sources() -> None:
    assert tuple(SEARCHES) == (*sources.SEARCHES, CATALOGUE)  # a closed world stands for every search
    assert set(sources.SOURCES) <= set(SPOKEN)
