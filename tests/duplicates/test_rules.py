"""Which rule decides. The records are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from cluneal_lit.duplicates.evidence import SIZES, compared
from cluneal_lit.duplicates.rules import RULES
from cluneal_lit.duplicates.scorecard import NEVER, Judge, scorecard
from cluneal_lit.model import Ids, Record
from tests.duplicates.invented import SAID, record

TITLE = str(SAID["title"])
NOWHERE = {"volume": "", "issue": "", "page": ""}
REVIEW = {"container_title": "Cochrane Database of Systematic Reviews", "volume": "", "page": "CD009999"}


def review(version: str | None, year: int, issue: str) -> Record:
    """A version of a Cochrane review; None for one of which no DOI is known."""
    doi = "" if version is None else f"10.1002/14651858.cd009999{version and f'.{version}'}"
    return record(ids=Ids(doi=doi), year=year, issue=issue, **REVIEW)


def registration(number: str, **said: str) -> Record:
    """The registration of a trial, as the Cochrane Library gives it."""
    return record(**(NOWHERE | {"container_title": f"https://trialsearch.who.int/?TrialID={number}"} | said))


CASES = [
    (
        "id",
        record(ids=Ids(doi="10.5555/one")),
        record(ids=Ids(doi="10.5555/one"), title="Entrapment of nerves", **NOWHERE),
    ),
    ("pages", record(), record(title="Einklemmung bei Ruderern")),
    ("alone", record(), record(author="", year=None, container_title="", **NOWHERE)),
    ("doi", record(ids=Ids(doi="10.5555/one")), record(ids=Ids(doi="10.5555/two"), page="33-40")),
    ("pmid", record(ids=Ids(pmid="90000001")), record(ids=Ids(pmid="90000002"), page="")),
    (
        "elsewhere",
        record(),
        record(volume="44", issue="7", page="901-910", container_title="Annals of Imagined Rheumatology"),
    ),
    ("title", record(), record(title="Zebras at sea", page="")),
    ("numbers", record(title=f"{TITLE}: part 1"), record(title=f"{TITLE}: part 2", page="33-40")),
    ("words", record(title=f"{TITLE} of men", **NOWHERE), record(title=f"{TITLE} of children", **NOWHERE)),
    ("kinds", record(), record(title=f"{TITLE}: a reply", author="Nakamura H", page="33")),
    ("kinds", record(), record(title=f"Reply to: {TITLE}", page="")),
    ("kinds", record(), record(title=f"{TITLE} - Authors' response")),  # on the same pages
    ("kinds", record(), record(title=f"Re: {TITLE}", volume="", issue="")),
    ("pages", record(), record(title=f"Re-{TITLE}")),  # no reply
    ("pages", record(title=f"{TITLE} (reply)"), record(title=f"Reply: {TITLE}")),  # a database put it behind
    ("id", record(ids=Ids(doi="10.5555/one")), record(ids=Ids(doi="10.5555/one"), title=f"Erratum: {TITLE}")),
    ("opposite", record(title=f"{TITLE} in men"), record(title=f"{TITLE} in women")),
    ("opposite", record(title=f"{TITLE}: phase 2"), record(title=f"{TITLE}: phase III")),
    ("opposite", record(title=f"{TITLE} in 16 towns"), record(title=f"{TITLE} in 116 towns")),
    ("opposite", record(title=f"{TITLE}, part A"), record(title=f"{TITLE}, part B")),
    ("opposite", record(title=f"{TITLE} in adults"), record(title=f"{TITLE} in children")),
    ("preprint", record(), record(container_title="medRxiv", volume="", issue="", page="")),
    ("edition", record(edition="2nd", **NOWHERE), record(edition="3rd edition", **NOWHERE)),
    ("edition", record(edition="2nd", **NOWHERE), record(edition="Third", **NOWHERE)),
    ("edition", review("pub2", 2014, "3"), review("pub3", 2018, "7")),
    ("edition", review("", 2011, "5"), review("pub2", 2012, "3")),
    ("edition", review(None, 2014, "3"), review("pub3", 2018, "7")),
    ("registration", registration("NCT01234567"), record()),
    ("trial", registration("ISRCTN12345678"), registration("ISRCTN87654321")),
    ("id", registration("EUCTR2012-001234-56-DE"), registration("EUCTR2012-001234-56-GB", title="Of nerves")),
    ("trial", record(page="NCT01234567"), record(page="", url="https://clinicaltrials.gov/study/NCT07654321")),
    ("numbered", *[record(ids=Ids(doi="10.5555/one", pmid=pmid)) for pmid in ("11", "12")]),
    ("numbered", *[record(ids=Ids(pmid="11", pmcid=f"PMC{number}")) for number in (7, 8)]),
    ("year", record(container_title="", **NOWHERE), record(container_title="", year=2009, **NOWHERE)),
]


def decided(left: Record, right: Record) -> str:
    pair = [described(left), described(right)]
    levels = compared(*pair, corpus(pair, [(0, 1)]))
    return levels if isinstance(levels, str) else ""


@pytest.mark.parametrize(("rule", "left", "right"), CASES, ids=[rule for rule, _, _ in CASES])
def test_the_rule_that_decides(rule: str, left: Record, right: Record) -> None:
    assert (decided(left, right), decided(right, left)) == (rule, rule)


def test_a_title_that_stands_in_many_issues_is_one_of_a_series() -> None:
    series = [described(record(title="Editorial comment", issue=str(issue), page="")) for issue in range(1, 7)]
    assert compared(series[0], series[1], corpus(series, [])) == "series"


SPINE = {"issue": "7", "page": ""}
SUPPLEMENT = Ids(doi="10.5555/supplement")
ABSTRACTS = ((12, "Ghana"), (13, "Peru"))
DOUBTS = [
    ("contrast", record(title=f"{TITLE}: part I", **SPINE), record(title=f"{TITLE}: part II", **SPINE)),
    ("contrast", record(title=f"{TITLE} in men", **SPINE), record(title=f"{TITLE} in women", **SPINE)),
    ("contrast", record(title=f"Hypertension and {TITLE}", **SPINE), record(title=f"Hypotension and {TITLE}", **SPINE)),
    ("version", review(None, 2014, "3"), review(None, 2015, "1")),
    ("shared", *[record(ids=SUPPLEMENT, page=f"S{at}", title=f"{TITLE} of {of}") for at, of in ABSTRACTS]),
    ("shared", *[record(ids=SUPPLEMENT, page="S101", title=f"PMS{at}: {TITLE} of {of}") for at, of in ABSTRACTS]),
    ("own", *[record(page="S101", title=f"P-{at} {TITLE} of {of}") for at, of in ABSTRACTS]),
    ("contrast", *[record(page="S101", title=f"{TITLE} in {of}") for of in ("men", "women")]),
    ("meeting", record(), replace(record(issue="", page=""), custom={"M3": "Conference Abstract"})),
    (
        "journal",
        record(title=f"{TITLE} anew", **NOWHERE),
        record(title=f"{TITLE} anew", container_title="Neurology", **NOWHERE),
    ),
    ("bare", *[record(author=f"Smith {initial}", **NOWHERE) for initial in "AB"]),
    ("people", record(page=""), record(issue="", page="", author="Smith A; Brown C")),
    ("place", record(), record(title="Einklemmung bei Ruderern", page="25")),
    ("press", record(), record(year=2016, **NOWHERE)),
    ("yearly", *[record(year=year, **NOWHERE) for year in (2018, 2019)]),
    ("within", record(), record(title=f"Fe de errores de: {TITLE}", issue="", page="")),
    ("others", *[record(issue="Suppl 3", page="", title=f"Prevalence of {of} in rowers") for of in ("gout", "pain")]),
    ("places", record(page="S12"), record(year=2019, volume="16", page="S44")),
    ("notice", record(page=""), replace(record(page=""), custom={"Document Type": "Erratum"})),
    ("form", record(), replace(record(page=""), fields=replace(record(page="").fields, type="thesis"))),
    ("short", record(title="Preface", issue="", page=""), record(title="Preface", issue="", page="")),
    (
        "short",
        *[
            record(
                title="Abstracts of the annual scientific meeting", author="", volume="", issue="", page="", abstract=""
            )
        ]
        * 2,
    ),
]


@pytest.mark.parametrize(("rule", "left", "right"), DOUBTS)
def test_what_points_would_join_is_asked_about(rule: str, left: Record, right: Record) -> None:
    pair = [described(left), described(right)]
    judged = Judge(pair, corpus(pair, [(0, 1)]), scorecard(), {})(0, 1)
    assert (judged.points, judged.rule) == (scorecard().asked, rule)


@pytest.mark.parametrize("title", [f"{TITLE}: study protocol", f"A rebuttal to {TITLE}"])
def test_what_points_would_join_is_apart_where_a_title_says_so(title: str) -> None:
    pair = [described(record(**NOWHERE)), described(record(title=title, **NOWHERE))]
    judged = Judge(pair, corpus(pair, [(0, 1)]), scorecard(), {})(0, 1)
    assert (judged.points, judged.rule) == (NEVER, "another")


def test_what_records_state_to_be_counts_like_a_title() -> None:
    erratum = replace(record(page="300", issue="5"), custom={"Document Type": "Erratum"})
    abstract = replace(record(page="S341", issue="Suppl 1"), custom={"M3": "Conference Abstract"})
    assert [decided(record(), other) for other in (erratum, abstract)] == ["kinds", "kinds"]


def test_every_rule_is_tried_here() -> None:
    assert {rule for rule, _, _ in (*CASES, *DOUBTS)} | {"series", "another"} == RULES.keys()


@pytest.mark.parametrize(
    "said",
    [
        {"volume": "16", "issue": "2", "page": "401-410"},  # the same title in another issue: points decide
        {"title": f"{TITLE} 1", "page": "25"},  # the number of a footnote
        {"year": 2009, "page": "25"},  # a wrong year, but the same volume, issue and page
    ],
)
def test_what_may_be_an_error_is_left_to_points(said: dict[str, object]) -> None:
    assert decided(record(), record(**said)) == ""


def test_levels_are_within_their_sizes() -> None:
    pair = [described(record()), described(record(page="25"))]
    levels = compared(*pair, corpus(pair, [(0, 1)]))
    assert not isinstance(levels, str)
    assert all(0 <= level < size for level, size in zip(levels, SIZES.values(), strict=True))
