"""Bibliographies that are named on the command line: their bytes, and which files are not to be written over."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from cluneal_lit.cli import given
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.formats import writers
from cluneal_lit.pipeline.dedupe import File
from cluneal_lit.store import bibliographies, files, found

STDIO = "-"


def contents(paths: Iterable[str]) -> Iterator[File]:
    """The files that are named, each once: files as they are, folders with all that is in them, what wildcards mean,
    `-` for standard input. They, or reading them, raise StoreError or ConfigError for what cannot be had."""
    paths = tuple(paths)
    if paths.count(STDIO) > 1:
        raise ConfigError("standard input can be read once; name `-` once")
    seen: set[Path] = set()
    for path in paths:
        if path == "":
            raise ConfigError("a path is empty; name a file, a folder or `-`")
        if path == STDIO:
            yield File(given.name(path), partial(read, path))
            continue
        for file, is_named in _meant(path):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield File(files.shown(str(file)), partial(bibliographies.content, file), is_named)


def target(options: argparse.Namespace) -> str:
    """The format in which `--output` is written. Raises ConfigError where it is not known, or has no place."""
    if options.output == STDIO and options.json:
        raise ConfigError("--json prints an answer where the records would stand; name a file: -o OUT")
    if options.output == STDIO and not options.to:
        raise ConfigError("standard output has no suffix that names a format; say which: --to FORMAT, or -o OUT")
    return str(options.to or writers.named(options.output))


def kept(paths: Iterable[str], targets: Sequence[str]) -> Iterator[File]:
    """The files that are named, as `contents` has them. Raises ConfigError for one that would be written over."""
    for file in contents(paths):
        for path in targets:
            if path != STDIO and is_same(Path(file.name), Path(path)):
                raise ConfigError(f"{files.shown(path)}: is also an input, which is never overwritten; name another")
        yield file


def read(path: str) -> bytes:
    """The bytes of a file, or for `-` of standard input."""
    if path != STDIO:
        return bibliographies.content(Path(path))
    if sys.stdin is None:
        raise ConfigError("standard input is closed; name a file")
    return sys.stdin.buffer.read()


def is_same(path: Path, other: Path) -> bool:
    """Whether both lead to one file."""
    try:
        return path.resolve() == other.resolve() or (path.exists() and other.exists() and path.samefile(other))
    except (OSError, ValueError):
        return False


def _meant(path: str) -> Iterator[tuple[Path, bool]]:
    """The files that a path means, and whether it names them themselves."""
    folder, glob = found.parted(Path(path))
    if not glob:
        yield folder, True
        return
    inside, troubles = found.matched(folder, (glob,))
    for name, reason in troubles:
        raise StoreError(f"{files.shown((folder / name).as_posix())}: {reason}")
    if not inside:
        raise ConfigError(f"{files.shown(path)}: no file matches; check the path")
    yield from ((file, glob != found.ALL) for file in inside)
