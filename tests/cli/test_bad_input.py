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
from cluneal_lit.store.writer import writer
from tests.cli.project import WORKS, answer, call, files, make
from tests.services import loopback


def bring(root: Path, name: str, *entries: dict[str, str]) -> None:
    """Put a bibliography of invented works into the project."""
    (root / "references" / "library").mkdir(parents=True, exist_ok=True)
    (root / "references" / "library" / name).write_text(json.dumps(entries), encoding="utf-8")


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
    [("run", "--nonsense"), ("nonsense",), ("--x",), ("run", "--max-age", "soon"), ("check", "--fail-on", "sometimes")],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    told = call(tmp_path, *arguments)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert told.stderr.startswith("cluneal-lit")


def test_a_wrong_call_of_a_verb_names_the_verbs_own_help(tmp_path: Path) -> None:
    told = call(tmp_path, "build", "page.md")
    assert told.stderr == ("cluneal-lit build: unrecognized arguments: page.md; see cluneal-lit build --help\n")


def test_without_a_verb_the_help_is_printed(tmp_path: Path) -> None:
    told = call(tmp_path)
    assert (told.returncode, told.stdout, told.stderr) == (2, "", call(tmp_path, "--help").stdout)


@pytest.mark.parametrize("arguments", [("-C", "p", "scan"), ("scan", "-C", "p"), ("-C", "no", "scan", "-C", "p")])
def test_the_project_is_named_before_the_verb_or_behind_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    make(tmp_path / "p", document="See PMID: 90000001.\n")
    assert [citation["raw"] for citation in answer(tmp_path, *arguments)["citations"]] == ["PMID: 90000001"]


def test_a_project_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    told = call(tmp_path, "run", "-C", "no/such")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "cluneal-lit: no/such: there is no such folder; name the folder of the project\n"


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


def test_an_entry_of_a_list_has_the_places_that_cite_it(tmp_path: Path) -> None:
    listed = "1. Orlov B, Quimby A. Nerves of the invented back. J Invent. 2018;15(1):25-32.\n"
    (tmp_path / "a.txt").write_text(f"It hurts [1].\nIt does [1].\n\nReferences\n\n{listed}", encoding="utf-8")
    entry = answer(tmp_path, "scan", "a.txt")["citations"][-1]
    assert (entry["in_list"], entry["number"]) == (True, 1)
    assert entry["cited_at"] == [
        {"line": 1, "column": 10, "sentence": "It hurts [1]."},
        {"line": 2, "column": 9, "sentence": "It does [1]."},
    ]


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
        ("lists/a.md", b"- [@a] \xff: x\n"),
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


@pytest.mark.parametrize("arguments", [("build", "--json"), ("build", "--check"), ("run", "--offline")])
def test_each_broken_template_has_its_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    make(tmp_path)
    templates = tmp_path / "templates"
    templates.mkdir()
    for name, text in {"a.md.j2": "fine\n{{ nothing }}\n", "b.md.j2": "{% if %}\n", "c.md.j2": "{{ 1 / 0 }}"}.items():
        (templates / name).write_text(text)
    told = call(tmp_path, *arguments)
    heads = [f"{templates}/a.md.j2:2: ", f"{templates}/b.md.j2:1: ", f"{templates}/c.md.j2:1: "]
    lines = told.stderr.splitlines()
    assert (told.returncode, len(lines)) == (2, 3)
    assert all(line.startswith(f"cluneal-lit: {head}") for line, head in zip(lines, heads, strict=True))
    if "--json" in arguments:
        failed = json.loads(told.stdout)["failed"]
        assert [
            line.removeprefix("cluneal-lit: ").removesuffix("; the other outputs are written") for line in lines
        ] == failed


@pytest.mark.parametrize("target", ["", "nowhere", "templates"])
def test_templates_that_are_no_folder_remove_nothing(tmp_path: Path, target: str) -> None:
    make(tmp_path)
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "mine.md.j2").write_text("mine\n")
    assert call(tmp_path, "build").returncode == 0
    templates.rename(tmp_path / "away")
    templates.symlink_to(target) if target else templates.touch()
    told = call(tmp_path, "build")
    line = f"cluneal-lit: {templates}: is no folder, or leads to none; make it a folder, or move it away\n"
    assert (told.returncode, told.stderr, (tmp_path / "output" / "mine.md").read_text()) == (2, line, "mine\n")


