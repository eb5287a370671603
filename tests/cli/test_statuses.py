"""What is said of works about which nobody was heard, on every surface. The works are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import answer, call, make

REVIEW = "10.1002/14651858.CD999999"
SAID = "Superseded, 2009 (its DOI); not checked for retractions yet"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two versions of a review of which nobody was asked."""
    make(tmp_path, document=f"One review (doi: {REVIEW}), and it again (doi: {REVIEW}.pub2).\n")
    items = [
        {
            "id": key,
            "type": "article-journal",
            "title": "Invented blocks",
            "DOI": doi,
            "issued": {"date-parts": [[year]]},
        }
        for key, doi, year in (("old", REVIEW, 2001), ("new", f"{REVIEW}.pub2", 2009))
    ]
    library = tmp_path / "references" / "library" / "own.json"
    library.parent.mkdir()
    library.write_text(json.dumps(items), encoding="utf-8")
    return tmp_path


def test_a_version_that_only_its_doi_tells_is_not_checked_on_any_surface(project: Path) -> None:
    told = call(project, "run", "--offline").stdout
    assert "editorial status of the cited works: 2 not checked (1 superseded)" in told
    read = {
        name: (project / "output" / name).read_text(encoding="utf-8")
        for name in (
            "statement.md",
            "report.md",
            "annotated-bibliography.md",
            "annotated-bibliography.html",
            "documents/notes.md.md",
            "documents/notes.md.html",
        )
    }
    assert (
        "Whether the 2 works were retracted or corrected has not been checked yet "
        "(known so far: 1 was superseded by a newer version)." in read.pop("statement.md")
    )
    assert "Works by editorial status: 2 not checked (1 superseded)." in read.pop("report.md")
    assert [name for name, text in read.items() if SAID not in text] == []
    assert SAID in call(project, "show", "old").stdout.replace("\n           ", " ")


def test_programs_are_told_that_a_status_is_provisional(project: Path) -> None:
    told = answer(project, "run", "--offline")
    assert told["counts"]["status"] == {"unchecked": 2}
    by_key = {entry["key"]: (entry["status"], entry["provisional"]) for entry in told["entries"]}
    assert by_key == {"new": ("unchecked", False), "old": ("superseded", True)}
    checked = {one["key"]: (one["status"], one["provisional"]) for one in answer(project, "check")["citations"]}
    assert checked == by_key
    assert answer(project, "show", "old")["works"][0]["status"]["provisional"] is True
