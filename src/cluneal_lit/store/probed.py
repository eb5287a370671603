"""`.cache/probe/DATE/`: what the services answered to the probes, a folder that can go into a report."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files


def folder(cache: Path, day: str) -> Path:
    """A new folder for the answers of this day: `2026-11-28`, the second time `2026-11-28-2`."""
    names = (day if place == 1 else f"{day}-{place}" for place in itertools.count(1))
    for name in names:
        path = cache / "probe" / name
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            if not path.parent.is_dir():
                raise StoreError(f"{path.parent}: cannot be written: something is in the way; move it away") from None
            continue
        except OSError as error:
            raise StoreError(f"{path}: cannot be made: {(error.strerror or str(error)).lower()}") from error
        return path
    raise AssertionError("numbers do not end")


def write(folder: Path, name: str, content: bytes) -> None:
    """Write an answer, or the index. Raises StoreError."""
    files.written(folder / name, content)


def unwritable(cache: Path) -> str:
    """Why nothing can be written into the cache, empty if it can; nothing is left behind."""
    if cache.exists() and not cache.is_dir():
        return "it is no folder"
    try:
        with tempfile.TemporaryFile(dir=cache if cache.is_dir() else cache.parent):
            return ""
    except OSError as error:
        return (error.strerror or str(error)).lower()
