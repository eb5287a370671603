"""`prune`: remove stored records that nothing cites any more."""

from __future__ import annotations

import argparse
import sys

import msgspec

from cluneal_lit.cli import terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import StoreError
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import prune
from cluneal_lit.pipeline.prune import Gone, Unneeded
from cluneal_lit.store.writer import writer

SCHEMA = "cluneal-lit/prune/1"


def main(options: argparse.Namespace) -> int:
    """List what nothing needs; remove it with `--yes`, or when a person at a terminal says so.

    Raises ConfigError in a folder that is no project.
    """
    project = work.project(options)
    if not project.file and prune.unneeded(project) == Unneeded():
        raise work.no_project(project)
    if not options.yes:
        going = prune.unneeded(project)
        _list(going, options)
        if going == Unneeded() or options.json or not _agreed():
            return _answered(going, options)
        _remove(project, going)
    else:
        with writer(project.root, terminal.progress):
            going = prune.unneeded(project)
            _list(going, options)
            prune.remove(project, going)
    if not options.json and going != Unneeded():
        terminal.say(f"removed {_counted(going)}")
    return _answered(going, options)


def _remove(project: Project, listed: Unneeded) -> None:
    """Remove what was listed. Raises StoreError where it is no longer just that: another run was faster."""
    with writer(project.root, terminal.progress):
        if prune.unneeded(project) != listed:
            raise StoreError("nothing was removed: what there is to remove has changed meanwhile; call it again")
        prune.remove(project, listed)


def _list(going: Unneeded, options: argparse.Namespace) -> None:
    """Print what goes, before it does."""
    if options.json:
        return
    for record in going.records:
        terminal.say(_line(record))
    for answer in going.answers:
        said = " ".join(filter(None, (answer.state, answer.to)))
        terminal.say(f"{answer.key}: no record ({said or 'no answer'}, asked {answer.day or 'never'})")
    if going == Unneeded():
        terminal.say("nothing to remove: all that is stored is cited, or belongs to what is")
    elif not options.yes:
        terminal.say(f"{_counted(going)} that nothing cites any more; `cluneal-lit prune --yes` removes them")


def _line(record: Gone) -> str:
    when = f"known by the answer of {record.day}" if record.day else "not in lock.jsonl"
    return f"{record.name}: {record.title or 'title unknown'} ({when})"


def _counted(going: Unneeded) -> str:
    told = words.counted(len(going.records), "record")
    return f"{told} and {words.counted(len(going.answers), 'answer')} without one" if going.answers else told


def _agreed() -> bool:
    """Whether a person at a terminal says that it may be removed; without one nobody does."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return input("Remove them? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _answered(going: Unneeded, options: argparse.Namespace) -> int:
    """Print with `--json` what went, or would; the exit code."""
    if options.json:
        terminal.answer(
            {
                "schema": SCHEMA,
                "removed": options.yes,
                "records": [msgspec.to_builtins(record) | {"day": record.day or None} for record in going.records],
                "lines": [
                    {name: getattr(line, name) or None for name in ("source", "id", "state", "day", "to")}
                    for line in going.lines
                ],
            }
        )
    return 0
