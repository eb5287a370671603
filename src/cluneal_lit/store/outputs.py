"""`output/`: what the program renders. `.manifest` names the files that it wrote; no other is ever touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files

MANIFEST = ".manifest"


class Published(Struct, frozen=True):
    """The names of the outputs that changed, that did not, and that were removed."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def publish(folder: Path, rendered: Mapping[str, str]) -> Published:
    """Write the outputs that changed and remove those of an earlier run that are no more.

    Raises StoreError before anything is written if a file is in the way that the program did not write.
    """
    ours = manifest(folder)
    for name, text in rendered.items():
        if name not in ours and (folder / name).exists() and files.content(folder / name) != text.encode():
            path = f"{folder.name}/{name}"
            raise StoreError(f"{path}: is in the way, and this program did not write it; move it elsewhere")
    written = [name for name in sorted(rendered) if files.written(folder / name, rendered[name].encode())]
    removed = [name for name in sorted(ours - set(rendered)) if _removed(folder, name)]
    if rendered or ours:
        files.written(folder / MANIFEST, "".join(f"{name}\n" for name in sorted(rendered)).encode())
    unchanged = sorted(set(rendered) - set(written))
    return Published(tuple(written), tuple(unchanged), tuple(removed))


def stale(folder: Path, rendered: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the outputs that `publish` would write or remove."""
    changed = {name for name, text in rendered.items() if files.content(folder / name) != text.encode()}
    return tuple(sorted(changed | {name for name in manifest(folder) - set(rendered) if (folder / name).exists()}))


def manifest(folder: Path) -> set[str]:
    """The names of the files that the program wrote into the folder; names that lead out of it are not believed."""
    names = files.content(folder / MANIFEST).decode("utf-8", "replace").splitlines()
    return {name for name in names if name and not name.startswith("/") and ".." not in Path(name).parts}


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
