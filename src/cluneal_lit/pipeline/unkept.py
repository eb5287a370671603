"""Works that only a bibliography beside the documents knows, which is no part of the project."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.documents import bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.model import Entry, Status
from cluneal_lit.outputs import styles
from cluneal_lit.pipeline.beside import beside

_KINDS = ("*.bib", "*.json")
_LARGEST = 20_000_000  # bytes


class Unkept(Struct, frozen=True):
    """A work that the bibliography at a path has, as it would be cited."""

    path: str
    key: str
    cited: str


def unkept(project: Project, wanted: Iterable[str]) -> Unkept | None:
    """The first work of one of these keys or identifiers in the BibTeX and CSL-JSON files of the project's folder and
    of the folders in that; None where none has it."""
    names = set(wanted)
    files = (path for kind in _KINDS for depth in (kind, f"*/{kind}") for path in sorted(project.root.glob(depth)))
    for path in files:
        if not path.is_file() or path.stat().st_size > _LARGEST or project.output in path.parents:
            continue
        for key, (ids, fields) in (bibliography.works(_file(path), path.name) or {}).items():
            if key in names or names.intersection(ids.keys()):
                cited = styles.vancouver(Entry(key, ids, fields, Status("unchecked"), ""))
                return Unkept(path.relative_to(project.root).as_posix(), key, cited)
    return None


def _file(path: Path) -> File:
    return File(path.name, b"", beside=partial(beside, path.parent))