@pytest.mark.parametrize("broken", ["template", "output"])
def test_an_output_that_cannot_be_made_swallows_no_finding_and_forgets_no_key(tmp_path: Path, broken: str) -> None:
    make(tmp_path, document="See PMID: 90000001 and [7].\n")
    bring(tmp_path, "mine.json", {"id": "mine", "title": "An invented work", "PMID": "90000001"})
    if broken == "template":
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates" / "mine.md.j2").write_text("{{ no_such_thing }}\n")
    else:
        (tmp_path / "output" / "report.md").mkdir(parents=True)
    told = call(tmp_path, "run", "--offline")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "LIT402" in told.stdout and "1 document with 2 citations" in told.stdout
    assert list(json.loads((tmp_path / "references" / "keys.json").read_text())["works"]) == ["mine"]
    told = call(tmp_path, "run", "--offline", "--json")
    assert (told.returncode, json.loads(told.stdout)["schema"]) == (2, "cluneal-lit/run/1")
    assert (tmp_path / "output" / "references.bib").exists()


def test_whether_outputs_are_current_is_asked_without_writing(tmp_path: Path) -> None:
    make(tmp_path, cache=False)
    before = sorted(tmp_path.rglob("*"))
    assert call(tmp_path, "build", "--check").returncode == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_in_the_place_of_the_cache_is_one_line(tmp_path: Path) -> None:
    make(tmp_path, cache=False)
    (tmp_path / ".cache").write_text("mine")
    told = call(tmp_path, "run", "--offline")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert ".cache: cannot be written: file exists" in told.stderr
    assert call(tmp_path, "build", "--check").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "empty"),
    [
        (("scan",), {"schema": "cluneal-lit/scan/1", "citations": [], "findings": []}),
        (("check",), {"schema": "cluneal-lit/check/1", "citations": [], "findings": []}),
        (
            ("refresh",),
            {
                "schema": "cluneal-lit/refresh/1",
                "complete": True,
                **{"asked": 0, "searched": 0, "found": 0, "changed": [], "findings": []},
            },
        ),
        (("build",), {"schema": "cluneal-lit/build/1", "current": True, "written": [], "removed": [], "failed": []}),
        (("build", "--check"), {"schema": "cluneal-lit/build/1", "current": True, "stale": []}),
    ],
)
def test_an_empty_project_has_an_empty_answer(tmp_path: Path, arguments: tuple[str, ...], empty: object) -> None:
    call(tmp_path, "init")
    before = files(tmp_path)
    told = call(tmp_path, *arguments, "--json")
    assert (told.returncode, json.loads(told.stdout), told.stderr) == (0, empty, "")
    assert files(tmp_path) == before and not (tmp_path / ".cache").exists()


