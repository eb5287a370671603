"""Pages that verbs write for people to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.store import files

_HEAD = 2000


def refuse(to: str) -> None:
    """Raises ConfigError for a page that has no folder to stand in: it may be mistyped."""
    if not Path(to).parent.is_dir():
        raise ConfigError(f"{to}: there is no folder {Path(to).parent}; make it, or name another file")


def write(out: Path, page: str, marks: Sequence[str], kind: str) -> None:
    """Write a page, or another text, over one of its kind, by what says so in its head, but over no other file.

    Raises StoreError for another file, and where nothing can be written.
    """
    if out.is_dir():
        raise StoreError(f"{out}: is a folder; name a file in it")
    head = files.content(out)[:_HEAD].decode("utf-8", "replace")
    if head and not any(mark in head for mark in marks):
        raise StoreError(f"{out}: is there and no {kind}; name another file")
    files.written(out, page.encode())
