"""What pages say in words. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import VERDICTS, Asked, Ids, ListItem, Place, ReadingList, Status
from cluneal_lit.outputs import counting, ledger, list_words, words
from tests.formats.invented import article

PUBMED = Asked("pubmed", "pmid:1", "2026-11-18")
LATER = Asked("pubmed", "pmid:2", "2026-11-20")
DATACITE = Asked("datacite", "doi:10.5555/1", "2026-11-18")
LIBRARY = Asked("library", "own.json#muster2019")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (PUBMED, "PubMed, asked 2026-11-18"),
        (LIBRARY, "the library file own.json"),
        (Asked("crossref", "doi:10.5555/x"), "Crossref, not asked yet"),
        (Asked("elsewhere", "x", "2026-11-18"), "elsewhere, asked 2026-11-18"),
    ],
)
def test_a_source_is_named_with_the_day_it_was_asked(asked: Asked, said: str) -> None:
    assert words.source(asked) == said


@pytest.mark.parametrize(
    ("sources", "basis", "said"),
    [
        ((PUBMED, DATACITE), "", "PubMed and DataCite, asked 2026-11-18"),
        ((PUBMED, LATER, LIBRARY), "", "PubMed, asked 2026-11-18; PubMed, asked 2026-11-20; the library file own.json"),
        (
            (LIBRARY, PUBMED),
            "seen",
            "the library file own.json, whose maker marked it “seen”; PubMed, asked 2026-11-18",
        ),
        ((), "", ""),
    ],
)
def test_services_that_were_asked_on_one_day_are_told_together(
    sources: tuple[Asked, ...], basis: str, said: str
) -> None:
    assert ledger.whence(article(sources=sources, basis=basis)) == said


def test_each_source_is_told_with_its_days_and_what_nobody_was_asked_about() -> None:
    entries = [article(sources=(PUBMED, LIBRARY)), article(sources=(LATER,)), article(sources=(LIBRARY,))]
    assert words.asked(entries) == (
        "PubMed was asked about 2 records, from 2026-11-18 to 2026-11-20.",
        "No service has given a record of 1 of the 3 works yet.",
    )


def test_works_that_no_service_has_answered_about_are_never_read_as_fewer_than_all() -> None:
    assert (words.unanswered(1, 1), words.unanswered(70, 70), words.unanswered(3, 70)) == (
        "No service has given a record of the work yet.",
        "No service has given a record of any of the 70 works yet.",
        "No service has given a record of 3 of the 70 works yet.",
    )


def test_every_verdict_has_a_meaning() -> None:
    assert [name for name in VERDICTS if not words.meaning(name)] == []


@pytest.mark.parametrize(
    ("ids", "sources", "why"),
    [
        (Ids("1", doi="10.5555/1"), (LIBRARY,), "neither PubMed nor Crossref has given a record of it yet"),
        (Ids("1"), (), "PubMed has not given a record of it yet"),
        (Ids("1", doi="10.5555/1"), (PUBMED, LIBRARY), "PubMed gave a record of it, Crossref has not yet"),
        (Ids("1"), (PUBMED,), "no service has confirmed it"),
        (Ids(arxiv="2101.00001"), (), "DataCite has not given a record of it yet"),
        (Ids("1", doi="10.5555/1"), (DATACITE,), "DataCite gave a record of it, PubMed has not yet"),
        (Ids(isbn=("9780198528074",)), (LIBRARY,), "it has no PMID and no DOI by which to ask a service"),
    ],
)
def test_what_nobody_confirmed_says_why(ids: Ids, sources: tuple[Asked, ...], why: str) -> None:
    assert words.verdict(article(verdict="unchecked", ids=ids, sources=sources)) == f"Unchecked: {why}"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("retracted", "The citation is right; the work was retracted"),
        ("withdrawn", "The citation is right; the work was withdrawn"),
        ("concern", "The citation is right; the work has an expression of concern"),
        ("superseded", "The citation is right; the work was superseded by a newer version"),
        ("corrected", "Verified: the services confirm what is cited"),
        ("unchecked", "Verified: the services confirm what is cited"),
    ],
)
def test_a_work_that_is_not_to_be_relied_on_never_reads_as_approved(status: str, said: str) -> None:
    assert words.verdict(article(status=Status(status))) == said


def test_a_verdict_of_another_program_is_told_without_a_meaning() -> None:
    assert words.verdict(article(verdict="odd")) == "Odd"


def test_the_marks_of_library_files_are_explained_as_far_as_they_occur() -> None:
    entries = [article(basis=basis) for basis in ("seed", "own word", "", "seed", "confirmed")]
    assert (words.legend(entries), words.legend(entries[1:3])) == (
        "What the maker of a library file means by a mark: "
        "“confirmed” (the fields were seen in stored pages of publishers or indexers), "
        "“seed” (the fields stand only in a text that cites the work). No mark stands for a service's word.",
        "",
    )


def test_editorial_statuses_are_counted_in_words() -> None:
    counts = {"retracted": 1, "concern": 2, "none": 3, "unchecked": 4}
    said = "1 retracted, 2 with an expression of concern, 3 without a notice, 4 not checked"
    assert words.statuses(counts) == said


@pytest.mark.parametrize(
    ("place", "said", "address"),
    [
        (Place(line=12, column=3), "line 12", "a.md:12:3"),
        (Place(page=3, paragraph=2), "page 3, paragraph 2", "a.md, page 3, paragraph 2"),
        (Place(slide=4, note="notes"), "slide 4, notes", "a.md, slide 4, notes"),
        (Place(paragraph=9, cell="B2"), "paragraph 9, cell B2", "a.md, paragraph 9, cell B2"),
        (Place(note="footnote 3"), "footnote 3", "a.md, footnote 3"),
        (Place(), "", "a.md"),
    ],
)
def test_a_place_is_said_as_far_as_the_format_knows_it(place: Place, said: str, address: str) -> None:
    assert (words.place(place), words.address("a.md", place)) == (said, address)


@pytest.mark.parametrize(
    ("times", "whole"), [((20, 75), "1 h 35 min"), ((5,), "5 min"), ((60, 60), "2 h"), ((20, 0), ""), ((), "")]
)
def test_how_long_a_list_takes_is_told_where_it_is_said_of_each_work(times: tuple[int, ...], whole: str) -> None:
    items = tuple(ListItem("a", minutes=number) for number in times)
    assert list_words.whole(ReadingList("x", "X", "", items)) == whole


@pytest.mark.parametrize(
    ("number", "markers", "said"),
    [
        (0, 0, "0 citations"),
        (1, 1, "1 citation, by a number"),
        (24, 24, "24 citations, each by a number"),
        (3, 2, "3 citations (1 reference or identifier, 2 numbered markers)"),
        (3, 0, "3 citations"),
    ],
)
def test_citations_are_told_by_what_there_is_of_them(number: int, markers: int, said: str) -> None:
    assert counting.citations(number, markers) == said
