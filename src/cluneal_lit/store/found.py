"""Which files a project's globs mean, and what of them cannot be had."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path, PurePath
from typing import TypeVar

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files

ALL = "**/*"
_WILD = frozenset("*?[")
_CHANGES = (".patch", ".diff")  # endings of files that hold changes of documents
Content = TypeVar("Content")  # a path, or what stands there


def matched(
    root: Path, globs: Iterable[str], expected: Container[str] = ()
) -> tuple[tuple[Path, ...], tuple[tuple[str, str], ...]]:
    """The files that globs relative to a folder mean, sorted, each once; and what cannot be had, as (path, reason).

    A folder, and `**` at the end of a glob, mean all below it; what is there by its name, `notes [2]`, is no wildcard.
    Hidden files and folders are passed over, and patches unless a glob ends as they do. A glob without wildcards that
    means no file is told, and so are links that lead nowhere, folders that may not be entered, names that are not
    UTF-8, what stands in the place of a folder before the first wildcard, and, for globs that are `expected`, such a
    folder that is not there.
    """
    found: set[Path] = set()
    troubles: dict[str, str] = {}
    for glob in globs:
        matches = {
            path
            for path in _matches(root, glob, troubles, glob in expected)
            if not (_is_hidden(path.relative_to(root)) or _is_change(path, glob))
        }
        here = {path for path in matches if _is_file(path, root, troubles)}
        if not here and not _WILD & set(glob) and glob not in troubles:
            is_folder = (root / glob).is_dir()
            troubles[glob] = "no file is in this folder" if is_folder else "there is no such file"
        found |= here
    return tuple(sorted(found)), tuple(sorted(troubles.items()))


def folder(path: Path) -> Path:
    """A folder of the store, be it not there. Raises StoreError where something else is: all that it holds would be
    missing, and the outputs would be taken for those of what is gone."""
    if place := no_folder(path):
        raise StoreError(
            f"{files.shown(str(place))}: is no folder, or leads to none; make it a folder, or move it away"
        )
    return path


def folders(root: Path, globs: Iterable[str]) -> None:
    """Raises StoreError where something else stands in the place of the folder in which globs seek their files."""
    for start, pattern in (parted(root / glob) for glob in globs):
        if pattern:
            folder(start)


def no_folder(path: Path) -> Path | None:
    """What stands in the place of a folder or of one above it, such as a file or a link that leads nowhere."""
    here = next((one for one in (path, *path.parents) if os.path.lexists(one)), path)
    return None if here.is_dir() or not os.path.lexists(here) else here


def matching_none(root: Path, globs: Iterable[str], among: Container[Path]) -> tuple[str, ...]:
    """The globs relative to a folder of which none of these files is meant."""
    return tuple(glob for glob in globs if not any(file in among for file in matched(root, (glob,))[0]))


def parted(path: Path) -> tuple[Path, str]:
    """A folder and which files in it are meant, all of them by `ALL`; nothing for a single file."""
    wild = next((place for place in range(len(path.parts)) if _is_wild(path, place)), len(path.parts))
    start, pattern = Path(*path.parts[:wild]), "/".join(path.parts[wild:])
    if not pattern and start.is_dir():
        return start, ALL
    return start, f"{pattern}/*" if path.name == "**" else pattern


def _is_wild(path: Path, place: int) -> bool:
    """Whether the path's part is a wildcard, and no name of something that is there."""
    return bool(_WILD & set(path.parts[place])) and not os.path.lexists(Path(*path.parts[: place + 1]))


def once(named: Iterable[tuple[str, Content]]) -> tuple[tuple[str, Content], ...]:
    """The files and contents that have names, each file by the name that it has first."""
    apart: dict[str, tuple[str, Content]] = {}
    for name, file in named:
        apart.setdefault(os.path.realpath(file) if isinstance(file, Path) else name, (name, file))
    return tuple(apart.values())


def _matches(root: Path, glob: str, troubles: dict[str, str], expected: bool) -> Iterator[Path]:
    """What a glob names; folders below its fixed beginning that cannot be read are told, as globbing is silent."""
    start, pattern = parted(root / glob)
    depth = None if "**" in pattern else len(PurePath(pattern).parts)

    def told(error: OSError) -> None:
        path = Path(str(error.filename))
        if path == start and pattern and (place := no_folder(start)):
            troubles[glob] = f"{_name(place, root)} is no folder, or leads to none"
        elif not isinstance(error, FileNotFoundError | NotADirectoryError):
            troubles[_name(path, root)] = (error.strerror or "cannot be read").lower()
        elif expected and path == start and pattern:
            troubles[glob] = f"there is no folder {_name(start, root)}"

    for folder, inside, _ in os.walk(start, onerror=told):
        inside[:] = [name for name in inside if not name.startswith(".")]
        if depth is not None and len(Path(folder).relative_to(start).parts) >= depth - 1:
            inside.clear()
    try:
        yield from start.glob(pattern) if pattern else [start] * os.path.lexists(start)
    except PermissionError as error:
        told(error)


def _is_file(path: Path, root: Path, troubles: dict[str, str]) -> bool:
    name = _name(path, root)
    try:
        if path.is_symlink() and not path.exists():
            troubles[name] = "is a link to a file that is not there"
        elif path.is_file():
            if name == path.relative_to(root).as_posix():
                return True
            troubles[name] = "its name is not UTF-8; rename it"
    except OSError as error:
        troubles[name] = (error.strerror or "cannot be read").lower()
    return False


def _is_hidden(path: PurePath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_change(path: Path, glob: str) -> bool:
    """Whether a file holds changes of documents, and no document that the glob names as one."""
    return path.suffix.lower() in _CHANGES and not glob.lower().endswith(path.suffix.lower())


def _name(path: Path, root: Path) -> str:
    return files.shown(path.relative_to(root).as_posix())
