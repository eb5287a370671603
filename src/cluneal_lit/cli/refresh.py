"""`refresh`: ask PubMed and Crossref."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import answers, terminal, work
from cluneal_lit.pipeline import check, stored
from cluneal_lit.pipeline.refresh import Refreshed
from cluneal_lit.store.writer import writer


def main(options: argparse.Namespace) -> int:
    """Ask what is due and store it; 3 if a service gave no answer."""
    project = work.project(options)
    found = work.scan(project)
    if work.is_idle(project, found):
        return work.idle(project, options, _answer(Refreshed()))
    with writer(project.root, terminal.progress):
        store = stored.read(project)
        asked = work.refreshed(project, found, store, check.resolved(found, store), options)
    if options.json:
        terminal.answer(_answer(asked))
    else:
        terminal.show(asked.findings)
        terminal.say(work.answered(asked, options))
    options.fail_on = None  # the configuration's: `never` makes 3 into 0
    return work.exit_code(project, options, (), bool(asked.findings))


def _answer(asked: Refreshed) -> answers.Json:
    return {
        "schema": "cluneal-lit/refresh/1",
        "complete": not asked.findings,
        "asked": asked.asked,
        "searched": asked.searched,
        "found": asked.found,
        "changed": list(asked.changed),
        "findings": [answers.finding(finding) for finding in asked.findings],
    }
