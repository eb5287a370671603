"""`waive`: say that a finding need not be heeded, why, and until when."""

from __future__ import annotations

import argparse

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided, findings
from cluneal_lit.cli import answers, deciding, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Decision, Finding
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check, stored, waiving
from cluneal_lit.store import decisions
from cluneal_lit.store.writer import writer

_WORDS = 80  # of the finding's message, characters that a decision repeats


class _Known(Struct, frozen=True):
    store: stored.Stored
    checked: check.Checked


def main(options: argparse.Namespace) -> int:
    """Write the waiver, or take it back, and say so."""
    _refuse(options)
    project = work.to_write(options)
    path = project.references / decisions.FILE
    found: tuple[Finding, ...] = ()
    with writer(project.root, terminal.progress):
        known = _known(project)
        if options.undo:
            decision = waiving.taken(known.checked, known.store, options.finding)
            done = "removed" if decisions.remove(path, decision) else "unchanged"
        else:
            decision, found = _decision(project, options, known)
            done = "added" if decisions.add(path, decision) else "unchanged"
    _tell(decision, done, found, json=options.json)
    return 0


def _refuse(options: argparse.Namespace) -> None:
    """Raises ConfigError for what does not belong together, a waiver without a reason, and a day that is over."""
    if options.undo and (options.by or options.reason or options.until):
        raise ConfigError("--undo takes a waiver back whoever gave it and why; leave --by, --reason and --until out")
    if not options.undo and not (options.reason or "").strip():
        raise ConfigError("a waiver needs a reason, for those who read it later: --reason TEXT")
    if options.until and options.until < deciding.today():
        raise ConfigError(f"--until {options.until}: the day is over; name one to come, or leave --until out")


def _known(project: Project) -> _Known:
    store = stored.read(project)
    return _Known(store, check.checked(project, work.scan(project), store))


def _decision(project: Project, options: argparse.Namespace, known: _Known) -> tuple[Decision, tuple[Finding, ...]]:
    """The waiver and what it is about. Raises ConfigError where another one stands in the file."""
    about, found = waiving.about(known.checked, options.finding)
    by, on = deciding.by(options, project.root), deciding.today()
    text = shortened(findings.message(found[0]), _WORDS) if found else ""
    decision = Decision("waive", about, by, on, options.reason, text, options.until or "")
    before = next((one for one in known.store.decisions if decisions.is_same(one, decision)), None)
    if before and (before.reason, before.until) != (decision.reason, decision.until):
        line = f"{project.references.name}/{decisions.FILE}:{before.line}"
        undo = f"cluneal-lit waive {options.finding} --undo"
        raise ConfigError(f"{options.finding}: {line} says: {decided.told(before)}; take it back first: `{undo}`")
    return before or decision, found


def _tell(decision: Decision, done: str, found: tuple[Finding, ...], *, json: bool) -> None:
    if json:
        ids = list(dict.fromkeys(map(findings.identity, found)))
        terminal.answer({"schema": deciding.SCHEMA, "done": done, **answers.waiver(decision), "findings": ids})
        return
    said = decided.told(replace(decision, by="", on="", reason=""))
    back = {"removed": "taken back: ", "unchanged": "decided before: "}.get(done, "")
    counted = f", {words.counted(len(found), 'finding')}" if found else ""
    terminal.say(f"{back}{said}{decision.text and f' (“{decision.text}”)'}{counted}")
