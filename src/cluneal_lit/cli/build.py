"""`build`: the templates into `output/`."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import answers, building, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import build, check, current, stored
from cluneal_lit.pipeline.scan import Scanned, earlier
from cluneal_lit.store import outputs
from cluneal_lit.store.writer import writer


def main(options: argparse.Namespace) -> int:
    """Write what changed, or with `--check` say whether something would; 2 where not all that goes into it reads."""
    project = work.project(options)
    understood = earlier(project)
    found = work.scan(project, understood=understood)
    schema: answers.Json = {"schema": "cluneal-lit/build/1"}
    if work.is_idle(project, found):
        empty: answers.Json = {"stale": []} if options.check else {"written": [], "removed": [], "failed": []}
        return work.idle(project, options, schema | {"current": True} | empty)
    if options.check:
        store = stored.read(project)
        checked = check.checked(project, found, store)
        stale = build.stale(project, current.inputs(project, checked), options.only)
        if options.json:
            terminal.answer(schema | {"current": not stale, "stale": list(stale)})
        else:
            for name in stale:
                terminal.say(f"{project.output.name}/{name} is not current")
            what = ", ".join(options.only) or f"{project.output.name}/"
            terminal.say("run `cluneal-lit build`" if stale else f"{what} is current")
        return _told(found, store) or (work.FOUND if stale else 0)
    with writer(project.root, terminal.progress):
        store = stored.read(project, keep=True)
        checked = check.checked(project, found, store)
        understood.remember()
        published, trouble = building.built(project, checked, options.only)
    _say(project, published, None if not options.json else schema | {"current": not trouble})
    if trouble:
        raise trouble
    return _told(found, store)


def _told(found: Scanned, store: stored.Stored) -> int:
    """Tell which documents and files cannot be read, as the outputs have nothing of them; the exit code."""
    unread = (*found.unread, *store.unread)
    for finding in unread:
        terminal.tell(finding)
    return work.UNREAD if unread else 0


def _say(project: Project, published: outputs.Published, answer: answers.Json | None) -> None:
    if answer is not None:
        changed: answers.Json = {
            "written": list(published.written),
            "removed": list(published.removed),
            "failed": list(published.failed),
        }
        terminal.answer(answer | changed)
        return
    for name in published.written:
        terminal.say(f"wrote {project.output.name}/{name}")
    for name in published.removed:
        terminal.say(f"removed {project.output.name}/{name}")
    terminal.say(f"{words.counted(len(published.unchanged), 'file')} unchanged")
