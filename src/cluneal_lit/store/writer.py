"""One writer at a time, by a lock that the kernel releases even after a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files

_PATIENCE = 60.0  # seconds that a second writer waits


@contextmanager
def writer(root: Path, waiting: Callable[[str], None], patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the project for writing, and clear away what a killed writer left unfinished.

    A second writer says that it waits, and gives up after `patience` seconds.
    """
    cache = root / ".cache"
    try:
        cache.mkdir(exist_ok=True)
        if not (cache / ".gitignore").exists():
            (cache / ".gitignore").write_text("*\n", encoding="utf-8")
        lock = filelock.FileLock(cache / "writer.lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            waiting(f"another cluneal-lit is writing in {root}; waiting for it")
            lock.acquire(timeout=patience)
    except filelock.Timeout as error:
        raise StoreError(f"{root}: another cluneal-lit is still writing here; try again when it has ended") from error
    except FileExistsError as error:
        raise StoreError(f"{cache}: cannot be written: file exists; move it elsewhere, a folder goes there") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{cache}: cannot be written: {reason}; make it a folder that you may write in") from error
    try:
        for folder in ("references", "output"):
            files.remove_unfinished(root / folder)
        yield
    finally:
        lock.release()
