"""The documents that a file holds, or why they cannot be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from cluneal_lit.documents import unpacked
from cluneal_lit.documents.file import File
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Finding
from cluneal_lit.pipeline.beside import beside
from cluneal_lit.store import files

CHECK = "Check the path."
_NO_FILE = "there is no such file"


def documents(name: str, path: Path | bytes | File, output: Path | None) -> tuple[File, ...]:
    """The documents in a file of this name, or its content; several in a zipped project."""
    if isinstance(path, File):
        return unpacked(path)
    if isinstance(path, bytes):
        return unpacked(File(name, path))
    if name != files.shown(name):
        raise StoreError("its name is not UTF-8; rename it")
    if not path.exists():
        raise StoreError(_NO_FILE)
    return unpacked(File(name, files.content(path), beside=partial(beside, path.parent, output=output)))


def unread(name: str, path: Path | bytes | File, error: Exception) -> Finding:
    """What is told of a document that cannot be read."""
    reason = _without(name, path, str(error))
    return Finding(
        "LIT101", files.shown(name), values={"reason": reason, **({"do": CHECK} if reason == _NO_FILE else {})}
    )


def _without(name: str, file: Path | bytes | File, reason: str) -> str:
    """The reason without the path, which the finding gives."""
    for start in (f"{file!s}: " if isinstance(file, Path) else "", f"{name}: ", "cannot be read: "):
        reason = reason.removeprefix(start)
    return reason
