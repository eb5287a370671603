"""What a notice in the collection says of the work that it is about. What is built here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.entries.status import status
from cluneal_lit.entries.versions import told, told_of_notices
from cluneal_lit.model import Ids, Record, Relation, Status, Work
from tests.made import fields, record, work
from tests.sources.recorded import SAMPLE, pubmed_record, recorded_work

PAPER, NOTICE, OTHER = "10.5555/paper", "10.5555/notice", "10.5555/other"
LANCET = "10.1016/s0140-6736(20)"


def crossref(doi: str, *ties: Relation, title: str = "An invented title", year: str = "2021") -> Record:
    return replace(record("crossref", f"doi:{doi}", fields(title=title, year=year)), relations=ties)


def pubmed(pmid: str, *ties: Relation, types: tuple[str, ...] = (), **ids: str) -> Record:
    said = fields(title=f"An invented title {pmid}", year="2021")
    return replace(record("pubmed", f"pmid:{pmid}", said, **ids), relations=ties, types=types)


def tie(kind: str, doi: str = PAPER, direction: str = "of", source: str = "publisher", pmid: str = "") -> Relation:
    return Relation(kind, direction, Ids(pmid=pmid, doi=doi), dates.parse("2019"), source)  # type: ignore[arg-type]


def statuses(**records: Record | tuple[Record, ...]) -> dict[str, Status]:
    """The status of each of several works, with what the others tell of it."""
    works = {key: work(*(said if isinstance(said, tuple) else (said,)), keys=(key,)) for key, said in records.items()}
    said = told(works.values())
    return {key: status(one.records, told=said.get(key, ())) for key, one in works.items()}


def names(**records: Record | tuple[Record, ...]) -> dict[str, str]:
    return {key: found.name for key, found in statuses(**records).items()}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("retraction", "retracted"),
        ("withdrawal", "withdrawn"),
        ("partial-retraction", "partially-retracted"),
        ("concern", "concern"),
        ("correction", "corrected"),
        ("corrected-republication", "corrected"),
        ("republication", "republished"),
        ("reinstatement", "reinstated"),
    ],
)
def test_a_notice_gives_its_paper_a_status_though_the_paper_is_silent(kind: str, name: str) -> None:
    found = statuses(notice=crossref(NOTICE, tie(kind)), paper=crossref(PAPER))
    assert (found["notice"], found["paper"].name, found["paper"].notice) == (Status("none"), name, Ids(doi=NOTICE))
    assert (found["paper"].date, found["paper"].sources) == (dates.parse("2021"), ("publisher",))


@pytest.mark.parametrize("kind", ["comment", "reissue", "erratum-of-nothing", "review", "same"])
def test_other_ties_of_a_work_say_nothing_of_the_others_status(kind: str) -> None:
    assert names(notice=crossref(NOTICE, tie(kind)), paper=crossref(PAPER)) == {"notice": "none", "paper": "none"}


def test_pubmeds_notice_names_its_paper_by_pmid() -> None:
    notice = pubmed("2", tie("retraction", "", source="", pmid="1"), types=("Retraction Notice",), doi=NOTICE)
    found = statuses(notice=notice, paper=(pubmed("1", doi=PAPER), crossref(PAPER, title="An invented title 1")))
    assert (found["notice"].name, found["paper"]) == (
        "none",
        Status("retracted", dates.parse("2021"), Ids(pmid="2", doi=NOTICE), "", ("pubmed",)),
    )


def test_the_notice_of_another_paper_says_nothing() -> None:
    works = {"notice": crossref(NOTICE, tie("retraction", OTHER)), "paper": crossref(PAPER)}
    assert names(**works) == {"notice": "none", "paper": "none"}


def test_a_notice_that_names_two_works_for_one_names_none() -> None:
    said = tie("retraction", PAPER, pmid="1")
    found = names(notice=crossref(NOTICE, said), paper=crossref(PAPER), other=pubmed("1"))
    assert found == {"notice": "none", "paper": "none", "other": "none"}


def test_what_both_works_say_is_said_once_and_with_the_day_of_the_paper() -> None:
    paper = crossref(PAPER, tie("retraction", NOTICE, "in", "retraction-watch"))
    found = told((work(crossref(NOTICE, tie("retraction")), keys=("notice",)), (here := work(paper, keys=("paper",)))))
    assert status(here.records, told=found["paper"]) == Status(
        "retracted", dates.parse("2019"), Ids(doi=NOTICE), "", ("publisher", "retraction-watch")
    )


def test_a_publisher_who_deposits_both_directions_on_the_paper_makes_its_notice_no_retracted_work() -> None:
    paper = crossref(PAPER, tie("retraction", NOTICE, "in"), tie("retraction", NOTICE, "of"))
    assert names(notice=crossref(NOTICE), paper=paper) == {"notice": "none", "paper": "retracted"}


def test_a_notice_is_told_by_the_paper_that_names_it() -> None:
    def told_by(*ties: Relation, notice: tuple[Relation, ...] = ()) -> dict[str, tuple[Relation, ...]]:
        works = {"notice": crossref(NOTICE, *notice), "paper": crossref(PAPER, *ties)}
        return told_of_notices([work(one, keys=(key,)) for key, one in works.items()])

    assert told_by(tie("retraction", NOTICE, "in")) == {"notice": (tie("retraction"),)}
    assert told_by(tie("retraction", NOTICE, "in"), tie("retraction", NOTICE)) == {}
    assert told_by(tie("retraction", OTHER, "in")) == told_by(tie("comment", NOTICE, "in")) == told_by() == {}
    watched = tie("retraction", NOTICE, "in", "retraction-watch")
    assert told_by(watched, notice=(tie("retraction", PAPER, "in"),)) == {
        "notice": (tie("retraction", source="retraction-watch"),)
    }


def test_of_two_works_that_call_each_other_retracted_neither_is_told_so_by_the_other() -> None:
    works = {"one": crossref(NOTICE, tie("retraction")), "two": crossref(PAPER, tie("retraction", NOTICE))}
    assert names(**works) == {"one": "none", "two": "none"}
    sure = {"one": crossref(NOTICE, tie("retraction", source="pubmed")), "two": works["two"]}
    assert names(**sure) == {"one": "none", "two": "retracted"}
    both = {"one": sure["one"], "two": crossref(PAPER, tie("retraction", NOTICE, source="retraction-watch"))}
    assert names(**both) == {"one": "none", "two": "none"}


def test_a_retracted_paper_is_not_its_publishers_notice_about_another() -> None:
    paper = crossref(PAPER, tie("retraction", OTHER, "in"), tie("retraction", NOTICE, "of"))
    assert names(notice=crossref(NOTICE), paper=paper) == {"notice": "none", "paper": "retracted"}
    sure = replace(paper, relations=(paper.relations[0], tie("retraction", NOTICE, source="retraction-watch")))
    assert names(notice=crossref(NOTICE), paper=sure)["notice"] == "retracted"


def test_a_work_that_names_itself_tells_nothing_of_itself_by_the_notices_field() -> None:
    itself = tie("retraction", PAPER)
    assert names(paper=crossref(PAPER, itself), other=crossref(OTHER)) == {"paper": "none", "other": "none"}


@pytest.mark.parametrize(
    ("file", "doi", "name"),
    [
        ("bibaudit_compare_crossref_partial_retraction.json", "10.29328/journal.jcmhs.1001023", "partially-retracted"),
        ("rcrossref_cr_funders_with_cursor_and_progress_bar_0.json", "10.1103/physrevb.98.104436", "none"),
    ],
)
def test_recorded_works_that_point_to_themselves(shared: Path, file: str, doi: str, name: str) -> None:
    found = recorded_work(shared, file, doi)
    assert any(one.direction == "of" and one.ids.doi == doi for one in found.relations)
    assert names(paper=found, other=crossref(OTHER)) == {"paper": name, "other": "none"}


def lancet(shared: Path, which: str, number: str) -> Record:
    return recorded_work(shared, f"bibaudit_crossref_reciprocal_{which}.json", f"{LANCET}{number}")


def test_the_recorded_notice_and_its_paper_with_all_that_both_deposit(shared: Path) -> None:
    paper, notice = lancet(shared, "retracted_paper", "31180-6"), lancet(shared, "retraction_notice", "31324-6")
    concern = crossref(f"{LANCET}31290-3", title="An invented record of the concern")
    assert names(paper=paper, notice=notice, concern=concern) == {
        "paper": "retracted",
        "notice": "none",
        "concern": "corrected",  # as the publisher says on the notice of the retraction
    }


def test_the_recorded_notice_tells_of_a_paper_that_is_silent(shared: Path) -> None:
    paper, notice = lancet(shared, "retracted_paper", "31180-6"), lancet(shared, "retraction_notice", "31324-6")
    found = statuses(paper=replace(paper, relations=()), notice=notice)
    assert (found["notice"].name, found["paper"]) == (
        "none",
        Status("retracted", notice.fields.issued, notice.ids, "", ("crossref", "retraction-watch")),
    )


def test_recorded_notices_of_pubmed_tell_of_their_papers(shared: Path) -> None:
    retraction, erratum = (
        pubmed_record(shared, *name) for name in ((SAMPLE, "11600210"), ("metapub_38962805.xml", "38962805"))
    )
    found = statuses(retraction=retraction, retracted=pubmed("11543891"), erratum=erratum, corrected=pubmed("38446048"))
    assert {key: (one.name, one.notice.pmid) for key, one in found.items()} == {
        "retraction": ("none", ""),
        "retracted": ("retracted", "11600210"),
        "erratum": ("none", ""),
        "corrected": ("corrected", "38962805"),
    }


def test_the_order_of_the_works_does_not_matter() -> None:
    one, other = work(crossref(NOTICE, tie("concern")), keys=("a",)), work(crossref(PAPER), keys=("b",))
    assert told((one, other)) == told((other, one)) != {}


def test_works_without_identifiers_are_told_nothing() -> None:
    brought = Work(("own",), (record("library", "own.json#own", fields(), pmid=""),), None, Ids())
    assert told((brought, work(crossref(NOTICE, tie("retraction")), keys=("notice",)))) == {}
