"""Patches as git applies them."""

from __future__ import annotations

import subprocess
from pathlib import Path


def applied(folder: Path, patch: bytes) -> tuple[int, bytes]:
    """The exit code and the complaints of `git apply` in a folder."""
    done = subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        input=patch,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stderr
