"""The templates of the project and of the program."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cluneal_lit.errors import StoreError, TemplateError
from cluneal_lit.outputs.templates import Template, Templates, shut
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

    Raises TemplateError for one of these folders that cannot be read; what cannot within is told as a template of its
    own, and those that it might have are none of a later folder.
    """
    found: dict[str, Template] = {}
    for folder in folders:
        files_here, unread = _below(folder)
        here = {files.shown(name): _template(folder / name, name) for name in files_here}
        here |= {f"{files.shown(name)}/": _unread(folder / name, error) for name, error in unread.items()}
        found |= {name: one for name, one in here.items() if name not in found and not shut(name, found)}
    return found


def _below(folder: Path) -> tuple[list[str], dict[str, OSError]]:
    """The names of what is called a template there, sorted, and those of the folders that cannot be read."""
    unread: list[OSError] = []
    entries = [  # not by `rglob`, which passes over what it may not read
        Path(inside, name)
        for inside, folders, names in os.walk(folder, onerror=unread.append)
        for name in (*folders, *names)
    ]
    names = [entry.relative_to(folder).as_posix() for entry in entries if entry.name.endswith(".j2")]
    errors = {Path(error.filename).relative_to(folder).as_posix(): error for error in unread}
    if (whole := errors.pop(".", None)) and not isinstance(whole, FileNotFoundError):
        raise _unread(folder, whole).error from whole
    return sorted(names), errors


def _template(file: Path, name: str) -> Template:
    path = files.shown(str(file))
    if _is_no_file(file):
        return Template(path, "", "is no file, or leads to none; mend it, or move it away")
    if files.shown(name) != name:
        return Template(path, "", "its name is not UTF-8; rename it")
    try:
        return Template(path, files.text(file))
    except StoreError as error:
        return Template(path, "", str(error).removeprefix(f"{file}: "))


def _is_no_file(path: Path) -> bool:
    try:
        return not path.is_file()
    except OSError:  # who reads it says why one that may be one cannot be read
        return False


def _unread(folder: Path, error: OSError) -> Template:
    reason = (error.strerror or "cannot be read").lower()
    fault = f"{reason}: make it a folder that you may read, or move it away"
    return Template(files.shown(str(folder)), "", fault)
