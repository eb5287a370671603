"""`note`: the annotation of a work, made or opened. Every work here is invented."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.project import FINE, answer, call, files, make
from tests.cli.screen import screen
from tests.services import loopback

WORKS = [
    {"id": "mine", "title": "An invented trial", "PMID": "90000001", "DOI": "10.5555/(a)1", "issued": "2019"},
    {"id": "old", "title": "An invented book without any number"},
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two works in its library, one of them without an identifier."""
    make(tmp_path, document="See PMID: 90000001 and PMID: 90000099.\n")
    (tmp_path / "references" / "library").mkdir()
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps(WORKS))
    return tmp_path


def in_terminal(folder: Path, editor: str, *arguments: str) -> tuple[int, str]:
    """Run `note` in a terminal of its own; the exit code, and what the terminal shows."""
    environment = {**os.environ, "EDITOR": editor, "VISUAL": "", "NO_COLOR": "1"}
    return screen(folder, environment, "note", *arguments)


def test_a_note_is_made_once_and_its_path_is_all_that_is_printed(project: Path) -> None:
    said = call(project, "note", "90000001", EDITOR="false")
    assert (said.returncode, said.stdout, said.stderr) == (0, "references/notes/mine.md\n", "")
    path = project / "references" / "notes" / "mine.md"
    assert "works:\n  - pmid:90000001\n  - doi:10.5555/(a)1\n" in path.read_text(encoding="utf-8")
    before = files(project)
    assert answer(project, "note", "mine") == {
        "schema": "cluneal-lit/note/1",
        "path": "references/notes/mine.md",
        "made": False,
    }
    assert files(project) == before


def test_the_path_is_said_from_the_current_folder_or_in_full(project: Path) -> None:
    inside = call(project / "references", "note", "mine")
    (project / "output").mkdir()
    outside = call(project / "output", "note", "mine")
    assert inside.stdout == "notes/mine.md\n"
    assert outside.stdout == f"{project.resolve().as_posix()}/references/notes/mine.md\n"
    assert call(project.parent, "-C", project.name, "note", "mine").stdout.startswith(f"{project.name}/references/")


def test_a_note_that_nobody_filled_prints_nothing_and_one_that_is_filled_prints_what_is_written(project: Path) -> None:
    call(project, "run", "--offline")
    before = {name: text for name, text in files(project).items() if name.startswith("output/") and "." in name[8:]}
    call(project, "note", "mine")
    told = answer(project, "run", "--offline")
    after = files(project)
    assert [finding["code"] for finding in told["findings"] if "/notes/" in str(finding["document"])] == []
    assert {name: after[name] for name in before} == before
    path = project / "references" / "notes" / "mine.md"
    path.write_text(path.read_text().replace("**Limits.**", "**Limits.**\n\nInvented limits."))
    call(project, "run", "--offline")
    page = (project / "output" / "annotated-bibliography.md").read_text(encoding="utf-8")
    assert "**Limits.**\n\nInvented limits." in page and "**Result.**" not in page


def test_a_work_without_an_identifier_has_a_note_by_its_library_entry(project: Path) -> None:
    call(project, "note", "old")
    path = project / "references" / "notes" / "old.md"
    path.write_text(path.read_text().replace("**Result.**", "**Result.** Invented."))
    told = answer(project, "run", "--offline")
    assert [finding for finding in told["findings"] if "/notes/" in str(finding["document"])] == []
    assert "**Result.** Invented." in (project / "output" / "annotated-bibliography.md").read_text(encoding="utf-8")


def test_a_key_that_was_only_made_up_is_kept_by_its_note(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        make(tmp_path, service.services, "See PMID: 90000001.\n")
        call(tmp_path, "refresh")
    assert not (tmp_path / "references" / "keys.json").exists()
    assert call(tmp_path, "note", "90000001").stdout == "references/notes/quimby2019.md\n"
    twin = {"id": "other", "title": "Another invented paper", "author": [{"family": "Quimby"}], "issued": "2019"}
    (tmp_path / "references" / "library").mkdir()
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps([twin]))
    call(tmp_path, "run", "--offline")
    keys = json.loads((tmp_path / "references" / "keys.json").read_text())["works"]
    assert [key for key, names in keys.items() if "pmid:90000001" in names] == ["quimby2019"]


