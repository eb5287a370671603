"""Works that a person brings: a bibliography goes into the library as it is, an identifier as an entry of it."""

from __future__ import annotations

import re
from collections.abc import Set
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.config import Project
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Finding
from cluneal_lit.pipeline import stored
from cluneal_lit.pipeline.show import names
from cluneal_lit.store import bibliographies, files, library

NAMED = "added.jsonl"  # of the library: the works that were named by an identifier alone
_VARIABLES = {"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI", "isbn": "ISBN"}  # others stand in `custom`

_ADDRESS = re.compile(r"https?://|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)


class Brought(Struct, frozen=True):
    """A file that was brought: its name in the project, whether it was copied now, how many records it has, and how
    many of them have an identifier that was there before."""

    name: str
    copied: bool
    records: int
    known: int
    findings: tuple[Finding, ...] = ()


def identifier(text: str) -> str:
    """The one identifier that a text is, or that the address of a page has, as `kind:value`; empty for none and
    several."""
    if name := identifiers.key(text):
        return name
    found = [one for one in names(text) if _ADDRESS.match(text) and one.partition(":")[0] in identifiers.NORMAL]
    return found[0] if len(found) == 1 else ""


def known(project: Project) -> frozenset[str]:
    """The identifiers of all works that the project has, as `kind:value`."""
    store = stored.read(project)
    return frozenset(name for record in (*store.library, *store.records) for name in record.ids.keys())


def bring(project: Project, path: Path, before: Set[str]) -> Brought:
    """Copy a bibliography into the library, under its own name, over no other file.

    Raises StoreError for what is no bibliography, and where another file has its name.
    """
    content = bibliographies.content(path)
    name = f"{library.FOLDER}{path.name}"
    records, told = bibliographies.read(content, path.name)
    if not records:
        raise StoreError(f"{files.shown(str(path))}: holds no record; see whether the export is whole")
    place = project.root / name
    copied = files.created(place, content)
    if not copied and files.content(place) != content:
        raise StoreError(f"{name}: is there already and says something else; rename your file, or remove that one")
    there = sum(not before.isdisjoint(record.ids.keys()) for record in records)
    return Brought(name, copied, len(records), there, told)


def name(project: Project, identifier: str) -> None:
    """Add an entry of an identifier, `kind:value`, to the library, so that the next refresh asks for its work."""
    kind, _, value = identifier.partition(":")
    variable = _VARIABLES.get(kind)
    said = {variable: value} if variable else {"custom": {kind: value}}
    line = msgspec.json.encode({"id": identifier, **said})
    files.append_line(project.root / library.FOLDER / NAMED, line)
