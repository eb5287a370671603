"""Notices that are cited as notices. Papers, notices and references are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks import as_notice
from cluneal_lit.checks.agreement import settled
from cluneal_lit.checks.notices import of_paper
from cluneal_lit.model import Fields, Ids, Record, Relation
from tests.made import citation, fields, record

NAME = "doi:10.5555/notice"
TITLE = fields().title
OF_PAPER = Relation("correction", "of", Ids(doi="10.5555/paper"), source="pubmed")
PLACE = "J Invent Med. 2020;13(1):9. doi:10.5555/notice"


def noted(title: str) -> Record:
    known = record(name=NAME, said=fields(title, year="2020", volume="13", page="9", issue="1"))
    return replace(known, types=("Published Erratum",), relations=(OF_PAPER,))


def apart(raw: str, said: Fields, known: Record) -> tuple[list[str], str]:
    """The fields that disagree, and what is told of a notice that is cited for its paper."""
    cited = citation(raw, said)
    differing = [field for field, comparison in settled(cited, known) if comparison]
    return differing, of_paper(cited, known, known.relations, apart=bool(differing))


@pytest.mark.parametrize("known", [f"Erratum: {TITLE}", f"Correction to: {TITLE}", "Erratum.", "Corrigendum", TITLE])
@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (f"Quimby A. Correction to: {TITLE}. {PLACE}", f"Correction to: {TITLE}"),
        (f"Quimby A. {TITLE} (Erratum). {PLACE}", f"{TITLE} (Erratum)"),
        (f"Quimby A. {TITLE}. Erratum in: {PLACE}", f"{TITLE}. Erratum in"),
        (f"12. Erratum for: Quimby A. {TITLE}. {PLACE}", TITLE),
        (f"Quimby A. Erratum in: {PLACE}", ""),
    ],
)
def test_a_notice_that_is_cited_as_a_notice_is_right_under_whatever_name(raw: str, title: str, known: str) -> None:
    said = fields(title, year="2020", volume="13", page="9", issue="1")
    assert apart(raw, said, noted(known)) == ([], "")


def test_behind_its_paper_the_identifier_is_the_notices_and_the_place_before_it_the_papers() -> None:
    paper = f"Quimby A, Orlov B. {TITLE}. J Invent Med. 2019;12(3):101-109"
    known = noted(f"Erratum: {TITLE}")
    assert apart(f"{paper}. Erratum in: {PLACE}", fields(), known) == ([], "")
    assert apart(f"{paper}. doi:10.5555/notice. Erratum in: J Invent Med. 2020;13(1):9.", fields(), known)[1]
    wrong = f"{paper}. Erratum in: J Invent Med. 2020;14(1):9. doi:10.5555/notice"
    assert apart(wrong, fields(), known) == (["volume"], "")


@pytest.mark.parametrize(
    "said_of", ["published correction appears in", "Erratum published 2020,", "correction was published"]
)
def test_what_a_bracket_says_of_the_notice_ends_with_it(said_of: str) -> None:
    paper, note = f"Quimby A, Orlov B. {TITLE}", f"{said_of} J Invent Med. 2020;13(1):9. doi:10.5555/notice"
    known = noted(f"Erratum: {TITLE}")
    assert apart(f"{paper} [{note}]. J Invent Med. 2019;12(3):101-109. doi:10.5555/paper", fields(), known) == ([], "")
    assert apart(f"{paper}. J Invent Med. 2019;12(3):101-109. ({note})", fields(), known) == ([], "")
    behind = f"{paper} ({said_of} J Invent Med 13(1)). J Invent Med. 2019;12(3):101-109. doi:10.5555/notice"
    assert not as_notice.says_so(citation(behind, fields()), known)


def test_a_notice_about_another_paper_or_of_another_kind_is_another() -> None:
    said = fields("Erratum: Quite other invented knees of other golfers", year="2020", volume="13", page="9", issue="1")
    for known in (f"Correction to: {TITLE}", f"Retraction: {TITLE}"):
        assert apart(f"Quimby A. {said.title}. {PLACE}", said, noted(known))[0] == ["title"]
    of_another_kind = replace(said, title=f"Retraction notice to {TITLE}")
    assert apart(f"Quimby A. {of_another_kind.title}. {PLACE}", of_another_kind, noted(f"Erratum: {TITLE}"))[0] == [
        "title"
    ]
