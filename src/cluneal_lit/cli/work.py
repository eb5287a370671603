"""What several verbs do: open the project, read the store, ask the services, choose the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from cluneal_lit import config, documents, findings
from cluneal_lit.cli import answers, days, progress, terminal
from cluneal_lit.config import Project
from cluneal_lit.config.values import ADDRESSES
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.model import Finding, Services
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check, scope, stored
from cluneal_lit.pipeline.exchange import Network
from cluneal_lit.pipeline.refresh import Refreshed, refresh
from cluneal_lit.pipeline.scan import Scanned, project_documents
from cluneal_lit.registries import spoken
from cluneal_lit.sources.questions import Due
from cluneal_lit.store import outputs
from cluneal_lit.store.understood import Understood

FOUND = 1
UNREAD = 2
INCOMPLETE = 3


def project(options: argparse.Namespace) -> Project:
    """The project of `--project`. Raises ConfigError."""
    return config.load(Path(options.project))


def to_write(options: argparse.Namespace) -> Project:
    """The project of `--project`, to write in. Raises ConfigError for a folder that is none, which stays as it is."""
    project = config.load(Path(options.project))
    if not (project.file or project.references.is_dir()):
        raise no_project(project)
    return project


def scan(project: Project, *, keep: bool = False, understood: Understood | None = None) -> Scanned:
    """The citations of the project's documents; `keep`: the documents themselves too; `understood`: what earlier
    runs found in them, to be added to."""
    return project_documents(project, keep=keep, understood=understood)


def refreshed(
    project: Project, found: Scanned, store: stored.Stored, resolved: check.Resolved, options: argparse.Namespace
) -> Refreshed:
    """Ask the services, unless `--offline`; `store` is what was known before. Raises StoreError for `--frozen`."""
    today = days.today()
    max_age = project.config.max_age_days if options.max_age is None else options.max_age
    due = Due(today, 0 if options.all or options.works else max_age, "stale" if options.only_stale else "all")
    if options.frozen:
        due = Due(today, which="missing")
    about = (
        scope.of_works(found, store, options.works)
        if options.works
        else scope.everything(project, found, store, resolved, due)
    )
    if options.frozen:
        _covered(*scope.uncovered(about, store, today))
    connect = None if options.offline or options.frozen else lambda: network(project)
    with progress.shown() as told:
        return refresh(project, about, connect, due, told)


def _covered(unanswered: Sequence[str], spoilt: Sequence[str]) -> None:
    if unanswered:
        raise StoreError(
            f"frozen: lock.jsonl holds no answer about {_few(unanswered)}; run `cluneal-lit refresh` and commit what it"
            " writes"
        )
    if spoilt:
        raise StoreError(
            f"frozen: what was received about {_few(sorted(spoilt))} is missing or was changed (see `cluneal-lit check"
            " --store`); take the files from git, or run `cluneal-lit refresh`"
        )


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def network(project: Project) -> AbstractContextManager[Network]:
    """The way to the services, after a word on who is asked and by whom."""
    from cluneal_lit.http import Http

    if not project.config.email:
        terminal.progress("no e-mail address is configured (`email`): PubMed and Crossref answer more slowly")
    for service, address in elsewhere(project):
        terminal.progress(f"{service} is asked at {address}, as configured: its answers are kept as {service}'s")
    return Http(project.services)


def elsewhere(project: Project) -> list[tuple[str, str]]:
    """The services that are not asked at their own addresses: what stands in for them could say anything."""
    asked, own = project.services, Services()
    sources = {"doi": "agency", "deleted_pmids": "deleted"}
    pairs = [(spoken(sources.get(name, name)), getattr(asked, name), getattr(own, name)) for name in ADDRESSES]
    return [(service, address) for service, address, usual in pairs if address != usual]


def exit_code(project: Project, options: argparse.Namespace, told: Iterable[Finding], incomplete: bool) -> int:
    """3 when a service gave no answer, 1 for findings at or above `--fail-on`, else 0.

    That a service gave no answer says nothing of a citation: what it does to the code `--incomplete` says alone.
    """
    fail_on = options.fail_on or project.config.fail_on
    if fail_on == "never":
        return 0
    if incomplete and (options.incomplete or project.config.incomplete) == "fail":
        return INCOMPLETE
    levels = findings.LEVELS[findings.LEVELS.index(fail_on) :]
    return FOUND if any(one.code != "LIT301" and findings.rule(one).level in levels for one in told) else 0


def is_idle(project: Project, found: Scanned) -> bool:
    """Whether there is nothing to work on: no document, nothing in the store, no output of an earlier run."""
    if found != Scanned() or outputs.manifest(project.output):
        return False
    store = stored.read(project)
    held = (store.records, store.library, store.notes, store.lists, store.findings)
    return not any(held)


def idle(project: Project, options: argparse.Namespace, empty: answers.Json) -> int:
    """Say in one line what to do where there is nothing to work on, or give the empty answer; the exit code.

    Raises ConfigError where no configuration is either: nobody checks that nothing is wrong in the wrong folder.
    """
    if not project.file:
        raise no_project(project)
    if options.json:
        terminal.answer(empty)
    else:
        step = how_to_begin(project)
        terminal.say(f"no document yet: {step[0].lower()}{step[1:]} Then call `cluneal-lit run`.")
    return 0


def refuse_idle(project: Project, found: Scanned) -> None:
    """Raises ConfigError where there is nothing to work on and no project."""
    if not project.file and is_idle(project, found):
        raise no_project(project)


def no_project(project: Project) -> ConfigError:
    """What is wrong with a folder that has neither a configuration nor anything to work on."""
    return ConfigError(f"{project.root} is no project: call `cluneal-lit init` there, or name the project's by -C")


def how_to_begin(project: Project) -> str:
    """Where to put the first document, in a sentence."""
    globs = project.config.documents
    where = (
        "into references/documents/" if globs == config.Config().documents else f"where it matches {' '.join(globs)}"
    )
    return f"Put a document that cites {where}; {documents.names()} are read."


def answered(asked: Refreshed, options: argparse.Namespace) -> str:
    """What came of asking, or why no service was asked, for a person."""
    if options.offline:
        return "offline: no service was asked"
    if options.frozen:
        return "frozen: the store covers all that is cited; no service was asked"
    if asked.asked or asked.searched:
        changed = f"{words.counted(len(asked.changed), 'record')} new or changed"
        return "; ".join(filter(None, (_asked(asked), _searched(asked), changed)))
    if options.only_stale:
        return "nothing that was asked about before is too old; no service had to be asked"
    if asked.known:
        return "every record is recent; no service had to be asked"
    return "no identifier to ask about, and no reference to search for"


def _asked(asked: Refreshed) -> str:
    return f"asked about {words.counted(asked.asked, 'identifier')}" if asked.asked else ""


def _searched(asked: Refreshed) -> str:
    told = f"searched for {words.counted(asked.searched, 'reference')}, {asked.found} found"
    return told if asked.searched else ""
