"""The programs that read our exports: found and run, where `make imports` asks for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / ".cache" / "imports"
READER = Path(__file__).with_name("node") / "read.mjs"
PACKAGES = "pandoc biber texlive-base bibutils jabref libreoffice-calc-nogui nodejs npm"
WANTED = "CLUNEAL_LIT_IMPORTS"


def run(name: str, *arguments: str | Path, folder: Path | None = None) -> str:
    """What a program prints; the test is skipped where programs are not wanted, and fails where there is none."""
    if not os.environ.get(WANTED):
        pytest.skip(f"reads our exports in {name}: make imports")
    path = shutil.which(name)
    assert path, f"{name} is not installed: apt install {PACKAGES}"
    command = [path, *map(str, arguments)]
    # Older programs open a window of an error that they did not expect, and wait.
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=240)
    assert done.returncode == 0, f"{name}: {(done.stdout + done.stderr).decode(errors='replace')[-2000:]}"
    return done.stdout.decode()


def jabref(file: Path, wanted: str, folder: Path, form: str = "bibtex") -> Path:
    """A file of ours, of a format by JabRef's name, as it saves it: `a.bib`, or with such a name, `a.xml,bibtexml`."""
    # Its settings are Java's, which belong to whoever runs it.
    os.environ["JAVA_TOOL_OPTIONS"] = f"-Djava.util.prefs.userRoot={folder}"
    run("jabref", "--nogui", "--import", f"{file},{form}", "--output", wanted, folder=folder)
    return folder / wanted.partition(",")[0]


def node(program: str, file: Path) -> Any:
    """What a program for Node.js reads of a file."""
    # A script that is no file finds its modules where it runs.
    script = ("--input-type=module", "--eval", READER.read_text(encoding="utf-8"))
    return json.loads(run("node", *script, program, file, folder=MODULES))
