"""The duplicates of a project: what was joined, and what a person has to decide, both records side by side."""

from __future__ import annotations

import argparse
import shlex

from cluneal_lit import decided
from cluneal_lit.cli import terminal, work
from cluneal_lit.cli.candidates import ROWS, differing, row
from cluneal_lit.compare import compared
from cluneal_lit.model import Alike
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import doubles, matching
from cluneal_lit.pipeline.doubles import Asked, Double

SCHEMA = "cluneal-lit/duplicates/1"


def show(options: argparse.Namespace) -> int:
    """List the duplicates of the project."""
    project = work.project(options)
    known = matching.known(project)
    if not (options.json and project.file) and work.is_idle(project, known.scanned):
        return work.idle(project, options, {})
    joined, asked = tuple(doubles.joined(known)), tuple(doubles.asked(known))
    if options.json:
        clusters = [[record.id for record in one.records] for one in joined]
        questions = [[one.alike.one[0].id, one.alike.other[0].id] for one in asked]
        related = [{"id": one.id, "kind": kind, "of": other.id} for one, kind, other in doubles.related(known)]
        terminal.answer({"schema": SCHEMA, "clusters": clusters, "questions": questions, "related": related})
        return 0
    for double in joined:
        _joined(double)
    for question in asked:
        _asked(question)
    for sentence in doubles.told(known):
        terminal.say(sentence)
    counted = f"{words.counted(len(joined), 'work')} of several records, {words.counted(len(asked), 'question')}"
    terminal.say(counted if joined or asked else "no work stands in the library twice, and none is like another")
    return 0


def _joined(one: Double) -> None:
    terminal.say(f"{terminal.styled(one.key, 'bold')} {terminal.styled('joined', 'good')}")
    row("records", ", ".join(record.id for record in one.records))
    for decision in one.decisions:
        row("decided", decided.told(decision))
        _command("join", decided.pair(decision), " --undo")
    for alike in one.alike:
        _pair(alike)
        _command("apart", alike.names)
    if not one.decisions and not one.alike:
        row("why", "by an identifier that they share")
    terminal.say()


def _asked(one: Asked) -> None:
    keys = " and ".join(terminal.styled(key, "bold") for key in one.keys)
    terminal.say(f"{keys} {terminal.styled('one work or two?', 'warning')}")
    _pair(one.alike)
    for kind in ("join", "apart"):
        _command(kind, one.alike.names)
    terminal.say()


def _pair(alike: Alike) -> None:
    """Both records side by side: what the second says, with what the first has in its place."""
    left, right = alike.one[0], alike.other[0]
    row("between", f"{left.id} and {right.id}")
    for comparison in compared(left.fields, right.fields):
        if comparison.field in ROWS:
            row(comparison.field, differing(comparison) or comparison.left)
    row("why", alike.why or f"{alike.chance} sure that they are one")


def _command(kind: str, names: tuple[str, str], undo: str = "") -> None:
    terminal.say(f"    cluneal-lit {kind} {shlex.join(names)}{undo}")
