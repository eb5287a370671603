"""How a citation stands when people decided about it; every work is invented."""

from __future__ import annotations

import pytest

from cluneal_lit import findings
from cluneal_lit.checks import decisions
from cluneal_lit.checks.case import Case
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.model import Asked, Citation, Decision, Ids
from tests.made import answers, citation, fields, record, work

MEANT = work(record(doi="10.5555/a"))
ACCEPTED = Decision("accept", "c1 pmid:90000001", by="Ada", on="2026-11-29")
FAR = fields(year="1999", page="7-9", volume="1")


def judged(cited: Citation, *said: Decision, lock: tuple[Asked, ...] = ()) -> tuple[str, tuple[str, ...]]:
    lines = answers(MEANT) | {line.key: line for line in lock}
    (found,) = resolutions([cited], [MEANT], {}, said)
    works = {work.keys[0]: work for work in (MEANT,)}
    judgement = verdict(found, disagreements(found, works, lines), works, lines)
    assert judgement
    return judgement.name, judgement.evidence


def told(cited: Citation, *said: Decision, lock: tuple[Asked, ...] = ()) -> list[str]:
    lines = answers(MEANT) | {line.key: line for line in lock}
    resolved = resolutions([cited], [MEANT], {}, said)
    case = Case(resolved, ((),), {}, {}, lines, decisions=said)
    return [findings.message(one) for one in decisions.idle(case)]


def test_two_strong_fields_that_contradict_an_accepted_work_are_details() -> None:
    cited = citation(said=FAR)
    assert judged(citation(said=FAR, ids=Ids(pmid="90000001")))[0] == "mismatch"
    name, evidence = judged(cited, ACCEPTED)
    assert (name, evidence[-1]) == ("inexact", "accepted pmid:90000001 by Ada on 2026-11-29")
    assert judged(citation(said=fields()), ACCEPTED)[0] == "verified"


def test_an_identifier_of_another_work_stays_a_mismatch_whatever_people_accept() -> None:
    gone = Asked("pubmed", "pmid:90000005", "2026-11-20", "here")
    cited = citation(said=fields(), ids=Ids(pmid="90000005"))
    assert judged(cited, ACCEPTED, lock=(gone,))[0] == "mismatch"


def test_an_accepted_work_that_nobody_was_asked_about_is_unchecked() -> None:
    later = Decision("accept", "c1 doi:10.5555/later")
    evidence = ("doi:10.5555/later: no answer yet", "accepted doi:10.5555/later")
    assert judged(citation(said=FAR), later) == ("unchecked", evidence)
    assert told(citation(said=FAR), later) == []


def test_what_decides_nothing_is_told() -> None:
    cited, none = citation(said=FAR), Asked("pubmed", "pmid:90000009", "2026-11-20", "absent")
    gone = Decision("reject", "c2 pmid:90000001", text="Quimby A")
    assert told(cited, gone) == [
        "reject pmid:90000001 for citation c2 (“Quimby A”): no document has this citation any more"
    ]
    assert told(cited, Decision("accept", "c1 nobody")) == ["accept nobody for citation c1: no work has the key nobody"]
    assert told(cited, Decision("accept", "c1 pmid:90000009"), lock=(none,)) == [
        "accept pmid:90000009 for citation c1: PubMed answered on 2026-11-20 that it has no such record"
    ]
    named = citation(said=FAR, ids=Ids(pmid="90000001"))
    assert told(named, Decision("reject", "c1 quimby2019")) == [
        "reject quimby2019 for citation c1: the document itself names this work; correct it there"
    ]


@pytest.mark.parametrize("kind", ["accept", "reject"])
@pytest.mark.parametrize(
    ("name", "also", "reason"),
    [
        ("pmid:abc", "", "a PMID is a number"),
        ("nobody", "", "no work has the key nobody"),
        ("pmid:90000008", "blah", "`also` has blah, which is no identifier such as pmid:29656623"),
        (
            "pmid:90000008",
            "doi:10.5555/b pmid:x PMC",
            "`also` has pmid:x PMC, which is no identifier such as pmid:29656623",
        ),
        ("pmid:90000009", "", "PubMed answered on 2026-11-20 that it has no such record"),
    ],
)
def test_what_names_nothing_is_told_whether_accepted_or_refused(kind: str, name: str, also: str, reason: str) -> None:
    none = Asked("pubmed", "pmid:90000009", "2026-11-20", "absent")
    said = Decision(kind, f"c1 {name}", also=also)
    assert told(citation(said=FAR), said, lock=(none,)) == [f"{kind} {name} for citation c1: {reason}"]
    fine = Decision(kind, "c1 pmid:90000008", also="doi:10.5555/b pmcid:PMC12")
    assert told(citation(said=FAR), fine) == []


def test_what_decides_something_and_what_is_about_else_is_not_told() -> None:
    said = (ACCEPTED, Decision("reject", "c1 pmid:90000009"), Decision("waive", "LIT501 c2"), Decision("join", "a b"))
    assert told(citation(said=FAR), *said) == []
