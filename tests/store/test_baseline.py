"""A baseline, against which only new findings count; every finding is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Decision, Finding, Place, Told
from cluneal_lit.store import baseline

ONE = Finding("LIT402", "a.md", Place(line=3), citation="c1", values={"marker": "[7]", "numbers": "7"})
TWO = Finding("LIT402", "b.md", Place(line=9), citation="c2", values={"marker": "[8]", "numbers": "8"})


def kept(path: Path, *found: Finding) -> tuple[baseline.Kept, ...]:
    baseline.write(path, map(Told, found))
    return baseline.read(path)


def test_what_is_in_it_is_known_wherever_its_line_went_what_is_new_is_not_and_what_is_gone_is_told(
    tmp_path: Path,
) -> None:
    there = kept(tmp_path / "known.json", ONE)
    moved = replace(ONE, place=Place(line=30))
    assert baseline.against((Told(moved), Told(TWO)), there) == ((Told(moved, is_known=True), Told(TWO)), ())
    assert baseline.against((Told(TWO),), there) == ((Told(TWO),), there)


def test_what_is_there_more_often_than_in_it_is_new_and_less_often_gone(tmp_path: Path) -> None:
    told = (Told(ONE), Told(ONE))
    once, twice = kept(tmp_path / "once.json", ONE), kept(tmp_path / "twice.json", ONE, ONE)
    assert baseline.against(told, once) == ((Told(ONE, is_known=True), Told(ONE)), ())
    assert baseline.against(told[:1], twice) == ((Told(ONE, is_known=True),), twice[:1])


def test_what_is_waived_is_not_written_and_the_order_changes_no_byte(tmp_path: Path) -> None:
    waived = Told(TWO, Decision("waive", "LIT402-0123456789"))
    assert baseline.write(tmp_path / "known.json", (Told(ONE), waived))
    assert [one.document for one in baseline.read(tmp_path / "known.json")] == ["a.md"]
    assert baseline.write(tmp_path / "known.json", (Told(TWO), Told(ONE)))
    assert not baseline.write(tmp_path / "known.json", (Told(ONE), Told(TWO)))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is no file"),
        (b"[]", "is no baseline"),
        (b"\xff", "is no baseline"),
        (b'{"schema": "x"}', "is no baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_one_line(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "known.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=rf"known\.json: {says}.*write one with `cluneal-lit check --write-baseline"):
        baseline.read(path)