def test_a_run_of_an_empty_project_has_an_empty_answer(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").touch()
    told = answer(tmp_path, "run")
    assert (told["complete"], told["entries"], told["findings"], told["written"]) == (True, [], [], [])
    assert (told["counts"]["documents"], len(list(tmp_path.iterdir()))) == (0, 1)


def test_a_broken_library_without_a_document_is_told(tmp_path: Path) -> None:
    call(tmp_path, "init")
    (tmp_path / "references" / "library" / "mine.json").write_text("{")
    told = call(tmp_path, "run")
    assert (told.returncode, "references/library/mine.json LIT303" in told.stdout) == (1, True)


def test_outputs_follow_when_the_last_document_is_gone(tmp_path: Path) -> None:
    make(tmp_path, document="See [7].\n")
    call(tmp_path, "run", "--offline")
    (tmp_path / "references" / "documents" / "notes.md").unlink()
    assert "report.md" in answer(tmp_path, "run", "--offline")["written"]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_any_encoding_of_the_terminal_takes_every_character_and_json_is_utf8(tmp_path: Path, encoding: str) -> None:
    make(tmp_path, document="Köse Güven Ş, ‘Ağrı’ (PMID: 90000001) …\n")
    command = [sys.executable, "-m", "cluneal_lit"]
    for arguments in (["scan"], ["check"], ["run", "--offline"]):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        told = subprocess.run([*command, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (told.returncode, told.stderr) == (0, b"")
        assert arguments != ["scan"] or r"\u015e" in told.stdout.decode(encoding)
    found = call(tmp_path, "scan", "--json", PYTHONIOENCODING=encoding)
    assert "Köse Güven Ş" in json.loads(found.stdout)["citations"][0]["sentence"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", ["scan", "scan --json", "explain", "--help"])
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path, arguments: str) -> None:
    make(tmp_path)
    command = f"{sys.executable} -m cluneal_lit {arguments} > /dev/full"
    told = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (
        2,
        "cluneal-lit: standard output: cannot be written: no space left on device\n",
    )


def test_documents_are_scanned_where_the_projects_lock_is_broken(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "references" / "lock.jsonl").write_text("<<<<<<< HEAD\n{}\n")
    (tmp_path / "a.txt").write_text("As shown (PMID: 90000001).\n")
    told = call(tmp_path, "scan", "a.txt", "--json")
    found = json.loads(told.stdout)
    assert [(one["ids"]["pmid"], one["key"]) for one in found["citations"]] == [("90000001", None)]
    assert [one["code"] for one in found["findings"]] == ["LIT303"]
    assert (told.returncode, "lock.jsonl:1" in found["findings"][0]["message"]) == (0, True)


@pytest.mark.parametrize(
    "item",
    [
        "\\bibitem{a1} J. Smith. Title. Pain, 2020. doi:10.5555/invented.1",
        "\\bibitem{a1} J. Smith. Title. Pain, 2020.",
        "\\bibitem{a1} Smith. Title.",
    ],
)
def test_a_key_that_the_bibliography_of_the_document_lacks_is_told(tmp_path: Path, item: str) -> None:
    make(tmp_path)
    (tmp_path / "m.tex").write_text(
        "\\documentclass{article}\\begin{document}\n"
        "Text \\cite{a1} and \\cite{gone}.\n\\bibliography{x}\n\\end{document}\n"
    )
    (tmp_path / "m.bbl").write_text(f"\\begin{{thebibliography}}{{1}}\n{item}\n\\end{{thebibliography}}\n")
    found = json.loads(call(tmp_path, "scan", "m.tex", "--json").stdout)
    assert [one["code"] for one in found["findings"]] == ["LIT405"]
    assert "gone" in found["findings"][0]["message"]


def test_keys_that_are_identifiers_are_no_bibliography(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "a.md").write_text("See [@doi:10.5555/invented.1; @nobody1999] and [@pmid:90000001].\n")
    found = json.loads(call(tmp_path, "scan", "a.md", "--json").stdout)
    assert found["findings"] == []


@pytest.mark.parametrize("verb", ["run", "build", "refresh"])
def test_what_writes_waits_for_the_writer_before_it(tmp_path: Path, verb: str) -> None:
    make(tmp_path)
    waits: list[str] = []
    with writer(tmp_path, waits.append):
        arguments = [sys.executable, "-m", "cluneal_lit", verb, *(() if verb == "build" else ("--offline",))]
        process = subprocess.Popen(arguments, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stderr and "is writing in" in process.stderr.readline()
        assert not (tmp_path / "output").exists()
    process.communicate(timeout=60)
    assert (process.returncode, waits) == (0 if verb != "run" else process.returncode, [])
    assert (tmp_path / "output").exists() == (verb != "refresh")


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


def test_a_key_that_the_bibliography_lacks_is_told_and_none_without_a_bibliography(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@article{alda2001, author={Alda, A}, title={On nerves}, year={2001}}")
    text = "Pain is common [@alda2001], and blocks help [@cruz2002].\n"
    (tmp_path / "with.md").write_text(f"---\nbibliography: refs.bib\n---\n{text}")
    (tmp_path / "without.md").write_text(text)
    found = [answer(tmp_path, "scan", name)["findings"] for name in ("with.md", "without.md")]
    assert [[each["code"] for each in findings] for findings in found] == [["LIT405"], []]
