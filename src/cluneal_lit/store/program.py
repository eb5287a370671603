"""A name for the program as it is, so that nothing that another one made is taken for its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from cluneal_lit import __version__
from cluneal_lit.store import files

_LIBRARIES = ("jinja2", "lxml", "markupsafe", "markdown_it", "mdurl", "msgspec", "nh3", "yaml")


def program() -> str:
    """A name for the program and the libraries that read and render."""
    return f"{__version__} {_program()}"


@lru_cache(maxsize=1)
def _program() -> str:
    """A name for every file of the program and of these libraries, by time and size: a checkout changes in between."""
    folders = [str(Path(__file__).resolve().parents[1])]
    folders += [str(Path(spec.origin).parent) for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin]
    return files.digest(msgspec.msgpack.encode(sorted(stamp for folder in folders for stamp in _stamps(folder))))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    # Not Path.rglob, which takes four times as long.
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _stamps(entry.path) if entry.name != "__pycache__" else ()
            else:
                stat = entry.stat()
                yield entry.path, stat.st_mtime_ns, stat.st_size
