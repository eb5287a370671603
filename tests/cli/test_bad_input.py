"""Bad input gets one clear line and an exit code, never a traceback, and everything else is still done."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.config import Config, load
from tests.cli.project import WORKS, answer, call, files, make
from tests.services import loopback


def test_an_empty_folder_is_one_line_and_no_error(tmp_path: Path) -> None:
    assert call(tmp_path, "init").returncode == 0
    before = files(tmp_path)
    told = call(tmp_path, "run")
    assert (told.returncode, told.stdout.count("\n"), told.stdout[:11], told.stderr) == (0, 1, "no document", "")
    assert files(tmp_path) == before


def test_init_changes_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").write_text('title = "Mine"\n')
    assert "cluneal-lit.toml" not in answer(tmp_path, "init")["made"]
    assert (tmp_path / "cluneal-lit.toml").read_text() == 'title = "Mine"\n'
    assert answer(tmp_path, "init")["made"] == []


def test_a_configuration_written_by_init_is_read(tmp_path: Path) -> None:
    call(tmp_path, "init")
    text = (tmp_path / "cluneal-lit.toml").read_text(encoding="utf-8")
    settings = [line[2:] for line in text.splitlines() if re.match(r"# \w+ = ", line)]
    (tmp_path / "cluneal-lit.toml").write_text("\n".join(settings), encoding="utf-8")
    assert sorted(line.split()[0] for line in settings) == sorted(Config.__struct_fields__)
    written = load(tmp_path, {}).config
    assert replace(written, email="") == Config()


@pytest.mark.parametrize(
    "arguments",
    [("run", "--nonsense"), ("nonsense",), (), ("run", "--max-age", "soon"), ("check", "--fail-on", "sometimes")],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    told = call(tmp_path, *arguments)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert told.stderr.startswith("cluneal-lit")


def test_a_broken_configuration_is_one_line(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "cluneal-lit.toml").write_text("title = \n")
    told = call(tmp_path, "run")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "cluneal-lit.toml: cannot be read" in told.stderr


def test_a_missing_file_is_told_and_the_others_are_scanned(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("As shown (PMID: 90000001).\n")
    told = call(tmp_path, "scan", "no.txt", "a.txt")
    assert (told.returncode, "pmid:90000001" in told.stdout) == (2, True)
    assert "no.txt LIT101 error cannot be read: there is no such file" in told.stdout


def test_a_document_in_another_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    text = "Die Schmerzen der Glutäalregion ließen nach (PMID: 90000001), wie Köse Güven zeigte. Überall hört man das."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    found = answer(tmp_path, "scan", "a.txt")
    assert [citation["ids"]["pmid"] for citation in found["citations"]] == ["90000001"]
    assert [finding["code"] for finding in found["findings"]] == ["LIT102"]
    assert "Glutäalregion" in found["citations"][0]["sentence"]


def test_an_empty_document_is_a_note(tmp_path: Path) -> None:
    make(tmp_path, document="")
    told = answer(tmp_path, "run", "--offline")
    assert [(finding["code"], finding["level"]) for finding in told["findings"]] == [("LIT103", "note")]


def test_a_picture_is_no_document_and_the_others_are_checked(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "references" / "documents" / "scan.pdf").write_bytes(b"%PDF-1.4\n%\xff\xff\n")
    told = call(tmp_path, "run", "--offline")
    assert told.returncode == 1
    assert "references/documents/scan.pdf LIT101 error cannot be read" in told.stdout
    assert (tmp_path / "output" / "report.md").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "references" / "documents" / "notes.md").chmod(0)
    assert "LIT101" in call(tmp_path, "run", "--offline").stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("library/mine.json", b'[{"id": "a", "type": '),
        ("library/mine.json", b"\xff\xfe\xff"),
        ("library/mine.docx", b"PK"),
        ("notes/a.md", b"---\nworks: [\n---\n"),
        ("lists/a.md", b"- [@a] (vital): x\n"),
        ("records/pubmed/1.json", b"{"),
    ],
)
def test_a_broken_file_of_the_collection_is_a_finding_and_stays(tmp_path: Path, name: str, content: bytes) -> None:
    make(tmp_path)
    path = tmp_path / "references" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    told = answer(tmp_path, "run", "--offline")
    broken = [finding["document"] for finding in told["findings"] if finding["code"] == "LIT303"]
    assert (broken, path.read_bytes()) == ([f"references/{name}"], content)
    assert (tmp_path / "output" / "report.md").exists()


@pytest.mark.parametrize("name", ["lock.jsonl", "keys.json"])
def test_a_broken_file_of_the_program_stops_it_with_one_line(tmp_path: Path, name: str) -> None:
    make(tmp_path)
    (tmp_path / "references" / name).write_text("<<<<<<< HEAD\n{}\n")
    told = call(tmp_path, "run", "--offline")
    assert (told.returncode, told.stderr.count("\n"), name in told.stderr) == (2, 1, True)


def test_a_broken_template_is_one_line_with_its_place(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "mine.md.j2").write_text("fine\n{{ no_such_thing.at_all }}\n")
    told = call(tmp_path, "run", "--offline")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "mine.md.j2:2" in told.stderr and "no_such_thing" in told.stderr


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    make(tmp_path, document="As shown (PMID: 90000001).\n" * 5000)
    command = f"{sys.executable} -m cluneal_lit scan --json | head -1"
    told = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("{\n", "")


def test_an_interrupt_says_so_and_leaves_a_store_that_reads(tmp_path: Path) -> None:
    with loopback(*WORKS) as service:
        make(tmp_path, service.services)
        service.fault("crossref", "silent", times=1)
        process = subprocess.Popen(
            [sys.executable, "-m", "cluneal_lit", "run"],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        while not service.asked("crossref"):
            time.sleep(0.02)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, "interrupted" in errors, "Traceback" in errors) == (130, True, False)
        lines = (tmp_path / "references" / "lock.jsonl").read_text().splitlines()
        assert [json.loads(line)["source"] for line in lines].count("pubmed") == 4
        assert answer(tmp_path, "run")["complete"]
