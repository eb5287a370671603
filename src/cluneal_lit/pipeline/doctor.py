"""What can be said of this machine and project without a network: what is in order, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from cluneal_lit import findings
from cluneal_lit.config import Config, Project
from cluneal_lit.config.values import ADDRESSES
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Services
from cluneal_lit.outputs.words import counted
from cluneal_lit.pipeline import scan, stored
from cluneal_lit.store import found, probed


class Seen(Struct, frozen=True):
    """What was looked at: how it is, and what to do unless it is `ok`; `wrong` keeps the program from its work."""

    name: str
    state: Literal["ok", "todo", "wrong"]
    said: str
    do: str = ""


def seen(project: Project) -> tuple[Seen, ...]:
    """How the project is: its configuration, documents, store and cache. No secret is told."""
    if project.file is None:
        here = Seen(
            "project", "todo", f"{project.root} is none", "Call `cluneal-lit init` in the folder of the project."
        )
        return (here, *_settings(project))
    return (
        Seen("project", "ok", f"{project.root}, configured by {project.file.name}"),
        *_settings(project),
        *_matched(project),
        _store(project),
        _cache(project),
    )


def _settings(project: Project) -> Iterator[Seen]:
    config = project.config
    file = project.file.name if project.file else "cluneal-lit.toml"
    who = (
        f"Write your address behind `email =` in {file}: PubMed and Crossref want to know who asks, and answer faster."
    )
    yield Seen("e-mail", "ok", "set") if config.email else Seen("e-mail", "todo", "not set", who)
    yield Seen("NCBI key", "ok", "set" if config.ncbi_api_key else "not set; PubMed is asked 3 times a second, not 10")
    asked, own = project.services, Services()
    others = [f"{name} = {getattr(asked, name)}" for name in ADDRESSES if getattr(asked, name) != getattr(own, name)]
    do = "Unless you mean it, take these settings away: what stands there is asked in the place of the real services."
    yield Seen("addresses", "todo", ", ".join(others), do) if others else Seen("addresses", "ok", "the services' own")


def _matched(project: Project) -> Iterator[Seen]:
    for name, own in (("documents", Config().documents), ("library", Config().library)):
        globs = getattr(project.config, name)
        paths, troubles = found.matched(project.root, globs, set(globs) - set(own))
        kind = "document" if name == "documents" else "file"
        said = f"{counted(len(paths), kind)} by {' '.join(globs)}"
        if troubles:
            said += f"; {'; '.join(f'{path}: {reason}' for path, reason in troubles)}"
            yield Seen(
                name,
                "wrong" if _are_cut_off(project, globs) else "todo",
                said,
                f"Correct `{name}` in {_file(project)}, or the files.",
            )
        elif not paths and name == "documents":
            yield Seen(name, "todo", said, "Put a document that cites there.")
        else:
            yield Seen(name, "ok", said)
    if globs := project.config.public:
        yield _public(project, globs)


def _are_cut_off(project: Project, globs: Iterable[str]) -> bool:
    """Whether something else stands in the place of a folder, which keeps every verb from its work."""
    try:
        found.folders(project.root, globs)
    except StoreError:
        return True
    return False


def _public(project: Project, globs: tuple[str, ...]) -> Seen:
    documents = set(found.matched(project.root, project.config.documents)[0])
    number = len(documents.intersection(found.matched(project.root, globs)[0]))
    said = f"{counted(number, 'document')} by {' '.join(globs)}"
    if none := scan.not_public(project, documents):
        said += f"; {'; '.join(f'{glob}: no document is meant by it' for glob in none)}"
        return Seen("public", "todo", said, f"Correct `public` in {_file(project)}, or put the document there.")
    return Seen("public", "ok", said)


def _store(project: Project) -> Seen:
    try:
        store = stored.read(project)
    except (StoreError, OSError) as error:
        return Seen("store", "wrong", str(error), "Make it readable, or restore it from your backup or git.")
    held = (
        counted(len(store.records), "record"),
        counted(len(store.library), "work of the library", "works of the library"),
        counted(len(store.notes), "note"),
    )
    said = ", ".join(held)
    grave = [one for one in store.findings if findings.rule(one).level != "note"]
    if grave:
        return Seen("store", "todo", f"{said}; {counted(len(grave), 'finding')}", "Call `cluneal-lit check`.")
    return Seen("store", "ok", said)


def _cache(project: Project) -> Seen:
    if reason := probed.unwritable(project.cache):
        return Seen(
            "cache", "wrong", f"{project.cache} cannot be written: {reason}", "Make it a folder you may write in."
        )
    return Seen("cache", "ok", "can be written")


def _file(project: Project) -> str:
    return project.file.name if project.file else "the configuration"
