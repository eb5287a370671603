"""What every verb that decides does: who decides, on which day, and the words for it."""

from __future__ import annotations

import argparse
import getpass
import subprocess
from pathlib import Path

from cluneal_lit.cli import days
from cluneal_lit.folding import one_line

SCHEMA = "cluneal-lit/decision/1"


def by(options: argparse.Namespace, folder: Path) -> str:
    """Who decides: `--by`, git's user, or whose account it is; empty where the machine does not know."""
    return one_line(options.by or "") or _of_git(folder) or _of_account()


def today() -> str:
    """The day in ISO form, in UTC."""
    return days.today().isoformat()


def _of_git(folder: Path) -> str:
    command = ["git", "config", "--get", "user.name"]
    try:
        said = subprocess.run(
            command, cwd=folder, capture_output=True, check=False, timeout=10, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return one_line(said.stdout.decode("utf-8", "replace"))


def _of_account() -> str:
    try:
        return one_line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # before Python 3.13 whatever the lookup raised
        return ""
