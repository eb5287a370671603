"""The folder of outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.store import files, outputs
from cluneal_lit.store.outputs import Published


def test_only_what_changed_is_written_and_what_is_no_more_is_removed(tmp_path: Path) -> None:
    first = outputs.publish(tmp_path, {"a.md": "1\n", "lists/b.md": "2\n"})
    assert first == Published(("a.md", "lists/b.md"), (), ())
    assert outputs.stale(tmp_path, {"a.md": "1\n"}) == ("lists/b.md",)
    second = outputs.publish(tmp_path, {"a.md": "1\n", "c.md": "3\n"})
    assert second == Published(("c.md",), ("a.md",), ("lists/b.md",))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".manifest", "a.md", "c.md"]
    assert outputs.stale(tmp_path, {"a.md": "1\n", "c.md": "3\n"}) == ()


def test_a_file_of_somebody_else_is_not_overwritten_nor_removed_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    told = f"{tmp_path.name}/a.md: is in the way, and this program did not write it; move it elsewhere"
    for written, unchanged in ((("0.md",), ()), ((), ("0.md",))):
        assert outputs.publish(tmp_path, {"0.md": "0\n", "a.md": "1\n"}) == Published(written, unchanged, (), (told,))
    assert (tmp_path / ".manifest").read_text() == "0.md\n"
    outputs.publish(tmp_path, {})
    assert [(path.name, path.read_text()) for path in sorted(tmp_path.iterdir())] == [
        (".manifest", ""),
        ("a.md", "mine"),
    ]


def test_one_output_that_cannot_be_written_holds_no_other_up(tmp_path: Path) -> None:
    outputs.publish(tmp_path, {"a.md": "1\n", "b.md": "1\n"})
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    found = outputs.publish(tmp_path, {"a.md": "2\n", "b.md": "2\n", "c.md": "2\n"})
    assert (found.written, len(found.failed)) == (("b.md", "c.md"), 1)
    assert found.failed[0].startswith(f"{tmp_path}/a.md: cannot be written")
    assert outputs.stale(tmp_path, {"a.md": "2\n", "b.md": "2\n", "c.md": "2\n"}) == ("a.md",)


def test_a_killed_run_is_not_in_the_way_of_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    write = files.written

    def killed(path: Path, content: bytes) -> bool:
        if path.name == "b.md":
            raise Killed
        return write(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(files, "written", killed)
        with pytest.raises(Killed):
            outputs.publish(tmp_path, {"a.md": "1\n", "b.md": "1\n"})
    assert outputs.publish(tmp_path, {"a.md": "2\n", "b.md": "2\n"}) == Published(("a.md", "b.md"))


def test_a_manifest_that_leads_out_of_the_folder_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / ".manifest").write_text("../mine.txt\n/etc/passwd\n")
    assert outputs.publish(folder, {}).removed == ()
    assert (tmp_path / "mine.txt").exists()


def test_what_is_kept_stays_as_it_was_and_stays_ours(tmp_path: Path) -> None:
    outputs.publish(tmp_path, {"a.md": "1\n", "b.md": "2\n"})
    assert outputs.publish(tmp_path, {"b.md": "3\n"}, kept=("a.md",)) == Published(("b.md",))
    assert ((tmp_path / "a.md").read_text(), outputs.manifest(tmp_path)) == ("1\n", {"a.md", "b.md"})
