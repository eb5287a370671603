"""Removing what nothing cites any more, as a user does it; every work is invented."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.config import load
from cluneal_lit.pipeline import prune
from cluneal_lit.store import files as store_files
from cluneal_lit.store import lock
from cluneal_lit.store.writer import writer
from tests.cli.project import FINE, OTHER, RETRACTED, answer, call, files, make
from tests.services import Loopback, Work, loopback

DOCUMENT = (
    "As shown (PMID: 90000001), and not (PMID: 90000002). An old one: PMID: 80000001. A dead one: PMID: 90000099.\n"
)
KEPT = "As shown (PMID: 90000001).\n"
GONE = ["crossref/doi:10.5555/invented.2", "pubmed/pmid:90000002"]


@pytest.fixture
def service() -> Iterator[Loopback]:
    other = replace(OTHER, doi="")
    with loopback(FINE, RETRACTED, other, merged={"80000001": OTHER.pmid}) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    make(tmp_path, service.services, DOCUMENT)
    assert call(tmp_path, "run").returncode == 1
    return tmp_path


def document(project: Path, text: str) -> None:
    (project / "references" / "documents" / "notes.md").write_text(text, encoding="utf-8")


def write(project: Path, name: str, text: str) -> None:
    path = project / "references" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(project: Path, *arguments: str) -> list[str]:
    """The records that go, or went."""
    return [record["name"] for record in answer(project, "prune", *arguments)["records"]]


def stored(project: Path) -> list[str]:
    return sorted(lock.read(project / "references" / "lock.jsonl"))


def test_what_is_cited_stays_and_nothing_is_written(project: Path) -> None:
    before = files(project)
    told = call(project, "prune", "--yes")
    assert (told.returncode, told.stdout, told.stderr) == (
        0,
        "nothing to remove: all that is stored is cited, or belongs to what is\n",
        "",
    )
    assert files(project) == before


def test_without_a_terminal_it_lists_and_changes_nothing(project: Path) -> None:
    document(project, KEPT)
    before = files(project)
    day = lock.read(project / "references" / "lock.jsonl")["pubmed/pmid:90000002"].day
    told = call(project, "prune")
    assert (told.returncode, told.stderr, files(project)) == (0, "", before)
    assert told.stdout.splitlines() == [
        f"crossref/doi:10.5555/invented.2: An invented result that did not hold (known by the answer of {day})",
        f"pubmed/pmid:90000002: An invented result that did not hold (known by the answer of {day})",
        f"pubmed/pmid:90000003: Something else entirely about invented knees (known by the answer of {day})",
        f"deleted/pmid:90000099: no record (absent, asked {day})",
        f"pubmed/pmid:80000001: no record (merged-into pmid:90000003, asked {day})",
        f"pubmed/pmid:90000099: no record (absent, asked {day})",
        "3 records and 3 answers without one that nothing cites any more; `cluneal-lit prune --yes` removes them",
    ]


def test_exactly_the_files_and_lines_that_were_listed_go(project: Path) -> None:
    document(project, KEPT)
    before = files(project)
    told = call(project, "prune", "--yes")
    assert (told.returncode, told.stdout.splitlines()[-1]) == (0, "removed 3 records and 3 answers without one")
    after = files(project)
    assert sorted(before.keys() - after.keys()) == [
        "references/records/crossref/10.5555%2Finvented.2.json",
        "references/records/pubmed/90000002.json",
        "references/records/pubmed/90000003.json",
    ]
    changed = [name for name in after if after[name] != before[name]]
    kept = [
        line for line in before["references/lock.jsonl"].splitlines(True) if b"invented.1" in line or b"0001" in line
    ]
    kept = [line for line in kept if b"80000001" not in line]
    assert (changed, after["references/lock.jsonl"]) == (["references/lock.jsonl"], b"".join(kept))
    assert call(project, "check", "--store", "--fail-on", "note").returncode == 0


def test_pruning_and_asking_again_asks_nothing_and_other_works_are_printed_as_before(
    project: Path, service: Loopback
) -> None:
    document(project, KEPT)
    call(project, "run")
    before, asked = answer(project, "show", "quimby2019"), len(service.requests)
    bibliography = (project / "output" / "references.bib").read_text(encoding="utf-8")
    call(project, "prune", "--yes")
    assert call(project, "refresh").returncode == 0
    told = answer(project, "run")
    assert (len(service.requests), answer(project, "show", "quimby2019")) == (asked, before)
    assert [entry["key"] for entry in told["entries"]] == ["quimby2019"]
    printed = (project / "output" / "references.bib").read_text(encoding="utf-8")
    entries = re.findall(r"^@.*?^}\n", bibliography, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^@.*?^}\n", printed, re.MULTILINE | re.DOTALL) == [one for one in entries if "quimby" in one]
    settled = files(project)
    assert (names(project, "--yes"), answer(project, "run")["written"], files(project)) == ([], [], settled)


def test_a_citation_key_once_given_stays_and_comes_back(project: Path) -> None:
    document(project, KEPT)
    call(project, "prune", "--yes")
    call(project, "run")
    assert "zabel2018" in json.loads((project / "references" / "keys.json").read_text())["works"]
    document(project, DOCUMENT)
    call(project, "run")
    assert {entry["key"] for entry in answer(project, "run")["entries"]} == {"quimby2019", "yarrow2001", "zabel2018"}


def test_a_removal_is_no_change_of_what_the_services_say(project: Path) -> None:
    document(project, KEPT)
    call(project, "prune", "--yes")
    assert not (project / "references" / "changes.jsonl").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("library/mine.json", '[{"id": "mine", "type": "article-journal", "title": "T", "PMID": "90000002"}]'),
        ("notes/mine.md", "---\nworks: [doi:10.5555/invented.2]\n---\nText.\n"),
        ("notes/quimby2019.md", "---\nworks: [pmid:90000001]\n---\nSee also [@zabel2018].\n"),
        ("notes/quimby2019.md", "---\nworks: [pmid:90000001]\n---\nSee also `zabel2018`.\n"),
        ("lists/first.md", "1. [@zabel2018] (must): why\n"),
        ("lists/first.md", "1. [@pmid:90000002] (must): why\n"),
        ("lists/first.md", "Not [@zabel2018].\n\n1. [@quimby2019] (must): why\n"),
        ("decisions.toml", 'waive."LIT501 zabel2018" = { reason = "known" }\n'),
        ("decisions.toml", 'join."pmid:90000002 pmid:90000001" = { reason = "known" }\n'),
        ("documents/other.md", "As [@zabel2018] says.\n"),
        ("documents/other.md", "1. Zabel C. An invented result that did not hold. J Invent Med. 2018;11(1):5-9.\n"),
        ("documents/other.md", "doi: 10.5555/invented.2\n"),
    ],
)
def test_a_work_that_anybody_names_stays_whole(project: Path, name: str, text: str) -> None:
    document(project, KEPT)
    write(project, name, text)
    assert [one for one in names(project) if one in GONE] == []


def test_the_document_may_cite_the_old_pmid_alone(project: Path, service: Loopback) -> None:
    document(project, "See PMID: 80000001.\n")
    asked = len(service.requests)
    assert "pubmed/pmid:90000003" not in names(project, "--yes")
    call(project, "refresh")
    assert (len(service.requests), "pubmed/pmid:80000001" in stored(project)) == (asked, True)


def test_a_pmcid_keeps_all_that_the_id_converter_led_to(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        make(tmp_path, service.services, f"See {FINE.pmcid}.\n")
        call(tmp_path, "refresh")
        assert (names(tmp_path), len(stored(tmp_path))) == ([], 3)


def test_a_newer_version_in_the_store_stays_as_long_as_the_older_one_is_cited(tmp_path: Path) -> None:
    reviews = [
        Work(
            title="Invented review of nerves",
            doi=f"10.1002/14651858.CD000001{end}",
            authors=("Quimby, Ada",),
            year=year,
        )
        for end, year in (("", 2001), (".pub2", 2010), (".pub3", 2020))
    ]
    with loopback(*reviews) as service:
        make(tmp_path, service.services, " ".join(f"doi: {work.doi}" for work in reviews) + "\n")
        call(tmp_path, "run")
        document(tmp_path, f"doi: {reviews[0].doi}\n")
        before = [finding["message"] for finding in answer(tmp_path, "check")["findings"]]
        assert names(tmp_path, "--yes") == ["crossref/doi:10.1002/14651858.cd000001.pub2"]
        after = [finding["message"] for finding in answer(tmp_path, "check")["findings"]]
    assert after == before and "pub3" in after[0]


def test_a_rival_that_makes_a_reference_unsure_stays(tmp_path: Path) -> None:
    twins = [replace(FINE, pmid=f"9000008{place}", doi="", pmcid="") for place in (1, 2)]
    reference = "1. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109.\n"
    with loopback(*twins) as service:
        make(tmp_path, service.services, "PMID: 90000081, PMID: 90000082\n")
        call(tmp_path, "run")
        document(tmp_path, f"References\n\n{reference}")
        before = answer(tmp_path, "check")
        assert (names(tmp_path, "--yes"), answer(tmp_path, "check")) == ([], before)


def test_what_was_searched_for_is_remembered_as_long_as_its_reference_stands(project: Path, service: Loopback) -> None:
    lost = "1. Nobody N. An invented work that no service knows. J Invent Med. 2011;4(2):7-19.\n"
    document(project, f"{KEPT}\nReferences\n\n{lost}")
    call(project, "refresh")
    searched = [name for name in stored(project) if "/citation:" in name]
    asked = len(service.requests)
    call(project, "prune", "--yes")
    call(project, "refresh")
    assert searched and [name for name in stored(project) if "/citation:" in name] == searched
    assert len(service.requests) == asked
    document(project, KEPT)
    call(project, "prune", "--yes")
    assert [name for name in stored(project) if "/citation:" in name] == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("documents/scan.pdf", b"%PDF-1.4\n%\xff\xff\n", "references/documents/scan.pdf cannot be read: "),
        ("library/mine.json", b"[{", "references/library/mine.json cannot be read: "),
        ("notes/mine.md", b"---\nworks: [\n---\n", "references/notes/mine.md cannot be read: "),
        ("lists/mine.md", b"\xff\xfe", "references/lists/mine.md cannot be read: "),
        ("decisions.toml", b"\xff\xfe", "references/decisions.toml: is not UTF-8"),
        ("decisions.toml", b"waive = 1\n", "references/decisions.toml:1: is no decision on one line"),
    ],
)
def test_what_cannot_be_read_may_cite_anything(project: Path, name: str, content: bytes, told: str) -> None:
    document(project, KEPT)
    path = project / "references" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    before = files(project)
    for arguments in (["prune"], ["prune", "--yes"]):
        said = call(project, *arguments)
        assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
        assert said.stderr.startswith(f"cluneal-lit: nothing was pruned: {told}")
    assert files(project) == before


def test_documents_that_are_configured_and_not_there_stop_it(project: Path) -> None:
    config = project / "cluneal-lit.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f'documents = ["references/documents/*", "docs/*.md"]\n{text}', encoding="utf-8")
    told = call(project, "prune", "--yes")
    assert (told.returncode, "docs/*.md is configured, but there is no folder docs" in told.stderr) == (2, True)


def test_without_any_document_nothing_is_removed(project: Path) -> None:
    (project / "references" / "documents" / "notes.md").unlink()
    before = files(project)
    told = call(project, "prune", "--yes")
    assert (told.returncode, "no document was read" in told.stderr, files(project)) == (2, True, before)


def test_a_needed_record_that_is_not_believed_stops_it(project: Path) -> None:
    path = project / "references" / "records" / "pubmed" / "90000001.json"
    path.write_bytes(path.read_bytes().replace(b"10.5555/invented.1", b"10.5555/invented.9"))
    told = call(project, "prune", "--yes")
    line = "the record pubmed/pmid:90000001 is missing or not what was received, so what it leads to is not known"
    assert (told.returncode, told.stderr.count("\n"), line in told.stderr) == (2, 1, True)
    call(project, "refresh")
    assert names(project) == []


def test_a_record_that_was_edited_and_nobody_cites_goes(project: Path) -> None:
    document(project, KEPT)
    path = project / "references" / "records" / "pubmed" / "90000002.json"
    path.write_bytes(b"{")
    assert "pubmed/pmid:90000002" in names(project, "--yes")
    assert (path.exists(), call(project, "check", "--store").returncode) == (False, 0)


def test_a_record_that_was_interrupted_and_nobody_cites_goes_and_peoples_files_stay(project: Path) -> None:
    document(project, KEPT)
    folder = project / "references" / "records" / "pubmed"
    (folder / "mine.json").write_bytes(b"{")
    (folder / "4.json").write_bytes((folder / "90000002.json").read_bytes())
    path = project / "references" / "lock.jsonl"
    lines = path.read_bytes().splitlines(True)
    path.write_bytes(b"".join(line for line in lines if b'"pmid:90000002"' not in line))
    assert "not in lock.jsonl" in call(project, "prune").stdout
    assert "pubmed/pmid:90000002" in names(project, "--yes")
    assert [file.name for file in sorted(folder.iterdir())] == ["4.json", "90000001.json", "mine.json"]


def test_a_kill_behind_any_step_leaves_a_store_that_reads_and_the_next_time_ends_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document(project, KEPT)
    whole, steps = load(project, {}), 0
    going = prune.unneeded(whole)

    class Killed(BaseException):
        pass

    def killed(path: Path) -> None:
        nonlocal steps
        if steps == 1:
            raise Killed
        steps += 1
        path.unlink()

    with monkeypatch.context() as patched, writer(project, print):
        patched.setattr(store_files, "remove", killed)
        with pytest.raises(Killed):
            prune.remove(whole, going)
    left = [file["file"] for file in answer(project, "prune")["records"]]
    assert left == [record.file for record in going.records[1:]]
    assert answer(project, "check", "--store")["findings"][0]["code"] == "LIT306"
    call(project, "prune", "--yes")
    assert call(project, "check", "--store", "--fail-on", "note").returncode == 0


def test_json_says_what_goes_and_whether_it_went(project: Path) -> None:
    document(project, "As shown (PMID: 90000001, PMID: 90000002).\n")
    day = lock.read(project / "references" / "lock.jsonl")["pubmed/pmid:90000003"].day
    said = answer(project, "prune")
    assert said == {
        "schema": "cluneal-lit/prune/1",
        "removed": False,
        "records": [
            {
                "name": "pubmed/pmid:90000003",
                "file": "references/records/pubmed/90000003.json",
                "title": "Something else entirely about invented knees",
                "day": day,
            }
        ],
        "lines": [
            {"source": source, "id": name, "state": state, "day": day, "to": to}
            for source, name, state, to in (
                ("deleted", "pmid:90000099", "absent", None),
                ("pubmed", "pmid:80000001", "merged-into", "pmid:90000003"),
                ("pubmed", "pmid:90000003", "here", None),
                ("pubmed", "pmid:90000099", "absent", None),
            )
        ],
    }
    assert answer(project, "prune", "--yes") == said | {"removed": True}
    assert answer(project, "prune", "--yes") == said | {"removed": True, "records": [], "lines": []}


@pytest.mark.parametrize(("typed", "went"), [("y\n", True), ("\n", False), ("no\n", False), ("\x04", False)])
def test_at_a_terminal_it_asks(project: Path, typed: str, went: bool) -> None:
    document(project, KEPT)
    person, program = pty.openpty()
    command = [sys.executable, "-m", "cluneal_lit", "prune"]
    with subprocess.Popen(command, cwd=project, stdin=program, stdout=program, stderr=program) as process:
        os.close(program)
        said = b""
        while b"[y/N]" not in said:
            said += os.read(person, 1000)
        os.write(person, typed.encode())
        try:
            while more := os.read(person, 1000):
                said += more
        except OSError:  # how Linux says that the other side is closed
            pass
    os.close(person)
    gone = not (project / "references" / "records" / "pubmed" / "90000002.json").exists()
    assert (process.returncode, gone, b"removed 3 records" in said) == (0, went, went)


def test_it_waits_for_the_writer_before_it(project: Path) -> None:
    document(project, KEPT)
    with writer(project, lambda _: None):
        command = [sys.executable, "-m", "cluneal_lit", "prune", "--yes"]
        process = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stderr and "is writing in" in process.stderr.readline()
        assert "pubmed/pmid:90000002" in stored(project)
    said, _ = process.communicate(timeout=60)
    assert (process.returncode, said.splitlines()[-1][:7]) == (0, "removed")


def test_an_empty_project_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").write_text("", encoding="utf-8")
    told = call(tmp_path, "prune", "--yes")
    assert (told.returncode, told.stdout.startswith("nothing to remove"), told.stderr) == (0, True, "")
