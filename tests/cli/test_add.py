"""`add`: works come into the library. Every work here is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import FINE, OTHER, call, make
from tests.services import loopback

RIS = (
    "TY  - JOUR\nID  - quimby\nTI  - An invented trial of a nerve block\nDO  - 10.5555/invented.1\nER  - \n"
    "TY  - JOUR\nID  - new\nTI  - Another invented work\nER  - \n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make(tmp_path, document="No citation.\n")
    (tmp_path / "references" / "library").mkdir()
    (tmp_path / "references" / "library" / "a.json").write_text(
        json.dumps([{"id": "mine", "title": "An invented trial of a nerve block", "DOI": "10.5555/invented.1"}])
    )
    (tmp_path / "export.txt").write_text(RIS)
    return tmp_path


def test_a_file_is_copied_and_counted_and_comes_over_no_other(project: Path) -> None:
    said = call(project, "add", "export.txt", "--json")
    assert json.loads(said.stdout) == {
        "schema": "cluneal-lit/add/1",
        "files": [{"file": "references/library/export.txt", "copied": True, "records": 2, "known": 1, "findings": []}],
        "identifiers": [],
    }
    assert (project / "references/library/export.txt").read_text() == RIS
    again = call(project, "add", "export.txt")
    assert (again.stdout, again.returncode) == (
        "references/library/export.txt (was there already): 2 records, 1 of them known by an identifier\n",
        0,
    )
    (project / "export.txt").write_text(RIS.replace("Another", "A third"))
    other = call(project, "add", "export.txt")
    assert (other.returncode, other.stderr.count("\n")) == (2, 1)
    assert "references/library/export.txt: is there already and says something else" in other.stderr
    assert (project / "references/library/export.txt").read_text() == RIS


def test_an_identifier_is_asked_about_and_its_work_has_a_key_of_author_and_year(tmp_path: Path) -> None:
    with loopback(FINE, OTHER) as service:
        make(tmp_path, service.services, document="No citation.\n")
        said = call(tmp_path, "add", "PMID: 90000001", "https://doi.org/10.5555/invented.3", "90000001")
        assert said.stdout == "pmid:90000001: new\ndoi:10.5555/invented.3: new\n"
        assert call(tmp_path, "run").returncode == 0
        assert call(tmp_path, "add", "10.5555/invented.1").stdout == "doi:10.5555/invented.1: there already\n"
    keys = json.loads((tmp_path / "references" / "keys.json").read_text())
    assert sorted(keys.get("works", keys)) == ["quimby2019", "yarrow2001"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("gone.ris",), "gone.ris: is neither a file nor an identifier"),
        (("10.5555",), "10.5555: is neither a file nor an identifier"),
        (("empty.ris",), "empty.ris: holds no record"),
        (("references",), "references: is no file"),
        (("",), "a name is empty"),
        (("https://example.org/about/",), "https://example.org/about/: is neither a file nor an identifier"),
    ],
)
def test_what_cannot_be_brought_is_one_line(project: Path, words: tuple[str, ...], told: str) -> None:
    (project / "empty.ris").write_text("")
    said = call(project, "add", *words)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert told in said.stderr


def test_the_address_of_a_page_names_the_work_that_it_shows(project: Path) -> None:
    for address, name in (
        ("https://pubmed.ncbi.nlm.nih.gov/90000001/?from=page", "pmid:90000001"),
        ("pmc.ncbi.nlm.nih.gov/articles/PMC90001/", "pmcid:PMC90001"),
        ("https://arxiv.org/abs/2001.99999v2", "arxiv:2001.99999"),
    ):
        said = call(project, "add", address)
        assert (said.returncode, said.stdout) == (0, f"{name}: new\n")
