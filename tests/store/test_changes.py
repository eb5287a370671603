"""What refreshes saw change; every change is invented."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cluneal_lit.store import changes
from cluneal_lit.store.changes import Change

EARLIER = Change("2026-12-24", "pubmed/pmid:90000009", "volume", "1", "2")
FIRST = Change("2026-12-25", "crossref/doi:10.5555/a", "status", "", "retracted")
SECOND = Change("2026-12-25", "pubmed/pmid:90000001", "volume", "12", "13")


def lines(*told: Change) -> bytes:
    return b"".join(msgspec.json.encode(change) + b"\n" for change in told)


@pytest.mark.parametrize("arrived", [(FIRST, SECOND), (SECOND, FIRST)])
def test_a_run_ends_with_its_lines_sorted_and_what_stood_before_is_as_it_was(
    tmp_path: Path, arrived: tuple[Change, ...]
) -> None:
    path = tmp_path / "changes.jsonl"
    before = b"<<<<<<< by hand\n" + lines(SECOND, EARLIER)
    path.write_bytes(before)
    start = changes.begin(path)
    for change in arrived:
        changes.append(path, (change,))
    changes.end(path, start)
    assert path.read_bytes() == before + lines(FIRST, SECOND)
    assert not changes.end(path, start)


def test_a_run_that_saw_nothing_change_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "changes.jsonl"
    assert not changes.end(path, changes.begin(path))
    assert not path.exists()


@pytest.mark.parametrize("before", [b"", lines(EARLIER)])
def test_a_last_line_that_a_kill_cut_off_is_given_up(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "changes.jsonl"
    path.write_bytes(before + lines(FIRST)[:20])
    assert changes.begin(path) == len(before)
    assert path.read_bytes() == before


def test_a_whole_last_line_without_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "changes.jsonl"
    path.write_bytes(lines(EARLIER, FIRST)[:-1])
    assert changes.begin(path) == len(lines(EARLIER, FIRST))
    assert path.read_bytes() == lines(EARLIER, FIRST)


@pytest.mark.parametrize("day", ["2026-13-40", "2026-02-30", "20261224", "yesterday", ""])
def test_a_line_of_no_day_is_no_change(tmp_path: Path, day: str) -> None:
    path = tmp_path / "changes.jsonl"
    path.write_bytes(lines(EARLIER, Change(day, "pubmed/pmid:90000001", "volume", "12", "13"), FIRST))
    assert (changes.read(path), list(changes.broken(path))) == ((EARLIER, FIRST), [2])
