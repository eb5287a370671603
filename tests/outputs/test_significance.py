"""The mark by which a note recommends a work, and what stands there of one that was retracted. All is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.documents import read
from cluneal_lit.formats import csl_entry
from cluneal_lit.model import Collection, Entry, Note, Status
from cluneal_lit.outputs import docx, facets
from tests.formats.invented import CLEAN, article
from tests.outputs.test_rendered import TEMPLATES, rendered


def marked(status: Status, mark: str = "landmark") -> Entry:
    return article(note=Note("muster2019", (), "It was read.", significance=mark), status=status)


@pytest.mark.parametrize(
    ("status", "shown", "css"),
    [
        (CLEAN, "landmark", "significance landmark"),
        (Status("concern"), "landmark", "significance landmark"),
        (Status("retracted"), "not recommended: retracted", "significance stop"),
        (Status("withdrawn"), "not recommended: withdrawn", "significance stop"),
    ],
)
def test_a_mark_stands_everywhere_unless_the_work_was_retracted(status: Status, shown: str, css: str) -> None:
    entry = marked(status)
    made = rendered(Collection("One", (entry,), (), (), (), (), ()), [TEMPLATES])
    assert f"\n**{shown}**\n" in made["annotated-bibliography.md"]
    assert f'<p class="{css}">{shown.capitalize()}</p>' in made["site/works/muster2019.html"]
    assert shown in read("a.docx", docx.bibliography("One", [entry])).text.split("\n")
    assert csl_entry.annotated(entry)["annote"] == shown


def test_a_retracted_work_is_sorted_behind_all_that_have_a_mark_and_a_work_without_a_mark_has_no_line() -> None:
    entries = [marked(CLEAN, "background"), marked(Status("retracted")), marked(CLEAN, "")]
    assert [facets._rank(entry) for entry in entries] == [3, 5, 5]
    assert csl_entry.annotated(marked(Status("retracted"), "")).get("annote") is None


@pytest.mark.parametrize(
    ("by", "reviewed", "signed"),
    [
        ("Ada *Quimby*", "2026-05-01", r"*Ada \*Quimby\*, reviewed 2026-05-01.*"),
        ("Ada Quimby", "", "*Ada Quimby, not reviewed yet.*"),
        ("", "2026-05-01", "*Unsigned, reviewed 2026-05-01.*"),
        ("", "", ""),
    ],
)
def test_a_note_in_the_markdown_bibliography_is_signed_and_dated(by: str, reviewed: str, signed: str) -> None:
    entry = article(note=Note("muster2019", (), "It was read.", by=by, reviewed=reviewed))
    made = rendered(Collection("One", (entry,), (), (), (), (), ()), [TEMPLATES])["annotated-bibliography.md"]
    assert [line for line in made.split("\n") if "reviewed" in line] == ([signed] if signed else [])
