"""One writer at a time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files
from cluneal_lit.store.writer import writer, writer_of

HOLD = """
import sys
from pathlib import Path
from cluneal_lit.store.writer import writer
with writer(Path(sys.argv[1]), print):
    print("holds", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def other(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes until it is told to end or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout and process.stdout.readline() == "holds\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_second_writer_says_that_it_waits_and_goes_on_when_the_first_has_ended(tmp_path: Path) -> None:
    said: list[str] = []
    with other(tmp_path) as first:

        def waiting(text: str) -> None:
            said.append(text)
            assert first.stdin
            first.stdin.write("\n")
            first.stdin.flush()

        with writer(tmp_path, waiting):
            assert first.wait(20) == 0
    assert said == [f"another cluneal-lit is writing in {tmp_path}; waiting for it"]


def test_a_second_writer_gives_up_after_its_patience(tmp_path: Path) -> None:
    with (
        other(tmp_path),
        pytest.raises(StoreError, match="another cluneal-lit is still writing here; try again"),
        writer(tmp_path, lambda _: None, patience=0.1),
    ):
        raise AssertionError("two writers at once")


def test_a_killed_writer_holds_nobody_up(tmp_path: Path) -> None:
    with other(tmp_path) as first:
        first.kill()
        first.wait(20)
        said: list[str] = []
        with writer(tmp_path, said.append, patience=0):
            assert said == []


def test_what_a_killed_writer_left_unfinished_is_removed_and_peoples_files_stay(tmp_path: Path) -> None:
    left = [tmp_path / "references" / "records" / "pubmed" / ".cluneal-lit-x1.part", tmp_path / "output" / ".mine.part"]
    for path in left:
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half")
    with writer(tmp_path, print):
        assert [path.exists() for path in left] == [False, True]


def test_an_unfinished_file_has_the_name_that_a_writer_removes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    folder = tmp_path / "references"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(Killed):
            files.written(folder / "a.json", b"1")
    assert len(list(folder.iterdir())) == 1
    with writer(tmp_path, print):
        assert list(folder.iterdir()) == []


def test_a_file_in_the_place_of_the_cache_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("mine")
    told = r"\.cache: cannot be written: file exists; move it elsewhere, a folder goes there"
    with pytest.raises(StoreError, match=told), writer(tmp_path, print):
        raise AssertionError("there is no lock")


def test_a_single_file_has_one_writer_too(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.toml"
    with (
        writer_of(path, print),
        pytest.raises(StoreError, match=r"decisions.toml: another cluneal-lit is still writing here"),
        writer_of(path, lambda _: None, patience=0.1),
    ):
        raise AssertionError("two writers at once")
