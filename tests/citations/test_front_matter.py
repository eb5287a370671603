"""Works that front matter names without citing them by a key. All are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from tests.citations.found import ids, written


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ('references:\n  - "Berg A. Walking. J Inv. 2010;1:2-3. PMID 90000001"\n', [("pmid:90000001",)]),
        (
            'references:\n  - "Berg A. Walking. J Inv. 2010;1:2-3. PMID 90000001"\n  - doi: 10.5555/inv.1\n',
            [("pmid:90000001",), ("doi:10.5555/inv.1",)],
        ),
        ("references:\n- https://pubmed.ncbi.nlm.nih.gov/90000001/\n", [("pmid:90000001",)]),
        ("references:\n  - title: On walking\n    pmid: 90000001\n", [("pmid:90000001",)]),
        ('references: "PMID 90000001"\n', [("pmid:90000001",)]),
        ("references:\n- id: berg\n  DOI: 10.5555/inv.1\n- doi: 10.5555/inv.2\n", [("doi:10.5555/inv.2",)]),
        ("references: [{id: berg, DOI: 10.5555/inv.1}]\n", []),
        ("pmids: [90000001, 90000002]\n", [("pmid:90000001",), ("pmid:90000002",)]),
        ("pmid:\n  - 90000001\n  - 90000002\nweight: 90000003\n", [("pmid:90000001",), ("pmid:90000002",)]),
        ('doi: ["10.5555/inv.1", "10.5555/inv"]\n', [("doi:10.5555/inv.1",), ("doi:10.5555/inv",)]),
        ("source: Berg et al., BMJ 2010\nnumbers:\n  - 90000001\n", [()]),
    ],
)
def test_front_matter_names_works_in_any_form_but_those_cited_by_their_id(
    matter: str, found: list[tuple[str, ...]]
) -> None:
    assert ids(f"---\ntitle: Walks\n{matter}---\nText.\n", "a.md") == found


WORK = "Berg J. Walking. Lancet 2019;380:1-9"


@pytest.mark.parametrize(
    "matter",
    [
        f'---\nsources: ["{WORK}"]\npmid: 90000001\n---\n',
        f"---\nsource: {WORK}\npmid: 90000001\n---\n",
        f'---\nsources:\n  - "{WORK}"\npmid: 90000001\n---\n',
        f"---\nsources:\n- {WORK}\npmid: 90000001\n---\n",
        f"---\nsource:\n  ref: >\n    {WORK}\npmid: 90000001\n---\n",
        f'+++\nsource = "{WORK}"\npmid = "90000001"\n+++\n',
    ],
)
def test_a_key_of_the_page_is_none_of_the_work_that_the_key_above_names(matter: str) -> None:
    assert ids(f"{matter}Text.\n", "a.md") == [(), ("pmid:90000001",)]


@pytest.mark.parametrize(
    "matter",
    [
        f'---\nsources:\n  - ref: "{WORK}"\n    pmid: 90000001\n---\n',
        f"---\nsource:\n  ref: {WORK}\n  pmid: 90000001\n---\n",
        f'+++\n[[source]]\nref = "{WORK}"\npmid = "90000001"\n+++\n',
    ],
)
def test_the_keys_of_one_work_say_what_it_is(matter: str) -> None:
    assert ids(f"{matter}Text.\n", "a.md") == [("pmid:90000001",)]


def test_works_without_an_id_are_no_bibliography_and_hinder_none() -> None:
    both = "references:\n- PMID 90000001\n- id: berg\n  DOI: 10.5555/inv.1\n"
    assert ids(f"---\n{both}---\nSo [@berg].\n", "a.md") == [("pmid:90000001",), ("doi:10.5555/inv.1",)]
    assert written("---\nreferences:\n- PMID 90000001\n---\nSo @berg2010 said.\n", "a.md") == [
        ("pmid", "PMID 90000001")
    ]


def test_a_key_that_is_an_identifier_needs_no_bibliography() -> None:
    source = "---\nbibliography: refs.bib\n---\n[@doi:10.5555/inv.1; @pmid:90000001; @pmcid:PMC9000001; @berg]\n"
    works = {"refs.bib": b"@article{berg, title={Walks}, doi={10.5555/inv.2}}"}
    assert [one.ids.keys() for one in scan(read("a.md", source.encode(), works.get))] == [
        ("doi:10.5555/inv.1",),
        ("pmid:90000001",),
        ("pmcid:PMC9000001",),
        ("doi:10.5555/inv.2",),
    ]


@pytest.mark.parametrize("several", ["PMID: [90000001, 90000002]", "PMID:\n  - 90000001\n  - 90000002"])
def test_several_numbers_where_a_work_has_one_stand_for_themselves(several: str) -> None:
    matter = f"references:\n- id: berg\n  title: Walking\n  {several}\n- id: dunn\n  PMID: [90000003]\n"
    assert ids(f"---\n{matter}---\nSo [@berg; @dunn].\n", "a.md") == [
        ("pmid:90000001",),
        ("pmid:90000002",),
        (),
        ("pmid:90000003",),
    ]
