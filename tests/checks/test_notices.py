"""A notice that is cited for the paper that it is about. Papers and notices that are built here are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.notices import of_paper
from cluneal_lit.model import Fields, Ids, Record, Relation
from tests.made import citation, fields, record
from tests.sources.recorded import recorded_work

PAPER, NOTICE = "10.5555/paper", "10.5555/notice"
TITLE = fields().title
RETRACTS = f"the notice that doi:{PAPER} was retracted"
LANCET, NOTICED = "10.1016/s0140-6736(20)31180-6", "10.1016/s0140-6736(20)31324-6"


def tie(kind: str = "retraction", direction: str = "of", source: str = "publisher", doi: str = PAPER) -> Relation:
    return Relation(kind, direction, Ids(doi=doi), source=source)  # type: ignore[arg-type]


def held(*ties: Relation, title: str = f"Retraction: {TITLE}", doi: str = NOTICE, **others: object) -> Record:
    made = record("crossref", f"doi:{doi}", fields(title=title))
    return replace(made, relations=ties, **others)


def meant(known: Record, said: Fields | None = None, *told: Relation, apart: bool = False) -> str:
    return of_paper(citation(said=said or fields()), known, (*known.relations, *told), apart=apart)


@pytest.mark.parametrize(
    ("kind", "befell"),
    [
        ("retraction", "was retracted"),
        ("withdrawal", "was withdrawn"),
        ("partial-retraction", "was retracted in part"),
        ("concern", "is of concern to its journal"),
    ],
)
def test_what_is_deposited_as_a_notice_is_one_though_nothing_disagrees(kind: str, befell: str) -> None:
    assert meant(held(tie(kind))) == f"the notice that doi:{PAPER} {befell}"


@pytest.mark.parametrize(
    "title",
    [f"Retracted: {TITLE}", f"Statement of retraction: {TITLE}", f"{TITLE} [Retraction]", f"WITHDRAWAL—{TITLE}"],
)
def test_the_label_may_stand_anywhere_in_the_title_of_the_notice(title: str) -> None:
    assert meant(held(tie(), title=title)) == RETRACTS
    assert meant(held(tie(), title=title), fields(title=title)) == ""


@pytest.mark.parametrize(
    "title", [f"{TITLE} (Retraction)", f"{TITLE} [Retraction]", f"{TITLE} (Retraction of vol 3, pg 100, 2018)"]
)
@pytest.mark.parametrize("apart", [False, True])
def test_a_notice_may_be_cited_as_one_with_its_label_anywhere(title: str, *, apart: bool) -> None:
    assert meant(held(tie()), fields(title=title, page="55"), apart=apart) == ""
    assert meant(held(tie(), types=("Retraction of Publication",)), fields(title=title, page="55"), apart=apart) == ""


@pytest.mark.parametrize(
    "behind", ["[Retraction]", "(Retraction, 2020)", "(Retraction of vol 3, pg 100)", "(vol 3, pg 100, 2018)"]
)
def test_the_label_counts_where_reading_the_string_left_it_out(behind: str) -> None:
    assert (
        of_paper(
            replace(citation(said=fields()), raw=f"A. {TITLE} {behind}. J. 2020."), held(tie()), [tie()], apart=True
        )
        == ""
    )


@pytest.mark.parametrize("title", [f"RETRACTED: {TITLE}", f"{TITLE} (Retracted article. See vol. 5, pg. 55, 2020)"])
def test_a_paper_that_was_retracted_is_no_notice(title: str) -> None:
    assert meant(held(tie()), fields(title=title)) == RETRACTS


def test_what_a_paper_is_about_is_no_label() -> None:
    paper = "Opioid withdrawal in rats"
    assert meant(held(tie(), title=f"Retraction: {paper}"), fields(title=paper)) == RETRACTS


def test_a_notice_without_a_label_is_cited_for_the_paper_where_title_or_place_are_the_papers() -> None:
    notice = held(tie(), title="To our readers")
    assert meant(notice) == RETRACTS
    assert meant(notice, fields(title="To our readers")) == ""
    assert meant(held(tie(), title=TITLE), fields(page="907")) == RETRACTS
    assert meant(held(tie(), title=TITLE), fields(year="2018"), apart=True) == ""


def test_what_the_paper_says_of_its_notice_counts_as_what_the_notice_says() -> None:
    assert (meant(held()), meant(held(), None, tie())) == ("", RETRACTS)


@pytest.mark.parametrize(
    "ties",
    [
        (tie("correction"),),
        (tie("update"),),
        (tie(doi=""),),
        (tie(doi=NOTICE),),
        (tie(), tie(direction="in")),
        (tie(), tie("concern", "in", "retraction-watch")),
        (tie(), tie(direction="in", doi="10.5555/other")),
    ],
)
def test_a_title_alone_and_what_is_deposited_both_ways_make_no_notice(ties: tuple[Relation, ...]) -> None:
    assert meant(held(*ties), apart=True) == ""


def test_who_knows_which_of_both_is_the_notice_is_believed() -> None:
    assert meant(held(tie(source="retraction-watch"), tie(direction="in"))) == RETRACTS


@pytest.mark.parametrize(
    "title",
    [
        f"Correction to: {TITLE}",
        f"Author Correction: {TITLE}",
        f"Publisher's correction: {TITLE}",
        f"Erratum for {TITLE}",
        f"Corrigendum to “{TITLE}” [J Invent Med 12 (2018) 1–9]",
        f"Correction to the article: {TITLE}",
    ],
)
def test_a_correction_under_the_title_of_its_paper_is_no_paper(title: str) -> None:
    notice, bare = held(tie("correction"), title=title), Fields(title=TITLE)
    corrected = f"the notice that doi:{PAPER} was corrected"
    assert (meant(notice, bare, apart=True), meant(notice, Fields(title=title), apart=True)) == (corrected, "")
    assert meant(held(title=title), bare, apart=True) == ""
    republished = replace(notice, types=("Corrected and Republished Article",))
    assert meant(republished, bare, apart=True) == ""


def test_a_paper_about_corrections_is_no_notice() -> None:
    known = held(tie("correction"), title="Correction of an invented curve: a trial")
    cited = (
        "Correction of an invented curve",
        "Correction of an invented curve: a trial",
        "An invented curve: a trial",
    )
    assert [meant(known, Fields(title=title), apart=True) for title in cited] == ["", "", ""]


@pytest.mark.parametrize(
    ("doi", "older"),
    [
        ("10.1002/14651858.cd999999.pub3", "10.1002/14651858.cd999999.pub2"),
        ("10.1002/14651858.cd999999.pub2", "10.1002/14651858.cd999999"),
        ("10.21203/rs.3.rs-9999999/v2", "10.21203/rs.3.rs-9999999/v1"),
        ("10.12688/f1000research.99999.2", "10.12688/f1000research.99999.1"),
    ],
)
def test_a_version_that_takes_an_older_one_back_is_no_notice(doi: str, older: str) -> None:
    assert meant(held(tie("withdrawal", doi=older), title=f"Withdrawn: {TITLE}", doi=doi)) == ""


def test_a_retitled_or_republished_paper_is_no_notice() -> None:
    assert meant(held(tie(doi=NOTICE + "1"), title=f"RETRACTED: {TITLE}")) == ""
    assert meant(held(tie(), types=("Corrected and Republished Article",))) == ""


def test_a_notice_is_known_by_its_type_or_by_title_and_place_never_by_the_title_alone() -> None:
    unnamed = "a notice or report about another work"
    typed = replace(record(), types=("Published Erratum",))
    titled = record(said=fields(title=f"Retraction: {TITLE}", volume="14"))
    retitled = record(said=fields(title=f"Retraction: {TITLE}"))
    found = [meant(one, apart=True) for one in (typed, titled, retitled, record())]
    assert found == [unnamed, unnamed, "", ""]
    assert meant(replace(typed, relations=(tie("correction", source=""),)), apart=True) == (
        f"the notice that doi:{PAPER} was corrected"
    )
    assert (meant(typed), meant(typed, fields(title="Erratum: an invented trial"), apart=True)) == ("", "")


def test_of_a_recorded_notice_and_its_paper_which_deposit_both_directions_the_notice_is_one(shared: Path) -> None:
    notice = recorded_work(shared, "bibaudit_crossref_reciprocal_retraction_notice.json", NOTICED)
    paper = recorded_work(shared, "bibaudit_crossref_reciprocal_retracted_paper.json", LANCET)
    title = paper.fields.title.removeprefix("RETRACTED: ")
    cited = replace(notice.fields, title=title)
    assert meant(notice, cited) == f"the notice that doi:{LANCET} was retracted"
    assert (meant(notice, notice.fields), meant(paper, cited), meant(paper, paper.fields)) == ("", "", "")
