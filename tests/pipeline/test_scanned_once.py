"""Documents that did not change are not scanned again, and those that did are. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit import config
from cluneal_lit.pipeline import scan
from cluneal_lit.pipeline.scan import Scanned, earlier, project_documents

TEXT = (
    "It was seen [1] and told (doi:10.5555/muster).\n\n# References\n\n1. Berg A. Of a nerve. J Pain. 2019;3(2):1-4.\n"
)


def scanned(root: Path) -> Scanned:
    project = config.load(root)
    understood = earlier(project)
    found = project_documents(project, understood=understood)
    understood.remember()
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    documents = tmp_path / "references" / "documents"
    documents.mkdir(parents=True)
    (tmp_path / "cluneal-lit.toml").write_text('title = "Invented"\n')
    (documents / "one.md").write_text(TEXT)
    (documents / "two.html").write_text("<p>Seen in PMID: 12345678.</p>")
    return tmp_path


def test_what_is_kept_is_what_is_scanned_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scanned(root)
    assert len(first.citations) == 4

    def refused(document: object) -> None:
        raise AssertionError("scanned again")

    monkeypatch.setattr(scan, "scan_with_names", refused)
    again = scanned(root)
    assert (again.citations, again.names, again.findings) == (first.citations, first.names, first.findings)


def test_what_changed_is_scanned_again(root: Path) -> None:
    first = scanned(root)
    (root / "references" / "documents" / "one.md").write_text("\n" + TEXT)
    again = scanned(root)
    below = [one.place.line and one.place.line + (one.document[-1] == "d") for one in first.citations]
    assert [one.place.line for one in again.citations] == below


def test_another_place_of_the_same_text_is_another(root: Path) -> None:
    scanned(root)
    documents = root / "references" / "documents"
    (documents / "one.md").rename(documents / "three.md")
    assert {one.document.rpartition("/")[2] for one in scanned(root).citations} == {"three.md", "two.html"}
