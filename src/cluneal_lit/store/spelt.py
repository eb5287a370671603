"""The names of files as people standing in a folder would type them."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.store import files


def from_here(path: Path) -> str:
    """The path from the current folder where it lies in it, else in full, as it can be printed."""
    try:
        return files.shown(path.relative_to(Path.cwd()).as_posix())
    except ValueError:
        return files.shown(path.as_posix())
