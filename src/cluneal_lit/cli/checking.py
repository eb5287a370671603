"""What `check` holds files against: a catalogue, the store of the project, or the services."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import config
from cluneal_lit.cli import days, given, progress, terminal, web, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.findings import WITHOUT_PROJECT
from cluneal_lit.model import Document
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check, own, stored
from cluneal_lit.pipeline.scan import Scanned, given_documents
from cluneal_lit.store.writer import writer

_IN_CATALOGUE = "Nothing; check it without --catalogue to have the services asked."
_IN_FILE = (
    "Run `cluneal-lit refresh` where there is a network, if it is one of the project's documents; nobody is asked about"
    " other files: make it one, or check it outside of the project."
)


class Seen(Struct, frozen=True):
    """What was found against which store, whether a service gave no answer, and whether a file could not be read; the
    `texts` of the documents where their links are asked for."""

    checked: check.Checked
    store: stored.Stored
    texts: tuple[Document, ...]
    incomplete: bool = False
    unread: bool = False


def checked(project: Project, options: argparse.Namespace) -> Seen:
    """Check the files that were named, else the project's documents.

    Raises ConfigError and StoreError for a catalogue or a cache folder that cannot be used.
    """
    if "" in options.files:
        raise ConfigError("a path is empty; name a file, a folder, `-` or an address")
    pages = web.pages(project, options)
    found = (
        given_documents(
            options.files,
            given.standard_input(options.files),
            keep=options.links,
            pages=pages,
            output=None if options.catalogue else project.output,
        )
        if options.files
        else work.scan(project, keep=options.links)
    )
    if not options.files:
        work.refuse_idle(project, found)
    unread = bool(found.unread)
    if options.catalogue:
        seen = Seen(*_in_closed_world(project, found, Path(options.catalogue)), found.texts, unread=unread)
        return _advised(seen, WITHOUT_PROJECT | {"LIT304": _IN_CATALOGUE})
    home = project if project.file else _homeless(project)
    if options.fresh:
        seen = _afresh(home, found, unread)
    elif project.file or options.offline:
        store = own.read(home, found)
        seen = Seen(check.checked(home, found, store), store, found.texts, unread=unread)
    else:
        seen = _asked(home, found, options, unread)
    in_project = {"LIT304": _IN_FILE} if options.files else {}
    return _advised(seen, in_project if project.file else WITHOUT_PROJECT)


def _advised(seen: Seen, instead: Mapping[str, str]) -> Seen:
    """What was seen with other advice for some codes: what is to be done depends on where the check was made."""
    told = seen.checked.collection.findings
    advised = tuple(
        replace(one, values={"do": instead[one.code], **one.values}) if one.code in instead else one for one in told
    )
    return replace(seen, checked=replace(seen.checked, collection=replace(seen.checked.collection, findings=advised)))


def _in_closed_world(project: Project, found: Scanned, catalogue: Path) -> tuple[check.Checked, stored.Stored]:
    from cluneal_lit.pipeline import closed

    if not catalogue.is_file():
        raise ConfigError(f"{catalogue}: is no file; name a catalogue, CSL-JSON or PubMed's XML")
    store, known = closed.world(catalogue, found)
    return check.checked(project, found, store, known), store


def _homeless(project: Project) -> Project:
    """The place in the user's cache folder, configured by the environment."""
    return replace(project, root=config.without_project())


def _afresh(home: Project, found: Scanned, unread: bool) -> Seen:
    """Ask the services about everything, and check by what they say; the store is only read."""
    from cluneal_lit.pipeline.afresh import afresh

    store, today = own.read(home, found), days.today()
    with progress.shown() as told:
        now = afresh(home, found, store, lambda: work.network(home), today, told)
    asked, answered = words.counted(now.asked.asked, "identifier"), words.counted(now.answered, "stored record")
    differ = words.counted(len(now.findings), "field")
    terminal.progress(f"{asked} asked about anew, {answered} answered; {differ} of them another; the store stays")
    seen = check.checked(home, found, now.store)
    collection = replace(seen.collection, findings=(*now.asked.findings, *now.findings, *seen.collection.findings))
    return Seen(replace(seen, collection=collection), now.store, found.texts, bool(now.asked.findings), unread)


def _asked(home: Project, found: Scanned, options: argparse.Namespace, unread: bool) -> Seen:
    """Ask the services about what is not known yet, and check."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{home.root}: cannot be made: {reason}; set XDG_CACHE_HOME, or say --offline") from error
    with writer(home.root, terminal.progress):
        store = own.read(home, found)
        resolved = check.resolved(found, store)
        options = argparse.Namespace(**{**vars(options), **_MISSING})
        asked = work.refreshed(home, found, store, resolved, options)
        store = own.read(home, found)
        seen = check.checked(home, found, store)
    told = replace(seen.collection, findings=(*asked.findings, *seen.collection.findings))
    return Seen(replace(seen, collection=told), store, found.texts, bool(asked.findings), unread)


# As `refresh` asks without options.
_MISSING = {"max_age": None, "all": False, "works": (), "only_stale": False, "frozen": False}
