"""What is printed about a work."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import titles
from cluneal_lit.entries import merge
from cluneal_lit.entries.works import grouped
from cluneal_lit.model import Asked, Fields, Ids, Licence, Note, Relation
from tests.made import citation, record, work

CROSSREF = record("crossref", "doi:10.5555/a")


def test_each_field_comes_from_the_first_source_that_has_it_and_corrections_lie_on_top() -> None:
    pubmed = record(said=Fields(title="From PubMed", volume="1"), doi="10.5555/a")
    library = record("library", "mine.json#x", Fields(title="Mine", volume="2", publisher="Mine too"), pmid="90000001")
    crossref = replace(CROSSREF, fields=Fields(title="From Crossref", issue="7"))
    note = Note("x", ("pmid:90000001",), corrections=Fields(volume="3"))
    found = merge.fields(work(library, crossref, pubmed, keys=("x",), note=note))
    assert found == Fields(title="From PubMed", volume="3", issue="7", publisher="Mine too")


def test_an_entry_knows_who_was_asked_when_and_where_it_is_cited() -> None:
    cited = [citation(line=9), citation(line=2)]
    lock = {"crossref/doi:10.5555/a": Asked("crossref", "doi:10.5555/a", "2026-11-20", "here")}
    found = merge.entry(work(CROSSREF, record(doi="10.5555/a"), keys=("x", "y")), cited, ["verified", "inexact"], lock)
    assert (found.key, found.aliases, found.ids, found.verdict) == (
        "x",
        ("y",),
        Ids(pmid="90000001", doi="10.5555/a"),
        "inexact",
    )
    assert found.sources == (Asked("pubmed", "pmid:90000001"), lock["crossref/doi:10.5555/a"])
    assert [place.place.line for place in found.cited_in] == [2, 9]


def test_a_chapter_has_the_isbn_of_its_book_be_that_a_work_too() -> None:
    isbn = "9780306406157"
    book = record("library", "a.json#book", Fields(type="book", title="An invented book"), isbn=(isbn,))
    chapter = record("library", "a.json#part", Fields(type="chapter", title="An invented part"), isbn=(isbn,))
    parted, told = grouped([book, chapter])
    works = [replace(work(*group.records), ids=group.ids) for group in parted]
    found = [merge.entry(one, (), (), {}).ids.isbn for one in works]
    assert (found, told) == ([(isbn,), (isbn,)], ())
    assert sum(f"isbn:{isbn}" in group.ids.keys() for group in parted) == 1  # it names the book alone


def test_of_a_book_only_the_isbn_is_printed_that_is_its_own() -> None:
    book = record("library", "a.json#book", Fields(type="book", title="An invented book"), isbn=("9780306406157",))
    assert merge.entry(replace(work(book), ids=Ids()), (), (), {}).ids == Ids()


def heard(**answers: str) -> dict[str, Asked]:
    """The lock after these answers about doi:10.5555/a."""
    lines = [
        Asked(name.replace("_", "-"), "doi:10.5555/a", "2026-11-20", state)  # type: ignore[arg-type]
        for name, state in answers.items()
    ]
    return {line.key: line for line in lines}


def test_the_status_is_unchecked_while_a_cited_identifier_was_not_answered_about() -> None:
    lock = heard(crossref="here", pubmed_doi="absent")
    cited = citation(ids=Ids(pmid="90000005", doi="10.5555/a"))
    assert merge.entry(work(CROSSREF), [cited], [], lock).status.name == "unchecked"
    assert merge.entry(work(CROSSREF), [citation(ids=Ids(doi="10.5555/a"))], [], lock).status.name == "none"


def test_the_status_is_unchecked_or_provisional_while_pubmed_was_not_searched_for_the_doi() -> None:
    lock = heard(crossref="here")
    corrected = replace(CROSSREF, relations=(Relation("correction", "in", Ids(doi="10.5555/c")),))
    retracted = replace(CROSSREF, relations=(Relation("retraction", "in", Ids(doi="10.5555/r")),))
    found = [merge.entry(work(one), (), (), lock).status for one in (CROSSREF, corrected, retracted)]
    assert [(status.name, status.provisional) for status in found] == [
        ("unchecked", False),
        ("corrected", True),
        ("retracted", False),
    ]
    of_pubmed = record("pubmed", "pmid:1", Fields(title="A"), pmid="1", doi="10.5555/a")
    whole = lock | {"pubmed/pmid:1": Asked("pubmed", "pmid:1", "2026-11-20", "here")}
    assert merge.entry(work(CROSSREF, of_pubmed), (), (), whole).status.name == "none"


def test_a_record_of_identifiers_alone_verifies_no_entry_and_is_no_source() -> None:
    brought = record("library", "mine.json#x", pmcid="PMC1")
    bare = record("idconv", "pmcid:PMC1", Fields(), pmcid="PMC1")
    lock = {"idconv/pmcid:PMC1": Asked("idconv", "pmcid:PMC1", "2026-11-20", "here")}
    found = merge.entry(work(brought, bare), (), (), lock)
    assert (found.verdict, found.status.name, [one.source for one in found.sources], found.fields) == (
        "unchecked",
        "unchecked",
        ["library"],
        brought.fields,
    )


def test_the_licence_is_one_that_lets_people_read() -> None:
    ours = Licence("https://creativecommons.org/licenses/by/4.0/", "vor")
    others = (Licence("https://publisher.example/terms"), Licence("http://creativecommons.org/licenses/by/4.0/", "tdm"))
    assert merge.entry(work(replace(CROSSREF, licences=(*others, ours))), [], [], {}).licence == ours.url
    assert merge.entry(work(replace(CROSSREF, licences=others)), [], [], {}).licence == ""


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Invented relief",
        "RETRACTED: RETRACTED ARTICLE: Invented relief",
        "[Retracted] Invented relief",
        "Withdrawn: Invented relief",
        "Invented relief (Retracted Article)",
        "Invented relief [Retracted article. See vol. 7, p. 99, 2020].",
    ],
)
def test_the_label_of_a_retraction_is_printed_with_the_status_alone(title: str) -> None:
    said = replace(CROSSREF, fields=Fields(title=title), relations=(Relation("retraction", "in", Ids(pmid="7")),))
    found = merge.entry(work(said), (), (), {})
    assert (found.fields.title, found.status.name) == ("Invented relief", "retracted")
    kept = merge.entry(work(replace(said, relations=())), (), (), {})
    # Nobody else says so, and a label before the title is a publisher's word in capitals alone: else a notice's title.
    stays = title.startswith(("[Retracted]", "Withdrawn:"))
    assert (kept.fields.title, kept.status.name) == (
        (title, "unchecked") if stays else ("Invented relief", "retracted")
    )
    assert titles.bare(title) == "invented relief"


def test_the_tags_of_every_library_stand_behind_the_keywords_of_the_first_service() -> None:
    pubmed = replace(record(doi="10.5555/a"), keywords=("nerve", "knee"))
    ours = replace(record("library", "a.bib#x", Fields(title="A"), doi="10.5555/a"), keywords=("to read", "knee"))
    theirs = replace(record("library", "b.ris#1", Fields(title="A"), doi="10.5555/a"), keywords=("seen",))
    second = replace(CROSSREF, keywords=("Nerves",))
    of_all = merge.entry(work(theirs, ours, second, pubmed, keys=("x",)), (), (), {}).keywords
    assert (of_all[:2], {*of_all}) == (("nerve", "knee"), {"nerve", "knee", "to read", "seen"})
    assert merge.entry(work(second, keys=("x",)), (), (), {}).keywords == ("Nerves",)
