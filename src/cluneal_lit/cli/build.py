"""`build`: the templates into `output/`."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import answers, terminal, work
from cluneal_lit.pipeline import build, check
from cluneal_lit.store import remembered
from cluneal_lit.store.writer import writer


def main(options: argparse.Namespace) -> int:
    """Write what changed, or with `--check` say whether something would."""
    project = work.project(options)
    found = work.scan(project)
    if not work.has_work(project, found):
        return 0
    if options.check:
        checked = check.checked(project, found, check.stored(project))
        stale = build.stale(project, checked.collection)
        if options.json:
            terminal.say(answers.text({"schema": "cluneal-lit/build/1", "current": not stale, "stale": list(stale)}))
        else:
            for name in stale:
                terminal.say(f"{project.output.name}/{name} is not current")
            terminal.say("run `cluneal-lit build`" if stale else f"{project.output.name}/ is current")
        return work.FOUND if stale else 0
    with writer(project.root, terminal.progress):
        checked = check.checked(project, found, check.stored(project))
        published = build.build(project, checked.collection)
        remembered.write(project.references / "keys.json", checked.keys)
        remembered.write_matches(project.references / "matches.json", checked.matches)
    if options.json:
        written = {"written": list(published.written), "removed": list(published.removed)}
        terminal.say(answers.text({"schema": "cluneal-lit/build/1", "current": True, **written}))
    else:
        for name in published.written:
            terminal.say(f"wrote {project.output.name}/{name}")
        for name in published.removed:
            terminal.say(f"removed {project.output.name}/{name}")
        terminal.say(f"{terminal.number(len(published.unchanged), 'file')} unchanged")
    return 0
