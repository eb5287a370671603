"""What refreshes saw change; every change is invented."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from cluneal_lit.store import changes
from cluneal_lit.store.changes import Change

EARLIER = Change("2026-12-24", "pubmed/pmid:90000009", "volume", "1", "2")
FIRST = Change("2026-12-25", "crossref/doi:10.5555/a", "status", "", "retracted")
SECOND = Change("2026-12-25", "pubmed/pmid:90000001", "volume", "12", "13")
BACK = Change("2026-12-23", "pubmed/pmid:90000001", "volume", "13", "12")


def lines(*told: Change) -> bytes:
    return b"".join(msgspec.json.encode(change) + b"\n" for change in told)


@pytest.mark.parametrize("arrived", [(FIRST, SECOND), (SECOND, FIRST)])
def test_a_run_ends_with_its_lines_sorted_and_what_stood_before_is_as_it_was(
    tmp_path: Path, arrived: tuple[Change, ...]
) -> None:
    path = tmp_path / "changes.jsonl"
    before = b"<<<<<<< by hand\n" + lines(BACK, EARLIER)
    path.write_bytes(before)
    start = changes.begin(path)
    for change in arrived:
        changes.append(path, (change,))
    changes.end(path, start)
    assert path.read_bytes() == before + lines(FIRST, SECOND)
    assert not changes.end(path, start)


@pytest.mark.parametrize("day", ["2026-12-25", "2026-12-26"])
def test_what_a_killed_run_told_and_did_not_store_stands_once_whatever_the_next_hears_first(
    tmp_path: Path, day: str
) -> None:
    path = tmp_path / "changes.jsonl"
    changes.begin(path)
    changes.append(path, (SECOND,))  # killed before the record was written
    start = changes.begin(path)
    for change in (replace(FIRST, day=day), replace(SECOND, day=day)):
        changes.append(path, (change,))
    assert changes.end(path, start)
    assert path.read_bytes() == lines(SECOND, replace(FIRST, day=day))
    assert not changes.end(path, len(path.read_bytes()))


def test_what_came_back_may_change_again(tmp_path: Path) -> None:
    path = tmp_path / "changes.jsonl"
    path.write_bytes(lines(SECOND, replace(BACK, day="2026-12-26")))
    start = changes.begin(path)
    again = replace(SECOND, day="2026-12-27")
    changes.append(path, (again,))
    changes.end(path, start)
    assert changes.read(path)[-1] == again


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
