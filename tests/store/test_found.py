"""Which files a project's globs mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cluneal_lit.store import found

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def matched(root: Path, *globs: str) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    paths, troubles = found.matched(root, globs)
    return [path.relative_to(root).as_posix() for path in paths], troubles


def test_files_are_sorted_each_once_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "docs/b.md", "docs/a/c.md", "docs/.git/d.md", "docs/.e.md", "f.md")
    assert matched(tmp_path, "docs/**/*", "docs/*.md", "*.txt") == (["docs/a/c.md", "docs/b.md"], ())


def test_patches_are_passed_over_unless_they_are_named(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md", "docs/fixes.patch", "docs/b.Diff", "docs/diff", "docs/c.patch.md")
    others = ["docs/a.md", "docs/c.patch.md", "docs/diff"]
    assert matched(tmp_path, "docs/**/*") == matched(tmp_path, "docs/*") == (others, ())
    named = (["docs/b.Diff", "docs/fixes.patch"], ())
    assert matched(tmp_path, "docs/fixes.patch", "docs/b.Diff") == named
    assert matched(tmp_path, "docs/*.patch")[0] == ["docs/fixes.patch"]


def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md")
    (tmp_path / "bare").mkdir()
    assert matched(tmp_path, "paper.md", "docs/a.md", "bare") == (
        ["docs/a.md"],
        (("bare", "no file is in this folder"), ("paper.md", "there is no such file")),
    )


@pytest.mark.parametrize("glob", ["docs", "docs/", "docs/**", "docs/**/*", "**"])
def test_a_folder_means_all_below_it(tmp_path: Path, glob: str) -> None:
    make(tmp_path, "docs/a.md", "docs/b/c/d.md", "docs/.hidden/e.md")
    assert matched(tmp_path, glob) == (["docs/a.md", "docs/b/c/d.md"], ())


@pytest.mark.parametrize("is_link", [False, True])
def test_what_stands_in_the_place_of_a_folder_is_told_be_it_expected_or_not(tmp_path: Path, is_link: bool) -> None:
    (tmp_path / "refs").mkdir()
    if is_link:
        (tmp_path / "refs/library").symlink_to("nowhere")
    else:
        (tmp_path / "refs/library").write_text("../shared/library")
    said = "refs/library is no folder, or leads to none"
    assert matched(tmp_path, "refs/library/*") == ([], (("refs/library/*", said),))
    assert matched(tmp_path, "refs/library/**/*.bib") == ([], (("refs/library/**/*.bib", said),))
    assert matched(tmp_path, "refs/library/below/*") == ([], (("refs/library/below/*", said),))
    assert matched(tmp_path, "refs/others/*") == ([], ())


@pytest.mark.parametrize("glob", ["docs [2]", "docs [2]/*.md", "docs [2]/a[1].md", "docs [[]2]/*"])
def test_brackets_in_the_name_of_what_is_there_are_no_wildcards(tmp_path: Path, glob: str) -> None:
    make(tmp_path, "docs [2]/a[1].md", "docs 2/a1.md")
    assert matched(tmp_path, glob) == (["docs [2]/a[1].md"], ())


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md")
    (tmp_path / "docs" / "b.md").symlink_to("gone.md")
    assert matched(tmp_path, "docs/**/*", "docs/b.md") == (
        ["docs/a.md"],
        (("docs/b.md", "is a link to a file that is not there"),),
    )


@NOT_ROOT
@pytest.mark.parametrize(("mode", "glob", "name"), [(0, "**/*", "docs/shut"), (0o400, "docs/*/*.md", "docs/shut/b.md")])
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, mode: int, glob: str, name: str) -> None:
    make(tmp_path, "docs/a/a.md", "docs/shut/b.md")
    (tmp_path / "docs" / "shut").chmod(mode)
    try:
        assert matched(tmp_path, glob) == (["docs/a/a.md"], ((name, "permission denied"),))
    finally:
        (tmp_path / "docs" / "shut").chmod(0o700)


def test_a_name_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    make(tmp_path, "a.md", os.fsdecode(b"caf\xe9.md"))
    assert matched(tmp_path, "*.md") == (["a.md"], ((r"caf\xe9.md", "its name is not UTF-8; rename it"),))


def test_a_folder_that_is_not_there_is_told_where_it_is_expected(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md", "file")
    globs = ("docs/*.txt", "docs/old/**/*", "file/*.md", "gone/*.md", "*.txt", "docs/*/*.md")
    assert matched(tmp_path, *globs) == ([], (("file/*.md", "file is no folder, or leads to none"),))
    assert found.matched(tmp_path, globs, globs) == (
        (),
        (
            ("docs/old/**/*", "there is no folder docs/old"),
            ("file/*.md", "file is no folder, or leads to none"),
            ("gone/*.md", "there is no folder gone"),
        ),
    )
