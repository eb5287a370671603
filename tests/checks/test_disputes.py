"""What the sources of a work say that cannot all be right. Every value is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import names
from cluneal_lit.model import Fields, Ids, Name, Note, Record
from tests.checks.test_rules import told
from tests.made import citation, fields, record, work


def disputed(pubmed: Fields, crossref: Fields, *others: Record, note: Note | None = None) -> list[str]:
    records = (record(said=pubmed, doi="10.5555/a"), record("crossref", "doi:10.5555/a", crossref), *others)
    found = told(citation(ids=Ids(pmid="90000001")), works=(work(*records, note=note),))
    return [message for code, _, message in found if code == "LIT406"]


def by(*authors: str) -> Fields:
    return replace(fields(), author=tuple(names.parse(name) for name in authors))


def and_group(said: Fields) -> Fields:
    return replace(said, author=(*said.author, Name(literal="Invented Study Group")))


def test_an_author_whom_one_source_lacks_is_told_whichever_it_is() -> None:
    assert disputed(by("Quimby A"), by("Quimby A", "Orlov B", "Zabel C")) == [
        "authors: PubMed has 1 (without Orlov B and Zabel C), Crossref has 3"
    ]
    assert disputed(by("Quimby A", "Orlov B"), by("Quimby A")) == [
        "authors: PubMed has 2, Crossref has 1 (without Orlov B)"
    ]


def test_many_missing_authors_are_counted() -> None:
    many = [f"{name} A" for name in ("Quimby", "Orlov", "Zabel", "Tennant", "Umber", "Vesper")]
    assert disputed(by(many[0]), by(*many)) == [
        "authors: PubMed has 1 (without Orlov A and Zabel A and Tennant A and 2 more), Crossref has 6"
    ]


def test_each_list_may_lack_somebody() -> None:
    assert disputed(by("Quimby A", "Orlov B"), by("Quimby A", "Zabel C")) == [
        "authors: PubMed has 2 (without Zabel C), Crossref has 2 (without Orlov B)"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (by("Quimby A", "Orlov B"), by("Quimby, Ada", "Orlov, Boris")),
        (by("Quimby A", "Orlov B"), by("Orlov B", "Quimby A")),
        (by("Quimby A", "Orlov B"), by("Quimby A", "Orlow B")),  # a slip
        (by("Quimby A", "Orlov B"), and_group(by("Quimby A", "Orlov B"))),
        (by("Quimby A", "Orlov B", "Zabel C"), and_group(by("Quimby A"))),  # the group's members
        (by("Quimby A", "Orlov B"), replace(fields(), author=(names.parse("Quimby A"), names.ET_AL))),
        (by("Quimby A", "Orlov B"), replace(fields(), author=(Name(family="Quimby"), Name(family="et al.")))),
        (by("Quimby A", "Orlov B"), by("Quimby")),  # as older deposits are
        (by("Quimby A", "Orlov B"), replace(fields(), author=())),
    ],
)
def test_what_says_less_and_what_is_written_otherwise_is_no_dispute(one: Fields, other: Fields) -> None:
    assert disputed(one, other) == []
    assert disputed(other, one) == []


def test_another_first_author_is_told_once() -> None:
    found = disputed(by("Quimby A", "Orlov B"), by("Zabel C", "Orlov B"))
    assert found == ["author: PubMed has Quimby A, Crossref has Zabel C"]


def test_a_librarys_list_may_be_cut_without_a_word() -> None:
    mine = replace(record("library", "mine.bib#quimby2019", by("Quimby A")), ids=Ids(doi="10.5555/a"))
    assert disputed(by("Quimby A", "Orlov B"), by("Quimby A", "Orlov B"), mine) == []


def test_another_last_page_is_told() -> None:
    assert disputed(fields(page="20-25"), fields(page="20-9")) == ["pages: PubMed has 20-25, Crossref has 20-9"]
    assert disputed(fields(page="101-109"), fields(page="101-9")) == []
    assert disputed(fields(page="101-109"), fields(page="101")) == []
    assert disputed(fields(page="101-109"), fields(page="101-101")) == []


def test_what_the_note_corrects_is_settled() -> None:
    corrected = Note(
        "mine", ("pmid:90000001",), corrections=Fields(author=by("Quimby A", "Orlov B").author, page="20-9")
    )
    assert disputed(by("Quimby A"), by("Quimby A", "Orlov B"), note=corrected) == []
    assert disputed(fields(page="20-25"), fields(page="20-29"), note=corrected) == []


@pytest.mark.parametrize(
    ("pubmed", "crossref"),
    [
        ({"issue": "Suppl 3"}, {"issue": "S3"}),
        ({"issue": "3 Pt 1"}, {"issue": "3"}),
        ({"volume": "12 Suppl 2", "issue": ""}, {"volume": "12", "issue": "suppl_2"}),
        ({"volume": "9", "issue": "9"}, {"volume": "2019", "issue": "9"}),
        ({"volume": "2019", "issue": "9"}, {"volume": "9", "issue": "9"}),
    ],
)
def test_a_volume_or_issue_that_is_written_otherwise_is_no_dispute(
    pubmed: dict[str, str], crossref: dict[str, str]
) -> None:
    assert disputed(fields(**pubmed), fields(**crossref)) == []


@pytest.mark.parametrize(
    ("pubmed", "crossref", "told"),
    [
        ({"issue": "Suppl 3"}, {"issue": "S4"}, "issue: PubMed has Suppl 3, Crossref has S4"),
        (
            {"volume": "12 Suppl 2", "issue": ""},
            {"issue": "suppl_4"},
            "issue: PubMed has Suppl 2, Crossref has suppl_4",
        ),
        ({"volume": "9", "issue": "9"}, {"volume": "2018", "issue": "9"}, "volume: PubMed has 9, Crossref has 2018"),
    ],
)
def test_another_supplement_and_the_volume_of_another_year_are_told(
    pubmed: dict[str, str], crossref: dict[str, str], told: str
) -> None:
    assert disputed(fields(**pubmed), fields(**crossref)) == [told]
