"""A file or a dead link in the place of a folder is told, and no output is made as if the folder were empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.project import call, files


@pytest.mark.parametrize("name", ["records", "notes", "lists", "library", "documents"])
@pytest.mark.parametrize("is_link", [False, True])
def test_what_stands_in_the_place_of_a_folder_is_told(project: Path, name: str, is_link: bool) -> None:
    folder = project / "references" / name
    if folder.is_dir():
        folder.rename(project / "elsewhere")
    if is_link:
        folder.symlink_to("nowhere")
    else:
        folder.write_text("../shared", encoding="utf-8")
    before = files(project / "output")
    told = call(project, "run", "--offline", "--incomplete", "ok", "--fail-on", "warning")
    assert "is no folder, or leads to none" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
    assert (told.returncode, files(project / "output")) == (2, before)
    for verb in (("build",), ("run", "--offline", "--fail-on", "never")):
        told = call(project, *verb)
        assert (told.returncode, files(project / "output")) == (2, before), told.stderr
        assert "is no folder, or leads to none" in told.stderr
    assert call(project, "doctor").returncode == 1
