"""The folder of outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.store import outputs
from cluneal_lit.store.outputs import Published


def test_only_what_changed_is_written_and_what_is_no_more_is_removed(tmp_path: Path) -> None:
    first = outputs.publish(tmp_path, {"a.md": "1\n", "lists/b.md": "2\n"})
    assert first == Published(("a.md", "lists/b.md"), (), ())
    assert outputs.stale(tmp_path, {"a.md": "1\n"}) == ("lists/b.md",)
    second = outputs.publish(tmp_path, {"a.md": "1\n", "c.md": "3\n"})
    assert second == Published(("c.md",), ("a.md",), ("lists/b.md",))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".manifest", "a.md", "c.md"]
    assert outputs.stale(tmp_path, {"a.md": "1\n", "c.md": "3\n"}) == ()


def test_a_file_of_somebody_else_is_not_overwritten_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    with pytest.raises(StoreError, match=r"a\.md: is in the way"):
        outputs.publish(tmp_path, {"0.md": "0\n", "a.md": "1\n"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    outputs.publish(tmp_path, {})
    assert (tmp_path / "a.md").read_text() == "mine"


def test_a_manifest_that_leads_out_of_the_folder_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / ".manifest").write_text("../mine.txt\n/etc/passwd\n")
    assert outputs.publish(folder, {}).removed == ()
    assert (tmp_path / "mine.txt").exists()
