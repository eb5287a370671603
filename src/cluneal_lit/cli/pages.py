"""Pages that verbs write for people to read."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files

_HEAD = 2000


def write(out: Path, page: str, generator: str, verb: str) -> None:
    """Write a page over one of its kind, by what says so in its head, but over no other file.

    Raises StoreError for another file, and where nothing can be written.
    """
    if out.exists() and generator not in files.content(out)[:_HEAD].decode("utf-8", "replace"):
        raise StoreError(f"{out}: is there and no page of `{verb} --html`; name another file")
    files.written(out, page.encode())
