"""What is printed about a work."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.entries import merge
from cluneal_lit.model import Asked, Date, Fields, Ids, Note, Record, Relation, Status, Work
from tests.made import citation, record

CROSSREF = record("crossref", "doi:10.5555/a")


def day(*parts: int) -> Date:
    return Date(date_parts=(parts,))


def with_relations(*relations: Relation, source: Record = CROSSREF) -> Record:
    return replace(source, relations=relations)


def notice(kind: str, date: Date | None = None, doi: str = "10.5555/n", direction: str = "in") -> Relation:
    return Relation(kind, direction, Ids(doi=doi), date, "publisher")  # type: ignore[arg-type]


def test_each_field_comes_from_the_first_source_that_has_it_and_corrections_lie_on_top() -> None:
    pubmed = record(said=Fields(title="From PubMed", volume="1"), doi="10.5555/a")
    library = record("library", "mine.json#x", Fields(title="Mine", volume="2", publisher="Mine too"), pmid="90000001")
    crossref = replace(CROSSREF, fields=Fields(title="From Crossref", issue="7"))
    note = Note("x", ("pmid:90000001",), corrections=Fields(volume="3"))
    found = merge.fields(Work(("x",), (library, crossref, pubmed), note))
    assert found == Fields(title="From PubMed", volume="3", issue="7", publisher="Mine too")


def test_an_entry_knows_who_was_asked_when_and_where_it_is_cited() -> None:
    cited = [citation(line=9), citation(line=2)]
    lock = {"crossref/doi:10.5555/a": Asked("crossref", "doi:10.5555/a", "2026-11-20", "here")}
    found = merge.entry(Work(("x", "y"), (CROSSREF, record())), cited, ["verified", "inexact"], lock)
    assert (found.key, found.aliases, found.ids, found.verdict) == (
        "x",
        ("y",),
        Ids(pmid="90000001", doi="10.5555/a"),
        "inexact",
    )
    assert found.sources == (Asked("pubmed", "pmid:90000001"), lock["crossref/doi:10.5555/a"])
    assert [place.place.line for place in found.cited_in] == [2, 9]


def test_without_a_service_the_status_is_unchecked() -> None:
    assert merge.status((record("library", "mine.json#x"),)) == Status("unchecked")
    assert merge.status((record("library", "mine.json#x"), CROSSREF)) == Status("none")


def test_a_retraction_stands_though_a_correction_came_later() -> None:
    found = merge.status(
        (with_relations(notice("retraction", day(2020, 1)), notice("correction", day(2021), "10.5555/c")),)
    )
    assert found == Status("retracted", day(2020, 1), Ids(doi="10.5555/n"), "", ("publisher",))


def test_a_later_reinstatement_lifts_a_retraction() -> None:
    found = merge.status(
        (with_relations(notice("retraction", day(2020)), notice("reinstatement", day(2021, 5), "10.5555/r")),)
    )
    assert found.name == "reinstated"


def test_of_concern_and_correction_the_later_counts_and_of_one_day_the_graver() -> None:
    concern, correction = notice("concern", day(2020, 3, 1)), notice("correction", day(2021), "10.5555/c")
    assert merge.status((with_relations(concern, correction),)).name == "corrected"
    same_day = notice("correction", day(2020, 3, 1), "10.5555/c")
    assert merge.status((with_relations(concern, same_day),)).name == "concern"


def test_the_notice_is_not_the_paper() -> None:
    assert merge.status((with_relations(notice("retraction", direction="of")),)) == Status("none")


def test_both_sources_are_named_and_the_date_is_kept() -> None:
    pubmed = replace(record(doi="10.5555/a"), status="retracted")
    found = merge.status((pubmed, with_relations(notice("retraction", day(2020, 1, 2)))))
    assert found == Status("retracted", day(2020, 1, 2), Ids(doi="10.5555/n"), "", ("publisher", "pubmed"))


def test_one_notice_stated_twice_is_one_relation() -> None:
    one, other = notice("retraction"), replace(notice("retraction", day(2020)), source="retraction-watch")
    wanted = Relation("retraction", "in", Ids(doi="10.5555/n"), day(2020), "publisher, retraction-watch")
    assert merge.relations((with_relations(one, other),)) == (wanted,)
