"""What is called as a note or a list and is no file is told, and nobody waits for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cluneal_lit.store import people


@pytest.mark.parametrize("is_pipe", [False, True])
def test_what_is_no_file_among_notes_and_lists_is_told(tmp_path: Path, is_pipe: bool) -> None:
    path = tmp_path / "references" / "notes" / "p.md"
    path.parent.mkdir(parents=True)
    if is_pipe:
        os.mkfifo(path)
    else:
        path.mkdir()
    for read in (people.notes, people.lists):
        found, findings = read(path.parent)
        assert (found, [one.values["reason"] for one in findings]) == ((), ["is no file; move it away"])
