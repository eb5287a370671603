"""The command in a terminal of its own."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def screen(folder: Path, environment: Mapping[str, str], *arguments: str) -> tuple[int, str]:
    """Run the command with these arguments in a terminal; the exit code, and what the terminal shows."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "cluneal_lit", *arguments]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 4096):
            shown += part
    except OSError:  # Linux tells so that the terminal's other end is closed
        pass
    os.close(master)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")
