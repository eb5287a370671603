"""The templates of the project and of the program."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cluneal_lit.errors import StoreError, TemplateError
from cluneal_lit.outputs.templates import Template, Templates
from cluneal_lit.store import files


def own(root: Path) -> Path:
    """Where a project has its own templates, if it has any.

    Raises TemplateError for what is no folder: the outputs would be taken for those of templates that are gone.
    """
    folder = root / "templates"
    if os.path.lexists(folder) and not folder.is_dir():
        raise TemplateError(f"{folder}: is no folder, or leads to none; make it a folder, or move it away")
    return folder


def read(folders: Iterable[Path]) -> Templates:
    """The templates by name; of files of one name that in the first folder counts, also where it cannot be read.

    Raises TemplateError for a folder that cannot be read.
    """
    found: dict[str, Template] = {}
    for folder in folders:
        for file in _below(folder):
            name = file.relative_to(folder).as_posix()
            found.setdefault(files.shown(name), _template(file, name))
    return found


def _below(folder: Path) -> list[Path]:
    """What is called a template there, sorted."""
    entries = (  # not by `rglob`, which passes over what it may not read
        Path(inside, name)
        for inside, folders, names in os.walk(folder, onerror=_unreadable)
        for name in (*folders, *names)
    )
    return sorted(entry for entry in entries if entry.name.endswith(".j2"))


def _template(file: Path, name: str) -> Template:
    path = files.shown(str(file))
    if not file.is_file():
        return Template(path, "", "is no file, or leads to none; mend it, or move it away")
    if files.shown(name) != name:
        return Template(path, "", "its name is not UTF-8; rename it")
    try:
        return Template(path, files.text(file))
    except StoreError as error:
        return Template(path, "", str(error).removeprefix(f"{file}: "))


def _unreadable(error: OSError) -> None:
    """Raises TemplateError, but for a folder that is not there."""
    if not isinstance(error, FileNotFoundError):
        reason = (error.strerror or "cannot be read").lower()
        raise TemplateError(
            f"{files.shown(str(error.filename))}: {reason}: make it a folder that you may read, or move it away"
        ) from error
