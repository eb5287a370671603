"""Works that are cited by their DOI alone, and what PubMed alone states of them. Every work is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cluneal_lit.store import lock
from tests.cli.project import answer, call, files, make
from tests.services import ADDRESSES, Loopback, Notice, Work, loopback

# A notice without a DOI is stated by PubMed, and not by Crossref.
SILENT = Work(
    "An invented result of which PubMed alone says that it did not hold",
    pmid="90000071",
    doi="10.5555/invented.71",
    authors=("Zabel, Carla",),
    journal="Journal of Invented Medicine",
    year=2018,
    notices=(Notice("Retraction", "90000072", date=(2020, 5, 4)),),
)
ELSEWHERE = Work(
    "An invented work that PubMed has not", doi="10.5555/invented.73", authors=("Orlov, Boris",), year=2019
)
DOCUMENT = f"One (doi: {SILENT.doi}), and one more (doi: {ELSEWHERE.doi}).\n"


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(SILENT, ELSEWHERE) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    make(tmp_path, service.services, DOCUMENT)
    return tmp_path


def statuses(project: Path) -> dict[str, str]:
    """The status of each cited work, by its DOI, as `check` prints it."""
    found = json.loads(call(project, "check", "--json").stdout)
    return {one["raw"].removeprefix("doi: "): one["status"] for one in found["citations"]}


def lines(project: Path) -> dict[str, str]:
    path = project / "references" / "lock.jsonl"
    return {key: one.state for key, one in lock.read(path).items() if key.startswith("pubmed")}


def test_a_retraction_that_pubmed_alone_states_is_an_error(project: Path, service: Loopback) -> None:
    said = call(project, "run")
    assert said.returncode == 1
    assert "LIT501" in call(project, "check").stdout
    assert statuses(project) == {SILENT.doi: "retracted", ELSEWHERE.doi: "none"}
    assert lines(project) == {
        f"pubmed/pmid:{SILENT.pmid}": "here",
        f"pubmed-doi/doi:{SILENT.doi}": "elsewhere",
        f"pubmed-doi/doi:{ELSEWHERE.doi}": "absent",
    }
    before, asked = files(project), len(service.requests)
    assert call(project, "run").returncode == 1
    assert (files(project), len(service.requests)) == (before, asked)
    assert call(project, "run", "--frozen").returncode == 1


def test_while_pubmed_is_down_the_works_are_verified_and_their_status_is_not_checked(
    project: Path, service: Loopback
) -> None:
    service.fault("pubmed")
    said = call(project, "run")
    assert (said.returncode, lines(project)) == (3, {})
    assert "PubMed's search by DOI" in said.stdout + said.stderr
    assert statuses(project) == {SILENT.doi: "unchecked", ELSEWHERE.doi: "unchecked"}
    found = json.loads(call(project, "check", "--json").stdout)["citations"]
    assert [one["verdict"] for one in found] == ["verified", "verified"]
    said = call(project, "run", "--frozen")
    assert said.returncode == 2
    assert f"holds no answer about doi:{SILENT.doi}, doi:{ELSEWHERE.doi}; run" in said.stderr
    service.mend("pubmed")
    assert call(project, "refresh").returncode in (0, 1)
    assert statuses(project) == {SILENT.doi: "retracted", ELSEWHERE.doi: "none"}


def test_a_retraction_since_is_seen_by_a_fresh_check_and_by_the_next_refresh(project: Path, service: Loopback) -> None:
    whole = service.articles[SILENT.pmid]
    del service.articles[SILENT.pmid]
    assert call(project, "run").returncode == 0
    assert statuses(project) == {SILENT.doi: "none", ELSEWHERE.doi: "none"}
    service.articles[SILENT.pmid] = whole
    before = files(project)
    fresh = call(project, "check", "--fresh")
    assert (fresh.returncode, "LIT501" in fresh.stdout, files(project)) == (1, True, before)
    call(project, "refresh", "--max-age", "0")
    assert statuses(project) == {SILENT.doi: "retracted", ELSEWHERE.doi: "none"}


def test_prune_removes_what_was_found_with_the_work_that_it_was_found_for(project: Path) -> None:
    call(project, "run")
    (project / "references" / "documents" / "notes.md").write_text(f"One (doi: {ELSEWHERE.doi}).\n", encoding="utf-8")
    gone = [one["name"] for one in answer(project, "prune", "--yes")["records"]]
    assert gone == [f"crossref/doi:{SILENT.doi}", f"pubmed/pmid:{SILENT.pmid}"]
    assert lines(project) == {f"pubmed-doi/doi:{ELSEWHERE.doi}": "absent"}


def test_a_file_without_a_project_is_asked_about_in_the_same_way(tmp_path: Path, service: Loopback) -> None:
    addresses = {f"CLUNEAL_LIT_{name.upper()}": getattr(service.services, name) for name in ADDRESSES}
    (tmp_path / "notes.md").write_text(DOCUMENT, encoding="utf-8")
    said = call(tmp_path, "check", "notes.md", "--json", **addresses, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert [one["status"] for one in json.loads(said.stdout)["citations"]] == ["retracted", "none"]
