"""Notes and reading lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Fields, Finding, ListItem, Note, ReadingList
from cluneal_lit.store import people

NOTE = """---
works: [pmid:90000001, https://doi.org/10.5555/A]
tags: [superior, no, 010]
significance: landmark
reviewed: 2026-11-20
corrections:
  volume: 015
---

**Bottom line.** Invented.
"""


def test_a_note_keeps_every_scalar_as_it_is_written() -> None:
    assert people.note("x", NOTE) == Note(
        key="x",
        works=("pmid:90000001", "doi:10.5555/a"),
        text="**Bottom line.** Invented.",
        tags=("superior", "no", "010"),
        significance="landmark",
        reviewed="2026-11-20",
        corrections=Fields(volume="015"),
    )


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("works: [pmid:90000001", "line 3: front matter is no YAML"),
        ("- a", "front matter is no mapping"),
        ("work: x", "there is no field work in a note"),
        ("works: [banana]", "`works` names 'banana', which is no identifier"),
        ("tags: one", "front matter: Expected `array`, got `str`"),
    ],
)
def test_front_matter_that_does_not_read_says_why(front: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason.replace("[", r"\[").replace("$", r"\$")):
        people.note("x", f"---\n{front}\n---\nText")


def test_a_text_without_front_matter_is_a_note_of_no_work() -> None:
    assert people.note("x", "Only text") == Note("x", (), "Only text")


def test_a_broken_note_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "references" / "notes"
    folder.mkdir(parents=True)
    (folder / "a.md").write_bytes(b"\xff\xfe\x00")
    (folder / "b.md").write_text("Fine", encoding="utf-8")
    notes, findings = people.notes(folder)
    assert notes == (Note("b", (), "Fine"),)
    assert [(finding.code, finding.document) for finding in findings] == [("LIT303", "references/notes/a.md")]


LIST = """---
title: Start here
---
Five works.

1. [@isu2018] (must): The first
   to read.
2. @konno2017middle: Anatomy.
- [@x]
"""


def test_a_reading_list_has_order_importance_and_reasons() -> None:
    assert people.reading_list("start", LIST) == ReadingList(
        "start",
        "Start here",
        "Five works.",
        (
            ListItem("isu2018", "must", "The first to read.", 6),
            ListItem("konno2017middle", "", "Anatomy.", 8),
            ListItem("x", "", "", 9),
        ),
    )


def test_an_unknown_importance_is_told_with_its_line() -> None:
    with pytest.raises(StoreError, match="line 1: importance is 'vital'; it may be must, should, background"):
        people.reading_list("x", "- [@a] (vital): why")


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    nothing: tuple[tuple[object, ...], tuple[Finding, ...]] = ((), ())
    assert (people.notes(tmp_path / "no"), people.lists(tmp_path / "no")) == (nothing, nothing)
