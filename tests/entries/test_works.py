"""Which records are one work."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.decisions import Decided
from cluneal_lit.entries.works import grouped, joining, two_of_pubmed
from cluneal_lit.model import Fields, Finding, Ids, Record
from tests.made import fields, record

PUBMED = record(doi="10.5555/a")
CROSSREF = record("crossref", "doi:10.5555/a")
LIBRARY = record("library", "mine.json#quimby", pmid="90000001")
STRANGER = record("library", "mine.json#zabel", fields(title="Of other things", authors="Zabel C"), pmid="90000001")


def keys(*records: object) -> list[list[str]]:
    groups, _ = grouped(records)  # type: ignore[arg-type]
    return [[record.key for record in group.records] for group in groups]


def test_a_shared_identifier_joins_whatever_the_order() -> None:
    wanted = [["pubmed/pmid:90000001", "crossref/doi:10.5555/a", "library/mine.json#quimby"]]
    assert all(keys(*order) == wanted for order in itertools.permutations((PUBMED, CROSSREF, LIBRARY)))


def test_records_that_contradict_each_other_stay_two_works_and_it_is_told() -> None:
    groups, findings = grouped((PUBMED, STRANGER))
    assert [len(group.records) for group in groups] == [1, 1]
    titles = f"pubmed/pmid:90000001: {PUBMED.fields.title} | library/mine.json#zabel: Of other things"
    about = "pmid:90000001 'library/mine.json#zabel'"
    told = Finding("LIT407", key="pmid:90000001", values={"id": "pmid:90000001", "titles": titles, "about": about})
    assert findings == (told,)


def test_of_many_works_under_one_identifier_the_first_two_are_named() -> None:
    records = [
        record(
            "library",
            f"mine.json#{n}",
            fields(title=f"Thing {'abcdefgh'[n] * 9}", authors=f"{'ABCDEFGH'[n] + 'abcdefgh'[n] * 6} C"),
            doi="10.5555/a",
        )
        for n in range(8)
    ]
    groups, (told,) = grouped(records)
    assert ([len(group.records) for group in groups], told.key) == ([1] * 8, "doi:10.5555/a")
    assert told.values["titles"].endswith(" | and 27 more")


def test_two_works_are_not_welded_through_a_third() -> None:
    other = record("crossref", "doi:10.5555/b", fields(title="Of other things", authors="Zabel C"))
    both = record("library", "mine.json#both", fields(title=""), pmid="90000001", doi="10.5555/b")
    groups, _ = grouped((record(), other, both))
    assert [[one.key for one in group.records] for group in groups] == [
        ["pubmed/pmid:90000001", "library/mine.json#both"],
        ["crossref/doi:10.5555/b"],
    ]


def test_two_records_of_one_service_are_two_works() -> None:
    assert len(keys(PUBMED, record(name="pmid:90000002", doi="10.5555/a"))) == 2


def test_likeness_alone_joins_nothing() -> None:
    assert len(keys(record(), record("crossref", "doi:10.5555/z"))) == 2


def test_the_identifier_that_a_record_bears_counts_before_one_that_another_claims() -> None:
    claims = record("library", "mine.json#quimby", doi="10.5555/a", pmid="1")
    ((group,), _) = grouped((PUBMED, CROSSREF, claims))
    assert group.ids == Ids(pmid="90000001", doi="10.5555/a")


def test_an_identifier_belongs_to_one_work_alone() -> None:
    said = fields(title="Of other things", authors="Zabel C")
    wrong = record("library", "mine.json#a", said, pmid="90000001", doi="10.5555/z")
    groups, _ = grouped((wrong, PUBMED))
    assert [group.ids for group in groups] == [Ids(pmid="90000001", doi="10.5555/a"), Ids(doi="10.5555/z")]


def test_chapters_of_one_book_and_reports_of_one_trial_are_not_one_work() -> None:
    records = [
        Record(1, "library", f"mine.json#{title}", Ids(isbn=("9780306406157",), nct="NCT90000001"), said)
        for title, said in (("a", fields("Of bees", "Smith A")), ("b", fields("Of wasps", "Jones B")))
    ]
    groups, findings = grouped(records)
    assert (len(groups), findings) == (2, ())


def test_an_isbn_names_a_book_alone_and_a_trials_number_nothing() -> None:
    ids = Ids(pmid="90000001", nct="NCT01234567", isbn=("9780306406157",))
    assert joining(ids, "book") == ("pmid:90000001", "isbn:9780306406157")
    assert joining(ids, "chapter") == ("pmid:90000001",)


BARE = record("idconv", "pmcid:PMC1", Fields(), pmcid="PMC1", pmid="90000001", doi="10.5555/a")


def test_a_record_of_identifiers_alone_joins_the_works_that_it_names() -> None:
    by_pubmed, by_crossref = record(), CROSSREF
    wanted = [["pubmed/pmid:90000001", "crossref/doi:10.5555/a", "idconv/pmcid:PMC1"]]
    assert all(keys(*order) == wanted for order in itertools.permutations((by_pubmed, by_crossref, BARE)))
    ((group,), _) = grouped((by_pubmed, BARE))
    assert group.ids == Ids(pmid="90000001", pmcid="PMC1", doi="10.5555/a")


def test_identifiers_alone_are_no_work() -> None:
    assert grouped((BARE,)) == ((), ())


def test_a_record_of_identifiers_alone_welds_no_two_works() -> None:
    other = record("crossref", "doi:10.5555/a", fields(title="Of other things", authors="Zabel C"))
    assert keys(record(), other, BARE) == [["pubmed/pmid:90000001", "idconv/pmcid:PMC1"], ["crossref/doi:10.5555/a"]]


def test_a_paper_at_arxiv_is_one_work_by_either_of_its_names() -> None:
    brought = record("library", "mine.json#x", arxiv="2101.00001")
    other = record("library", "mine.json#y", doi="10.48550/arxiv.2101.00001")
    assert keys(brought, other) == [["library/mine.json#x", "library/mine.json#y"]]


def test_a_record_that_is_refused_for_a_member_with_which_it_shares_nothing_is_told() -> None:
    first = record("crossref", "doi:10.5555/a", pmid="1")
    second = record("pubmed", "pmid:1", pmcid="PMC1")
    third = record("crossref", "doi:10.5555/b", pmcid="PMC1")
    groups, (refused,) = grouped((first, second, third))
    assert [len(group.records) for group in groups] == [2, 1]
    assert (refused.code, refused.key) == ("LIT407", "pmcid:PMC1")


def test_exports_of_pubmed_in_a_library_are_two_works_as_its_own_records_are() -> None:
    one, other = (record("library", f"a.nbib#{number}", pmid=number) for number in ("1", "2"))
    ours, theirs = (replace(made, custom={"OWN": "NLM"}) for made in (one, other))
    assert two_of_pubmed((ours,), (theirs,)) and two_of_pubmed((record(name="pmid:1"),), (theirs,))
    assert not two_of_pubmed((one,), (theirs,)) and not two_of_pubmed((ours,), (ours,))


@pytest.mark.parametrize("names", [*itertools.permutations(("a.bib#x", "a.bib#y", "a.bib#z"))])
def test_a_join_by_people_parts_no_records_that_are_one(names: tuple[str, ...]) -> None:
    """What is one with either of two that a person joined is one with both, whatever is held against the other."""
    one, same, other = (record("library", name, doi="10.5555/a") for name in names)
    sides = {one.key: frozenset({(0, False)}), other.key: frozenset({(0, True)})}

    def doubted(left: Record, right: Record) -> bool:
        return other in (left, right)

    for together, sizes in (({}, [1, 2]), (sides, [3])):
        groups, _ = grouped((one, same, other), Decided(together=together), doubted)
        assert sorted(len(group.records) for group in groups) == sizes
