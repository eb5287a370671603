"""A call in a fork answers what a process of its own answers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli import forked
from tests.cli.project import DOCUMENT, call, files, make

NOTES = "references/documents/notes.md"
CALLS = {
    "": b"",
    "--help": b"",
    "--version": b"",
    "nothing": b"",
    "explain LIT401": b"",
    "check --offline": b"",
    f"check {NOTES} --offline --json": b"",
    f"scan {NOTES}": b"",
    "scan - --json": DOCUMENT.encode(),
    "parse": "Quimby Ä. Knees of invented rowers. J Invent Med. 2018;15(1):25-32.\r\n".encode(),
    "parse --json": b"\xff\n",
    "run --offline": b"",
    "show nobody2001": b"",
    "check no-such-file.md": b"",
}


def environment(**own: str) -> dict[str, str]:
    return {**os.environ, **own}


@pytest.mark.parametrize("arguments", CALLS)
def test_a_fork_prints_and_exits_as_a_process_of_its_own(tmp_path: Path, arguments: str) -> None:
    told = []
    for answered in (forked.run, forked.alone):
        folder = make(tmp_path / answered.__name__ / "project")
        done = answered(tuple(arguments.split()), folder, environment(), CALLS[arguments])
        told.append((done.returncode, done.stdout, done.stderr, files(folder)))
    assert told[0] == told[1]


def test_a_call_leaves_nothing_for_the_next(tmp_path: Path) -> None:
    folder = make(tmp_path)
    own = environment(COLUMNS="40", CLUNEAL_LIT_TITLE="Another title", TZ="Asia/Tokyo")
    first = [forked.run(("check", "--offline"), folder, environment()).stdout for _ in range(2)]
    other = [forked.run(("explain", "LIT401"), folder, own).stdout for _ in range(2)]
    again = [forked.run(("check", "--offline"), folder, environment()).stdout for _ in range(2)]
    assert (first, len({*other})) == (again, 1)


def test_what_python_reads_at_its_start_is_obeyed(tmp_path: Path) -> None:
    make(tmp_path, document="Köse (PMID: 90000001)\n")
    assert "K\\xf6se" in call(tmp_path, "scan", PYTHONIOENCODING="ascii").stdout
