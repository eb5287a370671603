"""A store beside that of the project, to be thrown away."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cluneal_lit.errors import StoreError
from cluneal_lit.store import found

_ANEW = ("records", "documents", "lock.jsonl", "changes.jsonl")  # what a new store begins without


@contextmanager
def unasked(root: Path, library: Iterable[str]) -> Iterator[Path]:
    """The root of a store that has what people own in that of `root`, and nothing that a service said; gone afterwards.

    `library`: the globs of the bibliographies. Raises StoreError where no such folder can be made.
    """
    try:
        with TemporaryDirectory() as folder:
            _furnish(root, Path(folder), found.matched(root, library)[0])
            yield Path(folder)
    except shutil.Error as error:
        raise StoreError(f"{root}: cannot be copied to ask anew: {error.args[0][0][-1]}") from error


def _furnish(root: Path, aside: Path, library: Iterable[Path]) -> None:
    (aside / "references").mkdir()
    if (root / "references").is_dir():
        ignored = shutil.ignore_patterns(*_ANEW)
        shutil.copytree(root / "references", aside / "references", ignore=ignored, dirs_exist_ok=True)
    for file in library:
        copy = aside / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
