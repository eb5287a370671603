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
    except FileExistsError as error:
        raise StoreError(f"{cache}: cannot be written: file exists; move it elsewhere, a folder goes there") from error
    except OSError as error:
        raise _unwritable(cache, error) from error
    with _held(cache / "writer.lock", root, waiting, patience):
        for folder in ("references", "output"):
            files.remove_unfinished(root / folder)
        yield


@contextmanager
def writer_of(path: Path, waiting: Callable[[str], None], patience: float = _PATIENCE) -> Iterator[None]:
    """Hold a single file outside of a project for writing, by a lock beside it, `.NAME.lock`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path.parent, error) from error
    with _held(path.with_name(f".{path.name}.lock"), path, waiting, patience):
        yield


@contextmanager
def _held(path: Path, what: Path, waiting: Callable[[str], None], patience: float) -> Iterator[None]:
    lock = filelock.FileLock(path)
    try:
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            waiting(f"another cluneal-lit is writing in {what}; waiting for it")
            lock.acquire(timeout=patience)
    except filelock.Timeout as error:
        raise StoreError(f"{what}: another cluneal-lit is still writing here; try again when it has ended") from error
    except OSError as error:
        raise _unwritable(path.parent, error) from error
    try:
        yield
    finally:
        lock.release()


def _unwritable(folder: Path, error: OSError) -> StoreError:
    reason = (error.strerror or str(error)).lower()
    return StoreError(f"{folder}: cannot be written: {reason}; make it a folder that you may write in")
