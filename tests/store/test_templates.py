"""Folders of templates that cannot be read. What is in them is invented."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cluneal_lit import config
from cluneal_lit.errors import TemplateError
from cluneal_lit.model import Collection
from cluneal_lit.outputs.site import Site
from cluneal_lit.outputs.templates import Template, Templates
from cluneal_lit.pipeline.build import build
from cluneal_lit.pipeline.current import Inputs
from cluneal_lit.store import templates

NOBODY = 65534
SHUT = "permission denied: make it a folder that you may read, or move it away"


@contextmanager
def anybody() -> Iterator[None]:
    """Without the rights of root, who may read everything."""
    codecs.lookup("utf-8-sig")  # Python loads it when it is first used, and may stand where only root reads
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Two folders of templates, the first with a folder that may not be read and one that may not be entered."""
    for name in ("own/a.md", "own/shut/b.md", "own/seen/c.md", "ours/shut/b.md", "ours/shut/in/d.md", "ours/e.md"):
        file = tmp_path / f"{name}.j2"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (tmp_path / "own" / "shut").chmod(0)
    (tmp_path / "own" / "seen").chmod(0o444)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)  # whose own parents are another's
    yield Path("own"), Path("ours")
    for name in ("shut", "seen"):
        (tmp_path / "own" / name).chmod(0o755)


def test_a_folder_that_cannot_be_read_hides_what_lies_there_and_no_more(folders: tuple[Path, Path]) -> None:
    with anybody():
        found = templates.read(folders)
    assert found == {
        "a.md.j2": Template("own/a.md.j2", "own/a.md"),
        "seen/c.md.j2": Template("own/seen/c.md.j2", "", "cannot be read: permission denied; make it readable"),
        "shut/": Template("own/shut", "", SHUT),
        "e.md.j2": Template("ours/e.md.j2", "ours/e.md"),
    }


def test_the_whole_folder_that_cannot_be_read_is_refused(folders: tuple[Path, Path]) -> None:
    with anybody(), pytest.raises(TemplateError) as raised:
        templates.read([folders[0] / "shut"])
    assert str(raised.value) == f"own/shut: {SHUT}"


def test_outputs_of_a_folder_that_cannot_be_read_stay_and_others_are_written(tmp_path: Path) -> None:
    readable = {"a.md.j2": Template("a", "a"), "shut/b.md.j2": Template("b", "b"), "_part.md.j2": Template("p", "p")}
    shut = {
        "a.md.j2": Template("a", "changed"),
        "c.md.j2": Template("c.md.j2", "{% include 'shut/_part.md.j2' %}"),
        "shut/": Template("own/shut", "", SHUT),
    }
    assert _built(tmp_path, readable) == ()
    assert _built(tmp_path, shut) == (f"own/shut: {SHUT}",)
    output = tmp_path / "output"
    assert [(output / name).read_text("utf-8") for name in ("a.md", "shut/b.md")] == ["changed\n", "b\n"]
    assert not (output / "c.md").exists()
    assert _built(tmp_path, {"a.md.j2": Template("a", "a")}) == ()
    assert not (output / "shut").exists()


def _built(root: Path, found: Templates) -> tuple[str, ...]:
    """Why outputs were not written."""
    nothing = Collection("Invented", (), (), (), (), (), ())
    return build(config.load(root), Inputs(nothing, found, False, Site(), "invented")).failed
