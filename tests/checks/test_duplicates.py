"""What is told of works that are alike: every work is invented."""

from __future__ import annotations

from cluneal_lit import findings
from cluneal_lit.checks import duplicates
from cluneal_lit.checks.case import Case
from cluneal_lit.model import Alike
from tests.made import fields, record, work

PUBMED = work(record(), keys=("quimby2019",))
OTHER = work(
    record("library", "my own.bib#held", fields(year="2017", volume="10", issue="", page="8-9")), keys=("held",)
)
NAMES = ("pmid:90000001", "library/my own.bib#held")


def told(alike: Alike) -> list[str]:
    case = Case((), (), {one.keys[0]: one for one in (PUBMED, OTHER)}, {}, {}, alike=(alike,))
    return [
        f"{finding.code} {finding.key}: {findings.message(finding)} {findings.advice(finding)}"
        for rule in (duplicates.joined, duplicates.asked)
        for finding in rule(case)
    ]


def test_a_question_shows_both_keys_what_differs_and_the_commands_that_decide() -> None:
    assert told(Alike(PUBMED.records, OTHER.records, NAMES, 0.0, "", False)) == [
        "LIT609 quimby2019: quimby2019 and held may be one work: the same title, authors, journal; "
        "year “2019” | “2017”; volume “12” | “10”; issue “3” | nothing; pages “101-109” | “8-9” "
        "Say it once: `cluneal-lit join pmid:90000001 'library/my own.bib#held'` or "
        "`cluneal-lit apart pmid:90000001 'library/my own.bib#held'`."
    ]


def test_surnames_with_other_initials_are_not_the_same_authors() -> None:
    other = work(record("library", "my own.bib#held", fields(authors="Quimby B, Orlov B")), keys=("held",))
    line = told(Alike(PUBMED.records, other.records, NAMES, 0.0, "", False))[0]
    assert (
        "the same title, year, journal, volume, issue, pages; authors “Quimby A, Orlov B” | “Quimby B, Orlov B” "
        in line
    )


def test_a_join_by_likeness_says_by_what_and_how_it_is_undone() -> None:
    ((line),) = told(Alike(PUBMED.records, OTHER.records, NAMES, 100.0, "the same pages", True))
    assert line.startswith(
        "LIT608 quimby2019: pmid:90000001 and library/my own.bib#held are taken for one work: the same pages; the same"
    )
    assert line.endswith("or `cluneal-lit apart pmid:90000001 'library/my own.bib#held'`, which keeps them apart.")
