"""`output/`: what the program renders. `.manifest` names the files that it wrote; no other is ever touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files

MANIFEST = ".manifest"
Contents = Mapping[str, str | bytes]  # the texts of outputs by their paths, and the bytes of those that are none


class Published(Struct, frozen=True):
    """The names of the outputs that changed, that did not, and that were removed; `failed`: why others were not."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def publish(folder: Path, rendered: Contents, kept: Collection[str] = ()) -> Published:
    """Write the outputs that changed and remove those of an earlier run that are no more; `kept` stay as they are.

    A file that the program did not write is left as it is. One output that cannot be written holds no other up.
    """
    ours = manifest(folder)
    foreign = {name for name in set(rendered) - ours if not _is_free(folder / name, content(rendered[name]))}
    failed = [
        f"{folder.name}/{name}: is in the way, and this program did not write it; move it elsewhere"
        for name in sorted(foreign)
    ]
    # The manifest comes first: what a killed run has written must not be in the way of the next.
    _list(folder, ours | set(rendered) - foreign)
    done: dict[str, bool] = {}
    for name in sorted((ours - set(kept) | set(rendered)) - foreign):
        try:
            path = folder / name
            done[name] = files.written(path, content(rendered[name])) if name in rendered else _removed(folder, name)
        except StoreError as error:
            failed.append(str(error))
    left = ours - set(done)  # what was kept or could not be removed is still ours
    _list(folder, (set(rendered) | left) - foreign)
    written = tuple(name for name in done if done[name] and name in rendered)
    unchanged = tuple(name for name in done if not done[name] and name in rendered)
    removed = tuple(name for name in done if done[name] and name not in rendered)
    return Published(written, unchanged, removed, tuple(failed))


def stale(folder: Path, rendered: Contents) -> tuple[str, ...]:
    """The names of the outputs that `publish` would write or remove."""
    changed = {name for name, one in rendered.items() if not _holds(folder / name, content(one))}
    return tuple(sorted(changed | {name for name in manifest(folder) - set(rendered) if (folder / name).exists()}))


def content(rendered: str | bytes) -> bytes:
    """The bytes of an output."""
    return rendered.encode() if isinstance(rendered, str) else rendered


def manifest(folder: Path) -> set[str]:
    """The names of the files that the program wrote into the folder; names that lead out of it are not believed."""
    names = files.content(folder / MANIFEST).decode("utf-8", "replace").splitlines()
    return {name for name in names if name and not name.startswith("/") and ".." not in Path(name).parts}


def _list(folder: Path, names: set[str]) -> None:
    if names or (folder / MANIFEST).exists():
        files.written(folder / MANIFEST, "".join(f"{name}\n" for name in sorted(names)).encode())


def _is_free(path: Path, content: bytes) -> bool:
    """Whether nothing is in the way, or just what would be written."""
    return not path.exists() or _holds(path, content)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and files.content(path) == content


def _removed(folder: Path, name: str) -> bool:
    path = folder / name
    if not path.is_file():
        return False
    try:
        path.unlink()
        for parent in path.relative_to(folder).parents:
            if parent.name and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()
    except OSError as error:
        raise StoreError(f"{path}: cannot be removed: {(error.strerror or '').lower()}") from error
    return True
