"""A build that need not be: nothing is rendered twice, and nothing stale is taken for current."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cluneal_lit.model import Collection
from cluneal_lit.outputs.site import Site
from cluneal_lit.outputs.templates import Template
from cluneal_lit.store import built, outputs

TEXTS = {"a.md": "one\n", "lists/b.md": "two\n"}
EMPTY = Collection("Nothing yet", (), (), (), (), (), ())


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A cache and an output folder after a build that was made from `same`."""
    cache, output = tmp_path / ".cache", tmp_path / "output"
    outputs.publish(output, TEXTS)
    built.remember(cache, "same", TEXTS)
    return cache, output


def test_a_build_made_from_the_same_is_known_again(folders: tuple[Path, Path]) -> None:
    assert built.unchanged(*folders, "same") == ("a.md", "lists/b.md")


def test_a_build_made_from_something_else_is_not_known(folders: tuple[Path, Path]) -> None:
    assert built.unchanged(*folders, "other") is None


def test_an_output_that_somebody_changed_or_removed_is_built_again(folders: tuple[Path, Path]) -> None:
    cache, output = folders
    (output / "a.md").write_text("changed\n")
    assert built.unchanged(cache, output, "same") is None
    (output / "a.md").unlink()
    assert built.unchanged(cache, output, "same") is None


def test_an_output_that_is_no_more_in_the_manifest_is_built_again(folders: tuple[Path, Path]) -> None:
    cache, output = folders
    (output / outputs.MANIFEST).write_text("a.md\n")
    assert built.unchanged(cache, output, "same") is None


@pytest.mark.parametrize("content", [b"", b"no JSON", b'{"inputs": 3}', b"\xff\xfe"])
def test_a_broken_cache_is_no_cache(folders: tuple[Path, Path], content: bytes) -> None:
    cache, output = folders
    (cache / "built.json").write_bytes(content)
    assert built.unchanged(cache, output, "same") is None


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file in the way")
    built.remember(tmp_path / ".cache", "same", TEXTS)
    assert built.unchanged(tmp_path / ".cache", tmp_path / "output", "same") is None


def test_collection_template_and_setting_each_give_another_name() -> None:
    templates = {"a.md.j2": Template("/somewhere/a.md.j2", "{{ title }}")}
    names = {
        built.inputs(EMPTY, templates, False, Site()),
        built.inputs(Collection("Other", (), (), (), (), (), ()), templates, False, Site()),
        built.inputs(EMPTY, {"a.md.j2": Template("/somewhere/a.md.j2", "{{ title }}!")}, False, Site()),
        built.inputs(EMPTY, templates, True, Site()),
        built.inputs(EMPTY, templates, False, Site(base_url="https://example.org")),
    }
    assert len(names) == 5
    assert built.inputs(EMPTY, templates, False, Site()) in names


@pytest.mark.parametrize("file", ["cluneal_lit/names.py", "msgspec/structs.py", "markdown_it/token.py"])
def test_a_changed_file_of_the_program_or_of_a_library_gives_another_name(tmp_path: Path, file: str) -> None:
    package = file.partition("/")[0]
    source = Path(str(importlib.import_module(package).__file__)).parent
    shutil.copytree(source, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))

    def name() -> str:
        code = "from tests.store.test_built import EMPTY, Site, built; print(built.inputs(EMPTY, {}, False, Site()))"
        root = Path(__file__).resolve().parents[2]
        paths = os.pathsep.join((str(tmp_path), str(root / "src"), str(root)))
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    before, again = name(), name()
    os.utime(tmp_path / file, ns=(1, 1))
    assert (len(before), again, name() != before) == (65, before, True)
