"""Documents in, citations out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from cluneal_lit.citations import scan
from cluneal_lit.config import Project
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError, StoreError
from cluneal_lit.model import Citation, Finding
from cluneal_lit.store import files, library


class Scanned(Struct, frozen=True):
    """The paths of the documents that were read, their citations in order, and findings about the documents."""

    documents: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()


def project_documents(project: Project) -> tuple[tuple[str, Path], ...]:
    """The documents that the configuration names, as (path in the project, file)."""
    found = library.found(project.root, project.config.documents)
    return tuple((file.relative_to(project.root).as_posix(), file) for file in found)


def given_documents(paths: Iterable[str]) -> tuple[tuple[str, Path], ...]:
    """The documents that a person names: files as they are, folders with all that is in them."""
    found: list[tuple[str, Path]] = []
    for path in paths:
        if Path(path).is_dir():
            inside = library.found(Path(path), ("**/*",))
            found += [(file.as_posix(), file) for file in inside]
        else:
            found.append((path, Path(path)))
    return tuple(found)


def scanned(documents: Iterable[tuple[str, Path]]) -> Scanned:
    """The citations of these documents; one that cannot be read is a finding, and the others are still read."""
    paths: list[str] = []
    citations: list[Citation] = []
    findings: list[Finding] = []
    for name, file in documents:
        try:
            if not file.exists():
                raise StoreError("there is no such file")
            document = read(name, files.content(file))
        except (DocumentError, StoreError) as error:
            findings.append(Finding("LIT101", name, values={"reason": _without(name, file, str(error))}))
            continue
        paths.append(name)
        findings += document.findings
        citations += scan(document)
    return Scanned(tuple(paths), tuple(citations), tuple(findings))


def _without(name: str, file: Path, reason: str) -> str:
    """The reason without the path, which the finding gives."""
    for start in (f"{file}: ", f"{name}: ", "cannot be read: "):
        reason = reason.removeprefix(start)
    return reason
