"""Findings that people waived; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import findings
from cluneal_lit.checks import waivers
from cluneal_lit.model import Date, Decision, Entry, Fields, Finding, Ids, Place, Relation, Status

RETRACTION = Relation("retraction", "in", Ids(pmid="90000012"), Date(date_parts=((2026, 5, 4),)), "pubmed")
ZABEL = Entry("zabel2018", Ids(pmid="90000002"), Fields(), Status("retracted"), "verified", aliases=("old2018",))
FOUND = Finding(
    "LIT501",
    "notes.md",
    Place(line=3, column=5),
    "zabel2018",
    "c1",
    {"key": "zabel2018", "status": "retracted", "date": "", "notice": "pmid:90000012"},
)
DETAIL = {"field": "volume", "cited": "21", "source": "PubMed", "found": "12"}
OTHER = Finding("LIT402", "notes.md", Place(line=9), "", "c2", {"marker": "[7]", "numbers": "7"})
WAIVER = Decision("waive", "LIT501 zabel2018", "Ada", "2026-06-01", "known", until="2027-01-01", line=4)


def judged(
    *decisions: Decision, today: str = "2026-11-29", entry: Entry = ZABEL, seen: dict[str, str] | None = None
) -> tuple[list[str], list[tuple[str, int | None, str]]]:
    """The codes that are waived, and of what counts beside the two findings the code, the line and the message."""
    told = waivers.judged((FOUND, OTHER), decisions, {entry.key: entry}, seen or {}, today)
    waived = [one.finding.code for one in told if one.waiver]
    faults = [one.finding for one in told if one.counts and one.finding not in (FOUND, OTHER)]
    return waived, [(one.code, one.place.line, findings.message(one)) for one in faults]


@pytest.mark.parametrize("about", ["LIT501 zabel2018", "LIT501 old2018", findings.identity(FOUND)])
def test_a_finding_is_waived_by_its_code_with_any_key_of_its_work_and_by_its_id(about: str) -> None:
    assert judged(replace(WAIVER, about=about)) == (["LIT501"], [])


def test_an_id_stays_when_lines_are_inserted_above() -> None:
    moved = replace(FOUND, place=Place(line=300, column=1))
    assert findings.identity(moved) == findings.identity(FOUND)
    broken = [
        Finding("LIT106", "a.tex", Place(line=line), values={"reason": f"line {line}: entry x is not closed"})
        for line in (12, 14)
    ]
    assert len({*map(findings.identity, broken)}) == 1


def test_a_waiver_holds_on_its_last_day_and_not_on_the_next() -> None:
    assert judged(WAIVER, today="2027-01-01") == (["LIT501"], [])
    expired = ("LIT422", 4, "waive LIT501 zabel2018 held until 2027-01-01, by Ada")
    assert judged(WAIVER, today="2027-01-02") == ([], [expired])


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ("LIT501 nobody2018", "there is no such finding"),
        ("LIT502 zabel2018", "there is no such finding"),
        ("LIT402-0123456789", "there is no such finding"),
        ("LIT999 zabel2018", "there is no code LIT999"),
    ],
)
def test_a_waiver_of_nothing_is_told(about: str, reason: str) -> None:
    assert judged(replace(WAIVER, about=about)) == ([], [("LIT421", 4, f"waive {about}: {reason}")])


def test_a_change_of_status_that_was_seen_after_the_day_of_the_waiver_opens_it_again() -> None:
    told = (
        "waive LIT501 zabel2018 was decided on 2026-06-01, and the status of zabel2018 changed since (seen 2026-06-02)"
    )
    assert judged(WAIVER, seen={"zabel2018": "2026-06-02"}) == ([], [("LIT423", 4, told)])
    assert judged(WAIVER, seen={"zabel2018": "2026-06-01", "other": "2026-07-01"}) == (["LIT501"], [])


@pytest.mark.parametrize(
    ("on", "today", "opened"),
    [("2026-05-03", "2026-11-29", True), ("2026-05-04", "2026-11-29", False), ("2026-05-03", "2026-05-03", False)],
)
def test_a_notice_of_a_later_day_opens_it_again_unless_its_day_is_to_come(on: str, today: str, opened: bool) -> None:
    entry = replace(ZABEL, relations=(RETRACTION,))
    waived, faults = judged(replace(WAIVER, on=on), entry=entry, today=today)
    assert (waived, [code for code, _, _ in faults]) == (([], ["LIT423"]) if opened else (["LIT501"], []))


def test_a_waiver_of_something_else_than_a_status_is_not_opened_by_it() -> None:
    detail = Finding("LIT404", "notes.md", Place(line=1), "zabel2018", "c1", DETAIL)
    waiver = replace(WAIVER, about=findings.identity(detail))
    (told,) = waivers.judged((detail,), (waiver,), {ZABEL.key: ZABEL}, {"zabel2018": "2026-07-01"}, "2026-11-29")
    assert told.waiver == waiver


def test_the_command_that_takes_a_waiver_back_is_told() -> None:
    (fault,) = [one.finding for one in waivers.judged((), (WAIVER,), {}, {}, "2026-11-29")]
    assert findings.advice(fault) == "Remove the line with `cluneal-lit waive LIT501:zabel2018 --undo`."
