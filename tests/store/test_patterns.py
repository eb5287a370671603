"""What patterns compile to is kept from run to run, where Python keeps bytecode, and never believed blindly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
from cluneal_lit import late
from cluneal_lit.store.patterns import compiled_once
with compiled_once():
    year = late.late(r"(?P<year>[12][0-9]{3})")
    print(year.findall("in 1999, and 2018"), len(late._patterns.new))
"""


def ran(folder: Path, *options: str) -> str:
    """What two years are found by, and how many patterns were compiled, with bytecode in this folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder)}
    command = [sys.executable, *options, "-c", CODE]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def kept(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("late.*") if file.suffix != ".pyc"]


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    assert [ran(tmp_path) for _ in range(2)] == ["['1999', '2018'] 1", "['1999', '2018'] 0"]
    assert len(kept(tmp_path)) == 1


def test_nothing_is_kept_where_python_keeps_no_bytecode(tmp_path: Path) -> None:
    assert ran(tmp_path, "-B") == "['1999', '2018'] 1"
    assert kept(tmp_path) == []


@pytest.mark.parametrize("change", [lambda content: content[:-3], lambda content: content[:60] + b"?" + content[61:]])
def test_a_file_that_is_not_as_it_was_written_is_not_believed(change: object, tmp_path: Path) -> None:
    ran(tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(change(whole))  # type: ignore[operator]
    assert ran(tmp_path) == "['1999', '2018'] 1"
    assert ran(tmp_path) == "['1999', '2018'] 0"


def test_where_nothing_can_be_written_patterns_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder has to be")
    assert ran(tmp_path / "taken") == "['1999', '2018'] 1"
