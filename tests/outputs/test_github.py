"""Findings as annotations of a workflow; every finding is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Finding, Place
from cluneal_lit.outputs import github

VALUES = {"field": "volume", "cited": "21", "source": "PubMed", "found": "12"}
DO = "%0ACorrect the volume in the document."
TITLE = "title=LIT404 Cited text disagrees with the record"
MESSAGE = "volume: the document has 21, PubMed has 12"


def test_a_finding_is_a_command_that_marks_the_line() -> None:
    found = Finding("LIT404", "docs/notes.md", Place(line=10, column=4), values=VALUES)
    assert github.line(found) == f"::warning file=docs/notes.md,line=10,col=4,{TITLE}::{MESSAGE}{DO}"
    assert github.line(found, "pages/").startswith("::warning file=pages/docs/notes.md,line=10,")


def test_what_would_end_a_property_or_the_command_is_escaped() -> None:
    values = {**VALUES, "cited": "100%,\n::error::x"}
    found = Finding("LIT404", "a,b:c%\n.md", Place(line=1, column=1), values=values)
    assert github.line(found) == (
        f"::warning file=a%2Cb%3Ac%25%0A.md,line=1,col=1,{TITLE}::volume: the document has 100%25, ::error::x,"
        f" PubMed has 12{DO}"
    )


@pytest.mark.parametrize(
    ("document", "place", "says"),
    [
        ("talk.pptx", Place(slide=3), f"::warning file=talk.pptx,{TITLE}::slide 3: {MESSAGE}{DO}"),
        ("", Place(), f"::warning {TITLE}::{MESSAGE}{DO}"),
    ],
)
def test_what_has_no_line_says_where_in_words(document: str, place: Place, says: str) -> None:
    assert github.line(Finding("LIT404", document, place, values=VALUES)) == says


@pytest.mark.parametrize(("code", "command"), [("LIT402", "warning"), ("LIT103", "notice"), ("LIT208", "error")])
def test_each_level_has_its_command(code: str, command: str) -> None:
    values = {"marker": "[7]", "numbers": "7", "id": "pmid:90000001", "day": "2026-11-20"}
    assert github.line(Finding(code, values=values)).startswith(f"::{command} title={code} ")
