"""The lock."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked
from cluneal_lit.store import lock

FIRST = Asked("pubmed", "pmid:1", "2026-11-20", "here", "ab")
LATER = Asked("pubmed", "pmid:1", "2026-11-21", "absent", "ab")
OTHER = Asked("crossref", "doi:10.5555/a", "2026-11-20", "here", "cd")


def test_no_file_is_an_empty_lock_and_makes_no_file(tmp_path: Path) -> None:
    assert lock.read(tmp_path / "lock.jsonl") == {}
    assert not lock.write(tmp_path / "lock.jsonl", {})
    assert list(tmp_path.iterdir()) == []


def test_a_later_line_wins_and_the_end_is_sorted(tmp_path: Path) -> None:
    path = tmp_path / "lock.jsonl"
    for line in (FIRST, OTHER, LATER):
        lock.append(path, line)
    found = lock.read(path)
    assert found == {LATER.key: LATER, OTHER.key: OTHER}
    lock.write(path, found)
    assert path.read_bytes() == (
        b'{"source":"crossref","id":"doi:10.5555/a","day":"2026-11-20","state":"here","sha256":"cd"}\n'
        b'{"source":"pubmed","id":"pmid:1","day":"2026-11-21","state":"absent","sha256":"ab"}\n'
    )
    assert not lock.write(path, found)


def test_a_last_line_cut_off_by_a_kill_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "lock.jsonl"
    lock.append(path, FIRST)
    with path.open("ab") as file:
        file.write(b'{"source":"pubmed","id":"pm')
    assert lock.read(path) == {FIRST.key: FIRST}


def test_any_other_broken_line_is_told_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "lock.jsonl"
    path.write_bytes(b"<<<<<<< HEAD\n")
    lock.append(path, FIRST)
    with pytest.raises(StoreError, match=r"lock.jsonl:1: is no line of the lock"):
        lock.read(path)


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "20261120"])
def test_a_day_that_is_none_is_told_with_its_line(tmp_path: Path, day: str) -> None:
    path = tmp_path / "lock.jsonl"
    lock.append(path, OTHER)
    lock.append(path, Asked("pubmed", "pmid:1", day, "here", "ab"))
    reason = f"is no line of the lock (its day '{day}' is none; days are written 2026-11-20); remove the line"
    with pytest.raises(StoreError, match=re.escape(f"lock.jsonl:2: {reason}")):
        lock.read(path)
