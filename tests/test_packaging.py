"""What is shipped holds what it needs, and what sets it up says so when it cannot."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cluneal_lit import __version__

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
NEEDED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["editable"]]
DEVELOPMENT = [*NEEDED, *PROJECT["project"]["optional-dependencies"]["dev"]]
BROWSER = [*DEVELOPMENT, *PROJECT["project"]["optional-dependencies"]["browser"]]
LOCKS = {
    "requirements.lock": NEEDED,
    "requirements-dev.lock": DEVELOPMENT,
    "requirements-browser.lock": BROWSER,
}
NO_PYTHON = (
    "no Python 3.11 or newer was found: install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew"
    " install python; else https://www.python.org/downloads/), or name it: make PYTHON=/path/to/python3."
)
NO_VENV = (
    "python3.12 lacks the venv module: install it (Debian, Ubuntu: apt install python3-venv), or name another Python:"
    " make PYTHON=/path/to/python3."
)


def test_the_changelog_begins_with_the_version_of_the_program() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == __version__


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_no_address(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    form = re.compile(r"#.*|[a-z0-9-]+==[\w.]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not form.fullmatch(line)] == []
    assert [line for line in lines if "://" in line or re.search(r"file:|/\w+/", line)] == []


@pytest.mark.parametrize(("name", "requirements"), LOCKS.items())
def test_a_lock_pins_every_direct_dependency_within_its_range(name: str, requirements: list[str]) -> None:
    pins = _pins(name)
    wanted = [Requirement(line) for line in requirements]
    assert [str(each) for each in wanted if pins.get(canonicalize_name(each.name), "") not in each.specifier] == []


def test_the_locks_agree() -> None:
    pins = [_pins(name).items() for name in LOCKS]
    assert pins[0] <= pins[1] <= pins[2]


def test_what_builds_the_package_is_in_the_group_that_installs_it() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["editable"])


def test_make_help_lists_every_target() -> None:
    phony = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    assert re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE) == phony


def test_readme_names_make_run_and_make_test_and_no_target_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", readme, re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_make_without_a_python_says_in_one_line_what_to_install(tmp_path: Path) -> None:
    assert _make(tmp_path, {}) == NO_PYTHON


def test_make_passes_by_a_python_that_does_not_run(tmp_path: Path) -> None:
    dead = "echo 'pyenv: command not found' >&2; exit 127"
    assert _make(tmp_path, {"python3.13": dead, "python3": dead}) == NO_PYTHON


def test_make_passes_by_a_python_that_is_too_old(tmp_path: Path) -> None:
    assert _make(tmp_path, {"python3": 'case "$2" in *version_info*) exit 1;; esac'}) == NO_PYTHON


def test_make_with_a_python_without_venv_says_in_one_line_what_to_install(tmp_path: Path) -> None:
    without = 'case "$2" in *ensurepip*) exit 1;; esac'
    assert _make(tmp_path, {"python3.12": without, "python3": "exit 0"}) == NO_VENV


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The package, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_the_templates_inside_the_package(wheel: zipfile.ZipFile) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    inside = {name for name in wheel.namelist() if name.startswith("cluneal_lit/templates/")}
    assert inside == {f"cluneal_lit/{name}" for name in here}


def test_the_wheel_holds_the_package_its_types_its_licence_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    described = f"cluneal_lit-{__version__}.dist-info/"
    beside = {name.removeprefix(described) for name in wheel.namelist() if not name.startswith("cluneal_lit/")}
    assert beside == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    assert "cluneal_lit/py.typed" in wheel.namelist()


def _pins(name: str) -> dict[str, str]:
    """The version to which a lock pins each package."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", text, re.MULTILINE))


def _make(folder: Path, programs: dict[str, str]) -> str:
    """What `make run` says, where the only Pythons are these shell scripts; it must be one line and an error."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not installed")
    commands = folder / "bin"
    commands.mkdir()
    for name in ("sh", "cat", "rm"):
        (commands / name).symlink_to(shutil.which(name) or name)
    for name, script in programs.items():
        (commands / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (commands / name).chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    done = subprocess.run([make, "run"], cwd=folder, env={"PATH": str(commands)}, capture_output=True, text=True)
    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 2
    assert len(said) == 1
    return re.sub(r"^Makefile:\d+: \*\*\* |  Stop\.$", "", said[0])
