"""Editorial status in words. The works and notices are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats import notices
from cluneal_lit.model import STATUSES, Date, Ids, Relation, Status
from tests.formats.invented import RETRACTED, article

TEXT = "J Invent. 2020 May 4;7(5):99. doi: 10.5555/Invented.Retraction."


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (
            RETRACTED,
            "RETRACTED 2020 May 4. Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction. "
            "PMID: 99999902.",
        ),
        (Status("retracted"), "RETRACTED."),
        (Status("corrected", Date(((2020,),)), Ids(pmid="7")), "CORRECTED 2020. Erratum in: PMID: 7."),
        (
            Status("concern", text="J Invent. 2020;1:2."),
            "EXPRESSION OF CONCERN. Expression of concern in: J Invent. 2020;1:2.",
        ),
        (
            Status("superseded", Date(((2001,),)), Ids(pmid="99"), "J Invent. 2001;(2):7"),
            "SUPERSEDED 2001. Update in: J Invent. 2001;(2):7. PMID: 99.",
        ),
        (
            Status("corrected", text="J Invent. 2021;2:3.", kind="corrected-republication"),
            "CORRECTED. Corrected and republished in: J Invent. 2021;2:3.",
        ),
        (Status("none"), ""),
        (Status("unchecked"), ""),
    ],
)
def test_a_status_is_told_in_one_sentence(status: Status, sentence: str) -> None:
    assert notices.sentence(status) == sentence


def test_every_status_but_none_and_unchecked_has_a_label() -> None:
    assert [name for name in STATUSES if not notices.label(Status(name))] == ["none", "unchecked"]


def test_only_retracted_and_withdrawn_works_are_grave() -> None:
    assert [name for name in STATUSES if notices.grave(Status(name))] == ["retracted", "withdrawn"]


def test_a_notice_that_two_services_tell_is_printed_once_and_the_fuller_text_stands() -> None:
    ids = Ids(pmid="99999902", doi="10.5555/invented.retraction")
    entry = article(
        status=Status("retracted", notice=Ids(doi="10.5555/invented.retraction"), sources=("crossref",)),
        relations=(
            Relation("retraction", "in", Ids(doi="10.5555/invented.retraction"), source="publisher"),
            Relation("retraction", "in", ids, source="pubmed", text=TEXT),
            Relation("correction", "in", Ids(pmid="8"), text="J Invent. 2019;7:50."),
            Relation("correction", "in", Ids(pmid="9"), text="J Invent. 2019;7:51."),
            Relation("comment", "in", Ids(pmid="10"), text="J Invent. 2019;7:60."),
            Relation("retraction", "of", Ids(pmid="11"), text="J Invent. 2001;1:1."),
        ),
    )
    assert notices.printed(entry) == (
        "Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/Invented.Retraction.",
        "Erratum in: J Invent. 2019;7:50.",
        "Erratum in: J Invent. 2019;7:51.",
    )


def test_a_preprint_says_where_it_was_published_and_other_works_nothing() -> None:
    by_crossref = Relation("preprint", "of", Ids(doi="10.5555/paper"), source="crossref")
    by_pubmed = Relation("preprint", "of", Ids(pmid="7"), source="pubmed", text="J Invent. 2021;1:2.")
    has_preprint = Relation("preprint", "in", Ids(doi="10.5555/p"), source="crossref")
    works = [article(relations=ties) for ties in ((by_crossref,), (by_crossref, by_pubmed), (has_preprint,), ())]
    assert [notices.published(work) for work in works] == [
        "Since published: doi: 10.5555/paper.",
        "Since published: J Invent. 2021;1:2. doi: 10.5555/paper. PMID: 7.",
        "",
        "",
    ]


def test_nlm_prints_the_paper_of_a_preprint_as_its_update() -> None:
    tie = Relation("preprint", "of", Ids(doi="10.5555/paper"), source="crossref")
    assert notices.printed(article(relations=(tie,))) == ("Update in: doi: 10.5555/paper.",)


def test_beside_a_status_its_own_notice_is_left_out_and_no_other() -> None:
    entry = article(
        status=Status("retracted", notice=Ids(doi="10.5555/r"), text="J Invent. 2020;7:99", sources=("crossref",)),
        relations=(
            Relation("retraction", "in", Ids(doi="10.5555/r"), source="publisher"),
            Relation("retraction", "in", Ids(doi="10.5555/second"), source="publisher"),
            Relation("correction", "in", Ids(pmid="8"), text="J Invent. 2019;7:50."),
            Relation("preprint", "of", Ids(doi="10.5555/paper"), source="crossref"),
        ),
    )
    assert notices.printed(entry, told=False) == (
        "Retraction in: doi: 10.5555/second.",
        "Erratum in: J Invent. 2019;7:50.",
    )


def test_of_several_newer_versions_the_newest_is_named() -> None:
    ties = [Relation("update", "in", Ids(pmid=str(year)), Date(((year,),))) for year in (2010, 2019, 2015)]
    undated = Relation("update", "in", Ids(pmid="7"))
    assert notices.newer_version(article(relations=(*ties, undated))) == ties[1]
    assert notices.newer_version(article()) is None