def test_a_note_under_another_name_is_the_works_note(project: Path) -> None:
    (project / "references" / "notes").mkdir()
    (project / "references" / "notes" / "thoughts.md").write_text("---\nworks: [doi:10.5555/(a)1]\n---\nMine.\n")
    assert call(project, "note", "mine").stdout == "references/notes/thoughts.md\n"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("---\nworks: [\n---\n", 0, "mend it: its `works` must name pmid:90000001, doi:10.5555/(a)1"),
        ("My thoughts.\n", 0, "names no work; mend it"),
        ("---\nworks: [pmid:5]\n---\n", 2, "is about another work (pmid:5); rename it, or add to its `works`: pmid:9"),
    ],
)
def test_a_file_that_has_the_notes_name_is_never_written_over(project: Path, text: str, code: int, told: str) -> None:
    path = project / "references" / "notes" / "mine.md"
    path.parent.mkdir()
    path.write_text(text)
    said = call(project, "note", "mine")
    assert (said.returncode, said.stderr.count("\n"), told in said.stderr) == (code, 1, True)
    assert (path.read_text(), said.stdout) == (text, "" if code else "references/notes/mine.md\n")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("mime", "no work has the key 'mime'; did you mean mine?"),
        ("PMID 90000002", "pmid:90000002 is no work's, and no document cites it; did you mean pmid:90000001 (mine)?"),
        (
            "90000099",
            "pmid:90000099 is cited, but nothing is known of the work yet; run `cluneal-lit refresh`",
        ),
    ],
)
def test_what_is_no_work_is_one_line_and_no_file(project: Path, wanted: str, told: str) -> None:
    said = call(project, "note", wanted)
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: {told}\n")
    assert not (project / "references" / "notes").exists()


def test_a_notes_folder_that_is_none_is_one_line(project: Path) -> None:
    (project / "references" / "notes").write_text("mine")
    said = call(project, "note", "mine")
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert "references/notes: is no folder, or leads to none; make it a folder, or move it away" in said.stderr


def test_in_a_terminal_the_editor_opens_the_note(project: Path) -> None:
    editor = f"{sys.executable} -c \"import sys; open(sys.argv[1], 'a').write('Edited.')\""
    assert in_terminal(project, editor, "mine") == (
        0,
        "cluneal-lit: made references/notes/mine.md; what is left empty is not printed\n",
    )
    assert (project / "references" / "notes" / "mine.md").read_text().endswith("Edited.")
    assert in_terminal(project, editor, "mine") == (0, "")


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("false", "the editor false ended with exit code 1; the note is references/notes/mine.md"),
        ("no-such-editor -w", "the editor no-such-editor -w cannot be run: no such file or directory; set VISUAL or"),
        ("'", 'EDITOR is "\'", which is no command: no closing quotation'),
    ],
)
def test_an_editor_that_fails_is_told(project: Path, editor: str, told: str) -> None:
    call(project, "note", "mine")
    code, shown = in_terminal(project, editor, "mine")
    assert (code, shown.count("\n"), told in shown) == (2, 1, True)


def test_with_its_output_in_a_pipe_the_path_is_printed_and_no_editor_opened(project: Path) -> None:
    _, slave = pty.openpty()
    environment = {**os.environ, "EDITOR": "false", "VISUAL": ""}
    command = [sys.executable, "-m", "cluneal_lit", "note", "mine"]
    said = subprocess.run(
        command, cwd=project, env=environment, stdin=slave, capture_output=True, text=True, timeout=60, check=False
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "references/notes/mine.md\n", "")


def test_without_an_editor_a_terminal_gets_the_path(project: Path) -> None:
    assert in_terminal(project, "", "mine") == (0, "references/notes/mine.md\n")
