"""Notices that are cited under the identifier of their paper. Papers, notices and references are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.differing import NOTICE, disagreements
from cluneal_lit.checks.notices import of_paper
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.citations.parse import parse
from cluneal_lit.model import Fields, Ids, Record, Relation, Resolution
from tests.made import answers, citation, fields, record, work

TITLE = "Bandages for sore knees of golfers: a randomised trial"
PAPER = record(
    "crossref",
    "doi:10.5555/paper",
    fields(TITLE, "Quimby A, Orlov B", "2010", "Journal of Invented Medicine", "341", "c4521", "7770"),
)
ELSEWHERE, OWN = "J Invent Med. 2011;346:f123. doi:10.5555/paper", "J Invent Med. 2010;341:c4521. doi:10.5555/paper"


def judged(raw: str, known: Record = PAPER, said: Fields | None = None) -> tuple[str, list[str]]:
    """The verdict on a reference, and the fields in which it disagrees."""
    cited = citation(raw, said or parse(raw).fields, ids=Ids(doi="10.5555/paper"))
    works = {"x": work(known, keys=("x",))}
    resolution, lock = Resolution(cited, ("x",), "id", cited.ids), answers(works["x"])
    apart = disagreements(resolution, works, lock)
    found = verdict(resolution, apart, works, lock)
    return (found.name if found else ""), [comparison.field for comparison, _ in apart]


@pytest.mark.parametrize(
    "called",
    [
        f"Erratum: {TITLE}",
        f"Correction to: {TITLE}",
        f"Author Correction: {TITLE}",
        f"Corrigendum to “{TITLE}” [J Invent Med 341 (2010) c4521]",
        f"Retraction notice to “{TITLE}”",
        f"Editorial Expression of Concern: {TITLE}",
        f"Notice of Retraction: Quimby A, Orlov B. {TITLE}",
        f"Retraction of: Quimby A, et al. {TITLE}",
        "Erratum: Bandages for sore knees of golfers",
        f"Erratum zu: {TITLE}",
        f"Berichtigung: {TITLE}",
        f"Rückzug: {TITLE}",
        f"Rectificatif à « {TITLE} »",
        f"Fe de erratas: {TITLE}",
        f"Retractación: {TITLE}",
        f"Errata: {TITLE}",
        f"Retratação: {TITLE}",
        f"Errata corrige: {TITLE}",
        f"Sprostowanie: {TITLE}",
        f"Исправление: {TITLE}",
        f"{TITLE} (Retraction of vol 341, c4521, 2010)",
        f"{TITLE} (vol 341, pg c4521, 2010)",
        f"{TITLE} [Erratum]",
        "Bandages for sore knees of golfers [Retraction]",
        f"{TITLE}. Erratum",
        f"{TITLE}: expression of concern",
        f"{TITLE} [Corrección]",
    ],
)
def test_a_notice_at_a_place_of_its_own_is_not_the_paper(called: str) -> None:
    assert judged(f"Quimby A, Orlov B. {called}. {ELSEWHERE}") == ("mismatch", [NOTICE])


@pytest.mark.parametrize("end", ["?", "!", "?”", " ?"])
@pytest.mark.parametrize(
    "called",
    ["[Erratum]", "(Retraction)", "(Retraction of vol 341, c4521, 2010)", "(vol 341, pg c4521, 2010)", "Erratum"],
)
def test_a_notice_is_told_behind_a_title_that_ends_with_another_mark(called: str, end: str) -> None:
    asked = replace(PAPER, fields=replace(PAPER.fields, title="Do bandages heal the sore knees of golfers faster?"))
    title = f"{'“' * end.endswith('”')}{asked.fields.title.rstrip('?')}{end}"
    assert judged(f"Quimby A, Orlov B. {title} {called}. {ELSEWHERE}", asked) == ("mismatch", [NOTICE])
    assert judged(f"Quimby A, Orlov B. {title} [Erratum in: J Invent Med 2011;346:123]. {OWN}", asked)[0] != "mismatch"


@pytest.mark.parametrize("called", ["Erratum: {}", "Notice of retraction: {}", "Correction to: {}", "Rettifica: {}"])
def test_what_no_paper_is_called_makes_a_notice_at_any_place_and_in_fields(called: str) -> None:
    title = called.format(TITLE)
    assert judged(f"Quimby A, Orlov B. {title}. {OWN}") == ("mismatch", [NOTICE])
    assert judged("@article{quimby2010}", said=replace(PAPER.fields, title=title)) == ("mismatch", [NOTICE])


def test_a_notice_may_name_the_place_of_its_paper_too() -> None:
    notice = f"Zabel C. Notice of Retraction: Quimby A, et al. {TITLE}. J Invent Med. 2010;341:c4521. {ELSEWHERE}"
    assert judged(notice) == ("mismatch", [NOTICE])
    assert judged(f"The Editors. Expression of concern: {TITLE}. J Invent Med. 2010;341:c4521. {ELSEWHERE}") == (
        "mismatch",
        [NOTICE],
    )


@pytest.mark.parametrize(
    "right",
    [
        f"{TITLE}. {OWN}",
        f"{TITLE}. J Invent Med. 2010;341:c4521. Erratum in: J Invent Med. 2011;346:f123. doi:10.5555/paper",
        f"{TITLE} [published erratum appears in J Invent Med 2011;346:f123]. {OWN}",
        f"{TITLE} [Erratum in: J Invent Med 2011;346:f123]. {OWN}",
        f"{TITLE} [retracted in: J Invent Med 2011;346:f123]. {OWN}",
        f"{TITLE}. {OWN} (Retraction published 2011, J Invent Med, 346, f123)",
        f"{TITLE} (Retracted article. See vol. 346, f123, 2011). {OWN}",
        f"{TITLE} (vol 341, pg c4521, 2010). {OWN}",
        f"RETRACTED: {TITLE}. {OWN}",
        f"Retraction: {TITLE}. {OWN}",
        f"{TITLE}. J Invent Med. 2010;341:c4521. Berichtigung: J Invent Med. 2011;346:f123. doi:10.5555/paper",
    ],
)
def test_a_paper_is_right_with_what_became_of_it(right: str) -> None:
    assert judged(f"Quimby A, Orlov B. {right}") == ("verified", [])


@pytest.mark.parametrize(
    "note",
    [
        "[expression of concern: J Invent Med 2011;346:123]",
        "[erratum J Invent Med. 2011;346(4):123]",
        "(published correction J Invent Med 2011;346:123)",
        "[Erratum, J Invent Med 2011;346:123]",
        "(Retraction: 2011, vol. 346, p. 123)",
    ],
)
def test_a_note_behind_the_title_that_says_where_the_notice_stands_makes_no_notice(note: str) -> None:
    assert judged(f"Quimby A, Orlov B. {TITLE} {note}. {OWN}")[0] in ("verified", "inexact")
    # At no place of the paper, or at that of the note alone, it is the notice.
    assert judged(f"Quimby A, Orlov B. {TITLE} {note}. J Invent Med. 2011;346:123. doi:10.5555/paper")[0] == "mismatch"


@pytest.mark.parametrize("note", ["[Retraction of J Invent Med 2010;341:c4521]", "(Erratum to: 2010;341:c4520)"])
def test_a_note_behind_the_title_that_says_where_the_paper_stands_makes_a_notice(note: str) -> None:
    assert judged(f"Quimby A, Orlov B. {TITLE} {note}. {ELSEWHERE}") == ("mismatch", [NOTICE])


WHOLE_NOTICE = f"Quimby A, Orlov B. {TITLE}. J Invent Med. 2011;346:f123"


@pytest.mark.parametrize(
    "behind",
    [
        f" Erratum: {WHOLE_NOTICE}.",
        f" Erratum in: {WHOLE_NOTICE}.",
        f" (Retraction: {WHOLE_NOTICE}).",
        f" [Correction to: {WHOLE_NOTICE}]",
        " Notice of retraction: Quimby A. Bandages for sore knees of golfers. J Invent Med. 2011;346:f123.",
    ],
)
def test_a_notice_in_full_behind_its_paper_is_not_what_is_cited(behind: str) -> None:
    assert judged(f"Quimby A, Orlov B. {TITLE}. {OWN}.{behind}")[0] in ("verified", "inexact")


def test_a_notice_behind_the_title_of_a_paper_that_is_placed_nowhere_is_cited() -> None:
    assert judged(f"Quimby A, Orlov B. {TITLE}. Erratum: {WHOLE_NOTICE}. doi:10.5555/paper")[0] == "mismatch"
    assert judged(f"Quimby A, Orlov B. {TITLE}. Erratum in: {WHOLE_NOTICE}. doi:10.5555/paper")[1] != [NOTICE]


def test_a_paper_under_a_title_that_a_notice_could_have_is_none() -> None:
    curve = replace(PAPER.fields, title="Correction of the invented curve in golfers: a randomised trial")
    raw = f"Quimby A, Orlov B. {curve.title}. {OWN}"
    assert judged(raw, replace(PAPER, fields=curve)) == ("verified", [])
    retitled = replace(PAPER.fields, title=f"Retraction: {TITLE}")
    assert judged(f"Quimby A, Orlov B. Retraction: {TITLE}. {OWN}", replace(PAPER, fields=retitled))[0] == "verified"


@pytest.mark.parametrize(
    "told",
    [
        {"types": ("Published Erratum",)},
        {"relations": (Relation("retraction", "of", Ids(doi="10.5555/other"), source="retraction-watch"),)},
    ],
)
def test_a_notice_under_its_own_identifier_is_right_though_its_record_lacks_the_name(told: dict[str, object]) -> None:
    notice = replace(PAPER, **told)
    assert judged(f"Quimby A, Orlov B. Erratum: {TITLE}. {OWN}", notice)[0] != "mismatch"


@pytest.mark.parametrize(
    "called", ["Berichtigung zu: {}", "Rectificatif : {}", "Fe de erratas: {}", "Errata corrige: {}"]
)
def test_a_paper_under_the_identifier_of_its_notice_in_other_languages_is_none(called: str) -> None:
    tie = Relation("correction", "of", Ids(doi="10.5555/other"), source="pubmed")
    notice = replace(PAPER, fields=replace(PAPER.fields, title=called.format(TITLE)), relations=(tie,))
    paper = citation(said=PAPER.fields)
    assert of_paper(paper, notice, (tie,), apart=True) == "the notice that doi:10.5555/other was corrected"
