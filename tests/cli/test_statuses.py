"""What is said of works about which nobody was heard, on every surface. The works are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from tests.cli.project import answer, call, make
from tests.services import Notice, Work, loopback
from tests.services.works import article

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
            "site/index.html",
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


@pytest.mark.parametrize("known_to", ["pubmed", "crossref"])
def test_a_cited_notice_tells_of_a_cited_paper_that_is_silent_about_it(tmp_path: Path, known_to: str) -> None:
    paper = Work("An invented result", "90000061", "10.5555/invented.61", year=2018)
    tie = Notice("Retraction", "90000061", "10.5555/invented.61", direction="of")
    notice = Work("Notice about an invented result", "90000062", "10.5555/invented.62", year=2020, notices=(tie,))
    if known_to == "crossref":
        paper, notice = (replace(work, pmid="") for work in (paper, notice))
        notice = replace(notice, notices=(replace(tie, pmid=""),))
    cited = f"The result (doi: {paper.doi}).\nThe notice (doi: {notice.doi}).\n"
    if known_to == "pubmed":
        cited = "The result (PMID: 90000061).\nThe notice (PMID: 90000062).\n"
    with loopback(paper, notice) as service:
        make(tmp_path, service.services, cited)
        told = answer(tmp_path, "run")
    ((line, said),) = ((one["line"], one["message"]) for one in told["findings"] if one["code"] == "LIT501")
    assert (line, notice.doi in said) == (1, True)
    assert sorted(entry["status"] for entry in told["entries"]) == ["none", "retracted"]


def test_a_refusal_of_a_doi_with_a_comma_never_reads_as_not_retracted(tmp_path: Path) -> None:
    retraction = Notice("Retraction", "", "10.5555/invented.72")
    work = Work("An invented result", "90000071", "10.5555/invented(7,1)", notices=(retraction,))
    silent = etree.tostring(article(replace(work, notices=())), encoding="unicode")
    with loopback(work, articles={work.pmid: silent}) as service:
        make(tmp_path, service.services, f"The result (PMID: {work.pmid}).\n")
        service.fault("crossref", "status", status=400)
        assert call(tmp_path, "run").returncode == 3
        assert [one["status"] for one in answer(tmp_path, "check")["citations"]] == ["unchecked"]
        service.mend("crossref")
        assert call(tmp_path, "run").returncode == 1
        assert {asked.params.get("filter") for asked in service.asked("crossref")} == {None}
    assert [one["status"] for one in answer(tmp_path, "check")["citations"]] == ["retracted"]
