"""What `join` and `apart` do: decide whether two works are one, or take that back."""

from __future__ import annotations

import argparse
import shlex

from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.cli import answers, deciding, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.entries.works import two_of_pubmed
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Decision
from cluneal_lit.pipeline import matching, naming
from cluneal_lit.store import decisions
from cluneal_lit.store.writer import writer


def decide(kind: str, options: argparse.Namespace) -> int:
    """Write the decision, or take it back, and say so."""
    if options.undo and (options.by or options.reason):
        raise ConfigError("--undo takes a decision back whoever took it and why; leave --by and --reason out")
    project = work.to_write(options)
    path = project.references / decisions.FILE
    with writer(project.root, terminal.progress):
        known = matching.known(project)
        if options.undo:
            decision = naming.pair_taken(known, kind, options.one, options.other)
            done = "removed" if decisions.remove(path, decision) else "unchanged"
        else:
            decision = _decision(project, options, known, kind)
            done = "added" if decisions.add(path, decision) else "unchanged"
    _tell(decision, done, json=options.json)
    return 0


def _decision(project: Project, options: argparse.Namespace, known: matching.Known, kind: str) -> Decision:
    """The decision, which may be there already. Raises ConfigError for what contradicts PubMed or another one."""
    called = f"{options.one} and {options.other}"
    sides = naming.sides_named(known, options.one, options.other)
    if kind == "join" and two_of_pubmed(*sides):
        raise ConfigError(f"{called}: PubMed has them as two works, which are never one; `cluneal-lit apart` says so")
    if before := naming.decided_before(known, kind, sides):
        if before.kind == kind:
            return before
        undo = f"cluneal-lit {before.kind} {shlex.join(decided.pair(before))} --undo"
        line = f"{project.references.name}/{decisions.FILE}:{before.line}"
        raise ConfigError(f"{called}: {line} says that they are {_SAYS[before.kind]}; take it back first: `{undo}`")
    named = naming.records_named(known)
    titles = dict.fromkeys(shortened(side[0].fields.title, decided.TITLE) for side in sides)
    about = decided.about(*map(named.name, sides))
    by, on = deciding.by(options, project.root), deciding.today()
    return Decision(kind, about, by, on, options.reason or "", decided.BETWEEN.join(filter(None, titles)))


_SAYS = {"join": "one work", "apart": "two works"}


def _tell(decision: Decision, done: str, *, json: bool) -> None:
    if json:
        terminal.answer({"schema": deciding.SCHEMA, "done": done, **answers.pair(decision)})
        return
    said = decided.told(replace(decision, by="", on="", reason=""))
    back = {"removed": "taken back: ", "unchanged": "decided before: "}.get(done, "")
    terminal.say(f"{back}{said}{decision.text and f' (“{decision.text}”)'}")
