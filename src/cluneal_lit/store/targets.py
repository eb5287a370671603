"""What a person named to be written, wherever that is."""

from __future__ import annotations

import os
from pathlib import Path

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files


def written(path: Path, content: bytes) -> None:
    """Write the file that a link leads to, or else that of the name; a pipe or a device takes the bytes as they come.

    Raises StoreError where that cannot be.
    """
    if not files.is_other(path):
        files.written(Path(os.path.realpath(path)) if path.is_symlink() else path, content)
        return
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{files.shown(str(path))}: cannot be written: {reason}") from error
