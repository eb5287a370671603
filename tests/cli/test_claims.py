"""A file that is checked says that a work was retracted; every work is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import FINE, call, make
from tests.services import loopback, settings

SENTENCE = "RETRACTED 2020 May 4. Retraction in: J Invent Med. 2020;13(1):1. doi: 10.5555/notice.1"
BIB = """@article{quimby, title = {%s}, author = {Quimby, Ada}, year = 2019, doi = {%s},
  %s}
"""
RIS = """TY  - JOUR
ID  - quimby
TI  - An invented trial of a nerve block
AU  - Quimby, Ada
PY  - 2019
DO  - 10.5555/invented.1
%s
ER  -\x20
"""
NBIB = """
PMID- 90000001
TI  - An invented trial of a nerve block.
FAU - Quimby, Ada
AU  - Quimby A
DP  - 2019
PT  - %s

"""
NAMED = "on 2020 May 4: doi:10.5555/notice.1 (the file)"
NAMELESS = "no notice is named (the file)"
CLAIMS = {
    "keyword.bib": (BIB % (FINE.title, FINE.doi, "keywords = {retracted}"), f": {NAMELESS}"),
    "note.bib": (BIB % (FINE.title, FINE.doi, f"note = {{{SENTENCE}}}"), f" {NAMED}"),
    "title.bib": (BIB % (f"RETRACTED: {FINE.title}", FINE.doi, ""), f": {NAMELESS}"),
    "note.ris": (RIS % f"N1  - {SENTENCE}", f" {NAMED}"),
    "type.nbib": (NBIB % "Retracted Publication", f": {NAMELESS}"),
}
NONE = {
    "fine.bib": BIB % (FINE.title, FINE.doi, "note = {Not retracted}"),
    "fine.ris": RIS % "KW  - retraction",
    "fine.nbib": NBIB % "Journal Article",
}


def told(folder: Path, *arguments: str, **environment: str) -> list[tuple[str, str]]:
    """Document and message of every finding about an editorial status."""
    answer = json.loads(call(folder, "check", *arguments, "--json", **environment).stdout)
    return [(one["document"], one["message"]) for one in answer["findings"] if one["code"].startswith("LIT5")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {**{name: text for name, (text, _) in CLAIMS.items()}, **NONE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_claim_counts_where_nobody_knows_the_work(folder: Path) -> None:
    cache = str(folder / "cache")
    found = told(folder, *CLAIMS, *NONE, "--offline", XDG_CACHE_HOME=cache)
    keys = {"type.nbib": "90000001"}
    assert found == [
        (name, f"{keys.get(name, 'quimby')} was retracted{why}") for name, (_, why) in sorted(CLAIMS.items())
    ]


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_counts_beside_services_that_do_not_know_of_it(folder: Path, name: str) -> None:
    with loopback(FINE) as service:
        environment = {**settings(service.services), "XDG_CACHE_HOME": str(folder / "cache")}
        found = told(folder, name, "fine.bib", **environment)
    assert dict(found).keys() == {name, "fine.bib"}  # it is one work
    assert {message.partition(" was ")[2] for _, message in found} == {f"retracted{CLAIMS[name][1]}"}


def test_a_claim_is_not_that_of_another_work_whose_doi_the_entry_has(folder: Path) -> None:
    other = {"id": "golf", "type": "article-journal", "title": "Quite another thing about golfers", "DOI": FINE.doi}
    other |= {"author": [{"family": "Zabel", "given": "Carl"}], "issued": {"date-parts": [[2003]]}}
    (folder / "works.json").write_text(json.dumps([other]), encoding="utf-8")
    (folder / "a.md").write_text(f"See https://doi.org/{FINE.doi}.\n", encoding="utf-8")
    found = told(folder, "note.bib", "a.md", "--catalogue", "works.json")
    assert found == [("note.bib", f"quimby was retracted {NAMED}")]


def test_a_library_says_the_same_of_the_same_bytes(tmp_path: Path) -> None:
    project = make(tmp_path, document="A block may help [@quimby].\n")
    (project / "references" / "library").mkdir()
    (project / "references" / "library" / "own.bib").write_text(CLAIMS["note.bib"][0], encoding="utf-8")
    named = NAMED.replace("the file", "the library")
    assert told(project) == [("references/documents/notes.md", f"quimby was retracted {named}")]


def test_the_doi_of_a_notice_in_a_note_is_not_that_of_the_work(folder: Path) -> None:
    (folder / "own.bib").write_text(f"@article{{q, title = {{Nerves}}, note = {{{SENTENCE}}}}}", encoding="utf-8")
    answer = json.loads(call(folder, "scan", "own.bib", "--json").stdout)
    assert [one["ids"]["doi"] for one in answer["citations"]] == [None]
