"""`check --store`, as a user calls it; every work is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import WORKS, answer, call, files, make
from tests.services import loopback

RECORD = Path("references/records/pubmed/90000001.json")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with loopback(*WORKS) as service:
        make(tmp_path, service.services)
        call(tmp_path, "run")
    return tmp_path


def edit(project: Path) -> None:
    content = (project / RECORD).read_bytes()
    (project / RECORD).write_bytes(content.replace(b'"12"', b'"13"'))


def test_a_right_store_is_one_line_though_documents_are_gone(project: Path) -> None:
    (project / "references" / "documents" / "notes.md").unlink()
    before = files(project)
    told = call(project, "check", "--store")
    line = "6 of 6 records agree with lock.jsonl; 0 findings about the store\n"
    assert (told.returncode, told.stdout, told.stderr, files(project)) == (0, line, "", before)


def test_an_edited_record_fails(project: Path) -> None:
    edit(project)
    told = call(project, "check", "--store")
    first, _, last = told.stdout.splitlines()
    assert (told.returncode, told.stderr) == (1, "")
    assert first.startswith(
        f"{RECORD} LIT311 error pmid:90000001 is not what was received: its file is not what PubMed"
    )
    assert last == "5 of 6 records agree with lock.jsonl; 1 finding about the store"
    assert call(project, "check", "--store", "--fail-on", "never").returncode == 0


def test_an_interrupted_record_is_a_warning(project: Path) -> None:
    path = project / "references" / "lock.jsonl"
    path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(True) if b'"pmid:90000001"' not in line))
    assert [call(project, "check", "--store", *more).returncode for more in ([], ["--fail-on", "warning"])] == [0, 1]
    assert answer(project, "check", "--store")["findings"][0]["code"] == "LIT306"


def test_json_holds_the_counts_and_the_findings(project: Path) -> None:
    edit(project)
    told = call(project, "check", "--store", "--json")
    said = json.loads(told.stdout)
    (finding,) = said.pop("findings")
    assert (told.returncode, said) == (1, {"schema": "cluneal-lit/check-store/1", "records": 6, "agree": 5})
    assert (finding["code"], finding["level"], finding["document"]) == ("LIT311", "error", RECORD.as_posix())


def test_a_lock_that_stops_other_verbs_is_a_finding_with_its_line(project: Path) -> None:
    path = project / "references" / "lock.jsonl"
    path.write_bytes(b"<<<<<<< HEAD\n" + path.read_bytes())
    told = call(project, "check", "--store")
    assert (told.returncode, told.stderr) == (1, "")
    assert told.stdout.startswith("references/lock.jsonl:1:1 LIT303 error cannot be read: it is no line of the lock")
    assert call(project, "check").returncode == 2


def test_an_empty_project_has_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").touch()
    told = call(tmp_path, "check", "--store")
    assert (told.returncode, told.stdout, [one.name for one in tmp_path.iterdir()]) == (
        0,
        "0 of 0 records agree with lock.jsonl; 0 findings about the store\n",
        ["cluneal-lit.toml"],
    )


@pytest.mark.parametrize("verb", ["run --offline", "check", "build", "show quimby2019", "scan", "prune"])
def test_a_record_that_no_parser_takes_is_a_traceback_nowhere(project: Path, verb: str) -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    (project / RECORD).write_bytes(b'{"format":1,"source":"","id":"\xff","ids":{},"fields":{}}')
    other = project / "references" / "records" / "pubmed" / "90000002.json"
    other.write_bytes(b'{"format":1,"source":"","id":"","ids":{},"fields":{},"custom":{"a":' + deep + b"}}")
    told = call(project, *verb.split())
    assert "Traceback" not in told.stderr and told.returncode in (0, 1, 2)


@pytest.mark.parametrize("other", [("--pairs", "a.md"), ("--list-retracted",), ("--html", "a.html")])
def test_the_store_has_no_citation_to_write_of(tmp_path: Path, other: tuple[str, ...]) -> None:
    told = call(tmp_path, "check", "--store", *other)
    why = "--store looks at no citation; leave --pairs, --list-retracted and --html out"
    assert (told.returncode, told.stderr) == (2, f"cluneal-lit: {why}\n")


@pytest.mark.parametrize("other", ["references/records", "a.md", "--catalogue=works.json"])
def test_the_store_is_none_of_the_files_that_are_named(tmp_path: Path, other: str) -> None:
    told = call(tmp_path, "check", "--store", other)
    why = f"--store looks at the stored records alone; leave {other.partition('=')[0]} out"
    assert (told.returncode, told.stdout, told.stderr) == (2, "", f"cluneal-lit: {why}\n")
