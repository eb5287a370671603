"""A file of the library that does not read is told, by `build` too; what it may hold is not called unknown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import call, files, make

LIBRARY = [
    {"id": "quimby", "type": "book", "title": "An invented book", "author": [{"family": "Quimby", "given": "A"}]}
]
NOTE = "---\nworks: isbn:9780306406157\n---\n\nRead it.\n"
UNKNOWN = ("LIT405", "LIT602", "LIT603")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    make(tmp_path, document="As [@quimby] says, and [@nobody].\n")
    (tmp_path / "references" / "lists").mkdir()
    (tmp_path / "references" / "lists" / "first.md").write_text("# First\n\n1. quimby\n", encoding="utf-8")
    (tmp_path / "references" / "library").mkdir(exist_ok=True)
    library = tmp_path / "references" / "library" / "shelf.json"
    library.write_text(json.dumps([{**LIBRARY[0], "ISBN": "9780306406157"}]), encoding="utf-8")
    (tmp_path / "references" / "notes").mkdir(exist_ok=True)
    (tmp_path / "references" / "notes" / "quimby.md").write_text(NOTE, encoding="utf-8")
    call(tmp_path, "run", "--offline")
    return library


def codes(project: Path) -> set[str]:
    return {one["code"] for one in json.loads(call(project, "check", "--offline", "--json").stdout)["findings"]}


@pytest.mark.parametrize("broken", ["[{},]", "<html>Log in</html>", None])
def test_what_it_may_hold_is_not_unknown_and_comes_back(shelf: Path, tmp_path: Path, broken: str | None) -> None:
    before, content = files(tmp_path), shelf.read_bytes()
    assert "LIT405" in codes(tmp_path) and not {"LIT602", "LIT603"} & codes(tmp_path)
    shelf.unlink()
    if broken is None:
        shelf.symlink_to("nowhere")
    else:
        shelf.write_text(broken, encoding="utf-8")
    told = call(tmp_path, "build")
    assert (told.returncode, "references/library/shelf.json: LIT303" in told.stderr) == (2, True), told.stderr
    assert call(tmp_path, "build", "--check").returncode == 2
    assert "LIT303" in codes(tmp_path) and not codes(tmp_path) & {*UNKNOWN}
    shelf.unlink()
    shelf.write_bytes(content)
    assert call(tmp_path, "build").returncode == 0
    assert files(tmp_path) == before


def test_an_entry_that_does_not_read_leaves_the_others_known(shelf: Path, tmp_path: Path) -> None:
    shelf.write_text(json.dumps([*json.loads(shelf.read_text(encoding="utf-8")), 3]), encoding="utf-8")
    assert call(tmp_path, "build").returncode == 0
    assert {"LIT303", "LIT405"} <= codes(tmp_path)


def test_a_text_beside_a_library_leaves_its_works_known(shelf: Path, tmp_path: Path) -> None:
    shelf.with_name("README.md").write_text("# What stands here\n", encoding="utf-8")

    assert call(tmp_path, "build").returncode == 0
    assert {"LIT303", "LIT405"} <= codes(tmp_path)
