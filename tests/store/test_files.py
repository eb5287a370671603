"""Single files of the store."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files


def test_equal_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    assert [files.written(path, b"1"), files.written(path, b"1"), files.written(path, b"2")] == [True, False, True]
    assert [file.name for file in path.parent.iterdir()] == ["b.json"]


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("mine")
    with pytest.raises(StoreError, match=r"in-the-way: is no folder"):
        files.written(tmp_path / "in-the-way" / "x.json", b"1")
    assert (tmp_path / "in-the-way").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("29656623", "29656623"),
        ("10.14245/NS.1836024.012", "10.14245%2Fns.1836024.012"),
        ("10.1002/(sici)1097<1661::aid>3.0.co;2-2", "10.1002%2F%28sici%291097%3C1661%3A%3Aaid%3E3.0.co%3B2-2"),
        ("10.1/~é", "10.1%2F%7E%C3%A9"),
    ],
)
def test_file_names_hold_only_plain_bytes(name: str, file: str) -> None:
    assert files.file_name(name) == file


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = (files.file_name("10.1/" + "a" * 300 + end) for end in "xy")
    assert one != other and len(one) == len(other) == 167


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(files.os, "fsync", lambda number: (steps.append("sync"), sync(number)))
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("name"), replace(self, to)))
    files.written(tmp_path / "a", b"1")
    files.append_line(tmp_path / "b", b"1")
    assert steps == ["sync", "name", "sync"]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_whole_before_it_has_its_name_and_takes_nobody_s_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    steps: list[str] = []
    sync = os.fsync
    monkeypatch.setattr(files.os, "fsync", lambda number: (steps.append(f"sync {path.exists()}"), sync(number)))
    if not links:
        monkeypatch.setattr(files.os, "link", refused)
    path = tmp_path / "a" / "b.md"
    assert (files.created(path, b"1"), files.created(path, b"2"), path.read_bytes()) == (True, False, b"1")
    assert (path.stat().st_mode & 0o777, [file.name for file in path.parent.iterdir()]) == (0o644, ["b.md"])
    assert not links or steps[0] == "sync False"


def test_a_broken_link_in_the_place_of_a_new_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreError, match=r"a.md: cannot be written: file exists; move what is there elsewhere"):
        files.created(tmp_path / "a.md", b"1")
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("is_link", [False, True])
def test_what_stands_where_a_folder_has_to_is_told(tmp_path: Path, is_link: bool) -> None:
    way = tmp_path / "output"
    if is_link:
        way.symlink_to(tmp_path / "nowhere")
    else:
        way.write_bytes(b"1")
    said = rf"^{way}: is no folder; move it elsewhere, a folder goes there$"
    for write in (files.written, files.created, files.append_line):
        with pytest.raises(StoreError, match=said):
            write(way / "site" / "a.md", b"1")
    if not is_link:
        with pytest.raises(StoreError, match=said):
            files.content(way / "a.md")


def test_a_line_is_not_glued_to_one_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"cut')
    files.append_line(path, b"{}")
    files.append_line(path, b"[]")
    assert path.read_bytes() == b'{"cut\n{}\n[]\n'


def test_a_name_that_is_not_utf8_can_be_shown() -> None:
    assert [files.shown(os.fsdecode(name)) for name in (b"caf\xe9.md", "café.md".encode())] == [
        r"caf\xe9.md",
        "café.md",
    ]


def test_the_end_of_a_file_is_known_without_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert not files.ends_with(path, b"1")
    path.write_bytes(b"12")
    assert [files.ends_with(path, end) for end in (b"2", b"12", b"1", b"012")] == [True, True, False, False]
