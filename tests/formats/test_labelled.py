"""What a record says of its own status without a notice; the works are invented where no recorded answer is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.status import by_source, status
from cluneal_lit.formats.labelled import labels
from cluneal_lit.model import Ids, Record, Relation, Section, Status
from tests.made import fields, record
from tests.sources.recorded import article_set, pubmed_record, pubmed_reply, recorded_work

LANCET = "10.1016/s0140-6736(20)31180-6"


def titled(title: str, kind: str = "article-journal") -> Record:
    return replace(record(), fields=replace(fields(title), type=kind))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("WITHDRAWN: Invented blocks for invented pain", "withdrawal"),
        ("REMOVED: Invented blocks", "withdrawal"),
        ("RETRACTED ARTICLE: Invented blocks", "retraction"),
        ("[RETRACTED] Invented blocks", "retraction"),
        ("Invented blocks (Retracted article. See vol. 12, pg. 34, 2020)", "retraction"),
        ("Invented blocks (Retraction of vol 12, pg 34, 2020)", ""),
        ("[Retracted] Invented blocks", ""),
        ("Retracted: Invented blocks", ""),
        ("Retraction: Invented blocks", ""),
        ("Withdrawn children: an invented survey", ""),
    ],
)
def test_a_label_in_capitals_before_the_title_or_of_an_index_behind_it_is_the_works_own(title: str, kind: str) -> None:
    assert [tie.kind for tie in labels(titled(title))] == [kind] * bool(kind)


def test_a_notice_that_bears_the_label_of_its_paper_is_not_retracted() -> None:
    notice = replace(titled("RETRACTED: Invented blocks"), relations=(Relation("retraction", "of", Ids(pmid="7")),))
    assert tuple(labels(notice)) == ()
    assert tuple(labels(replace(notice, relations=(), types=("Retraction Notice",)))) == ()


def test_a_work_on_which_its_own_retraction_is_deposited_is_no_notice() -> None:
    paper = titled("RETRACTED: Invented blocks")
    on_itself = replace(
        paper, ids=Ids(doi="10.5555/a"), relations=(Relation("retraction", "of", Ids(doi="10.5555/a")),)
    )
    assert [tie.kind for tie in labels(on_itself)] == ["retraction"]


@pytest.mark.parametrize(
    "title",
    [
        "Invented Syndrome – RETIRED CHAPTER, FOR HISTORICAL REFERENCE ONLY",
        "Invented Syndrome (Archived)",
        "Invented Syndrome [Retired]",
    ],
)
def test_a_chapter_is_retired_by_its_title_and_an_article_is_not(title: str) -> None:
    assert status((titled(title, "chapter"),)) == Status("retired", sources=("pubmed",))
    assert status((titled(title),)) == Status("none")


def test_a_chapter_is_retired_by_its_abstract() -> None:
    told = Section("NOTE: THIS PUBLICATION HAS BEEN RETIRED. THIS ARCHIVAL VERSION IS FOR HISTORICAL REFERENCE ONLY.")
    chapter = titled("Invented Syndrome", "chapter")
    assert status((replace(chapter, abstract=(told,)),)).name == "retired"
    assert status((replace(chapter, abstract=(Section("Retired persons were invited."),)),)).name == "none"


def test_pubmeds_answer_about_a_retired_chapter_is_read_as_that() -> None:
    """An invented answer in the form of a recorded one; none is recorded of a retired chapter."""
    book = (
        "<PubmedBookArticle><BookDocument><PMID>90000001</PMID><Book><BookTitle>Invented Reviews</BookTitle></Book>"
        "<ArticleTitle>Invented Syndrome – RETIRED CHAPTER, FOR HISTORICAL REFERENCE ONLY</ArticleTitle>"
        "</BookDocument></PubmedBookArticle>"
    )
    assert status(pubmed_reply(article_set(book), "90000001").records).name == "retired"


def test_a_recorded_chapter_is_not_retired(shared: Path) -> None:
    assert status((pubmed_record(shared, "translators_20821847.xml", "20821847"),)) == Status("none")


def test_each_source_states_its_own_status_and_a_silent_service_none() -> None:
    tie = Relation("retraction", "in", Ids(doi="10.5555/n"), source="retraction-watch")
    said = replace(tie, kind="correction", source="publisher")
    crossref = replace(record("crossref", "doi:10.5555/a"), relations=(tie, said))
    assert by_source((record(doi="10.5555/a"), crossref, record("library", "own.bib#a"))) == (
        Status("none", sources=("pubmed",)),
        Status("retracted", None, Ids(doi="10.5555/n"), "", ("retraction-watch",)),
        Status("corrected", None, Ids(doi="10.5555/n"), "", ("publisher",)),
    )


def test_the_sources_of_the_recorded_retraction_name_two_notices(shared: Path) -> None:
    paper = recorded_work(shared, "bibaudit_crossref_reciprocal_retracted_paper.json", LANCET)
    assert [(one.name, one.notice.doi, one.sources) for one in by_source((paper,))] == [
        ("retracted", "10.1016/s0140-6736(20)31324-6", ("retraction-watch",)),
        ("retracted", "10.1016/s0140-6736(20)31174-0", ("publisher",)),  # the comment that stood beside the paper
    ]
