"""Whose text stands beside an identifier: that of its own work, or of another one of the same people."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.model import Fields, Ids
from tests.made import answers, citation, fields, record, work

SIX = fields(title="An invented nerve in chronic pain: six-month results of a trial")
TWELVE = fields(
    title="An invented nerve in chronic pain: twelve-month results of a trial", year="2020", volume="13", page="88-97"
)
NEAR = [
    (SIX, TWELVE),
    (SIX, fields(title="An invented nerve in chronic pain: twelve-month results of a trial", page="201-9")),
    (
        fields(title="The invented nerve. Part 1: anatomy in golfers"),
        fields(title="The invented nerve. Part 2: surgery in golfers", page="110-9"),
    ),
    (
        fields(title="An invented nerve block in adults: a randomised trial"),
        fields(title="An invented nerve block in children: a randomised trial", volume="14", page="77-85"),
    ),
    (fields(title="Invented heart statistics"), fields(title="Invented heart statistics", volume="13", page="7-15")),
]


def judged(text: Fields, named: Fields, other: Fields, journal: str = "") -> tuple[str, str]:
    """The other work that a text is of, and the verdict, where its PMID is that of the named one."""
    works = [
        work(record(name="pmid:90000001", said=named), keys=("named",)),
        work(record(name="pmid:90000002", said=other), keys=("other",)),
    ]
    cited = citation("", text, form="key", ids=Ids(pmid="90000001"))
    (found,) = resolutions([cited], works, {})
    known, lines = {one.keys[0]: one for one in works}, answers(*works)
    said = verdict(found, disagreements(found, known, lines), known, lines)
    assert said is not None
    return found.near, said.name


@pytest.mark.parametrize(("text", "named"), [*NEAR, *((there, here) for here, there in NEAR)])
def test_the_text_of_another_paper_with_nearly_the_same_title_is_a_mismatch(text: Fields, named: Fields) -> None:
    assert judged(text, named, text) == ("other", "mismatch")
    assert judged(named, named, text) == ("", "verified")


def test_a_text_without_a_place_is_another_papers_whose_title_and_year_it_has() -> None:
    text = fields(title=TWELVE.title, year="2020", volume="", issue="", page="")
    assert judged(text, SIX, TWELVE) == ("other", "mismatch")
    assert judged(replace(text, issued=SIX.issued), SIX, TWELVE)[0] == ""


def test_a_text_without_a_place_is_another_papers_of_that_year_whose_title_alone_it_has() -> None:
    trial = fields(title="Invented cooling of an invented nerve in rowers")
    plan = fields(
        title="Protocol for an invented trial of invented cooling of an invented nerve in rowers", page="11-19"
    )
    for text, named in ((plan, trial), (trial, plan)):
        bare = replace(text, volume="", issue="", page="")
        assert judged(bare, named, text) == ("other", "mismatch")
    whole = replace(trial, title=f"{trial.title}: a report of forty invented cases")
    assert judged(replace(trial, volume="", issue="", page=""), whole, replace(trial, page="7-9")) == ("", "verified")


@pytest.mark.parametrize("whole", ["{}: a study protocol", "{}: 5-year follow-up", "Data from: {}", "Regarding: {}"])
def test_a_text_whose_title_says_more_is_the_works_that_has_it_whole(whole: str) -> None:
    trial = fields(title="Invented cooling of an invented nerve in rowers", issue="")
    other = replace(trial, title=whole.format(trial.title), page="")
    assert judged(other, trial, other) == ("other", "mismatch")
    assert judged(replace(other, page=trial.page), trial, replace(other, page="7-9")) == ("", "inexact")
    assert judged(trial, trial, other) == ("", "verified")


def test_a_notice_under_its_papers_identifier_is_another_work() -> None:
    paper = fields(title="Invented cooling of an invented nerve in rowers", issue="")
    notice = replace(paper, title=f"Retraction: {paper.title}", issued=dates.parse("2020"), volume="13", page="5")
    assert judged(notice, paper, notice) == ("other", "mismatch")
    assert judged(notice, paper, fields(title="Golf in an invented town"))[1] == "mismatch"
    assert judged(replace(paper, title=notice.title), paper, notice) == ("", "verified")


@pytest.mark.parametrize(("other", "near"), [({}, ""), ({"doi": "10.5555/p2"}, "other")])
def test_a_record_of_the_same_place_with_another_title_is_no_other_work_unless_it_has_a_name_of_the_same_kind(
    other: dict[str, str], near: str
) -> None:
    german = fields(title="Eine erfundene Studie zu Nerven im Knie")
    works = [
        work(record("crossref", "doi:10.5555/p1", german), keys=("named",)),
        work(record(name="pmid:90000002", **other), keys=("other",)),
    ]
    (found,) = resolutions([citation("", fields(), form="key", ids=Ids(doi="10.5555/p1"))], works, {})
    assert (found.works, found.near) == (("named",), near)


def test_a_text_without_title_that_is_wholly_another_works_is_a_mismatch() -> None:
    elsewhere = fields(
        title="Golf and sleep in invented towns", authors="Zabel C", year="2001", volume="3", page="9-14"
    )
    assert judged(fields(title=""), elsewhere, fields()) == ("other", "mismatch")


@pytest.mark.parametrize(
    ("named", "verdicts"),
    [
        (fields(title="An invented trial of invented nervs in 40 invented patients"), "inexact"),
        (fields(page="110-119"), "inexact"),
        (
            fields(title="An invented trial of invented nerves in 40 patients", journal="bioRxiv", volume="", page=""),
            "",
        ),
    ],
)
def test_a_second_record_of_the_work_with_a_slip_and_its_preprint_are_no_other_work(
    named: Fields, verdicts: str
) -> None:
    near, said = judged(fields(), named, fields())
    assert (near, said) == ("", verdicts or "inexact")


def test_a_text_with_the_title_of_one_part_at_the_place_of_the_other_is_a_slip() -> None:
    first, second = NEAR[2]
    mixed = fields(title=first.title, page=second.page)
    assert judged(mixed, second, first) == ("", "inexact")


def test_a_text_with_title_year_and_place_of_a_sibling_is_its_where_the_named_work_has_no_place() -> None:
    title = "Cryoneurolysis of the invented nerve in {}: a feasibility study"
    other = fields(title=title.format("inpatients"))
    named = fields(title=title.format("outpatients"), year="2020", volume="", issue="", page="")
    assert judged(other, named, other) == ("other", "mismatch")
    assert judged(named, named, other) == ("", "verified")
    misspelt = replace(other, title=named.title.replace("Cryo", "Kryo"), issued=named.issued)
    assert judged(misspelt, named, other) == ("", "inexact")
