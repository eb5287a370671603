"""`match`: which works the references without identifiers mean, and what people decide about it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.cli import answers, candidates, deciding, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError, DocumentError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Decision
from cluneal_lit.pipeline import matching, naming
from cluneal_lit.store import decisions
from cluneal_lit.store.writer import writer

WORDS = 80  # of a citation's text, characters that a decision repeats


def main(options: argparse.Namespace) -> int:
    """Match with a catalogue, decide, or list what is not certain."""
    _refuse(options)
    if options.catalogue:
        return _with_catalogue(options)
    if options.accept or options.reject:
        return _decide(work.to_write(options), options)
    project = work.project(options)
    known = matching.known(project)
    if not (options.json and project.file) and work.is_idle(project, known.scanned):
        return work.idle(project, options, {})
    for finding in known.scanned.unread:
        terminal.tell(finding)
    listed = matching.listed(known, sure=options.all)
    if options.json:
        _print(candidates.lines(listed))
    else:
        candidates.show(listed, everything=options.all)
    return 0


def _refuse(options: argparse.Namespace) -> None:
    """Raises ConfigError for options that mean nothing together."""
    decides = options.accept or options.reject
    for name in ("undo", "by", "reason"):
        if getattr(options, name) and not decides:
            raise ConfigError(f"--{name} belongs to a decision; name it: --accept or --reject CITATION ID")
    if options.undo and (options.by or options.reason):
        raise ConfigError("--undo takes a decision back whoever took it and why; leave --by and --reason out")
    if options.queries and not options.catalogue:
        raise ConfigError("QUERIES are matched with a catalogue; name it: --catalogue FILE")
    if options.all and (decides or options.catalogue):
        raise ConfigError("--all belongs to the list of a project's citations; leave it out")


def _print(lines: Iterable[answers.Json]) -> None:
    for line in lines:
        terminal.answer_line(line)


def _with_catalogue(options: argparse.Namespace) -> int:
    """Print an answer a query, in order; no project is needed.

    Raises ConfigError where there are no queries to read, DocumentError behind the last answer where one was none.
    """
    from cluneal_lit.pipeline import catalogue

    faults: list[str] = []
    for one in catalogue.answers(Path(options.catalogue), _queries(options.queries or "-")):
        faults += [one.fault] if one.fault else []
        if options.json:
            terminal.answer_line({"answer": one.answer, "id": one.id, "score": one.score, "why": one.why})
            continue
        style = {"match": "good", "unsure": "warning"}.get(one.answer, "faint")
        known = one.answer != "none"
        terminal.say(f"{terminal.styled(one.answer, style)} {one.id} {one.score:g}" if known else one.answer)
        for line in one.why:
            terminal.say(f"    {line}")
    if faults:
        more = f"; so are {len(faults) - 1} more" if len(faults) > 1 else ""
        raise DocumentError(f"{faults[0]}{more}")
    return 0


def _queries(path: str) -> Path | None:
    """The file of queries; None for standard input."""
    if path == "-":
        if sys.stdin is None:
            raise ConfigError("standard input is closed; name a file of references")
        return None
    if Path(path).is_dir() or not Path(path).exists():  # a pipe of the shell, `<(…)`, is no file, and is read
        raise ConfigError(f"{path}: is no file; name one with a reference a line, or `-`")
    return Path(path)


def _decide(project: Project, options: argparse.Namespace) -> int:
    """Write a decision, or take one back, and say what follows."""
    kind = "accept" if options.accept else "reject"
    cited, named = options.accept or options.reject
    path = project.references / decisions.FILE
    with writer(project.root, terminal.progress):
        known = matching.known(project)
        if options.undo:
            decision = naming.taken(known, kind, cited, named)
            changed = decisions.remove(path, decision)
        else:
            decision = _decision(project, options, known, kind)
            changed = decisions.add(path, decision)
    _tell(decision, known, options, changed=changed)
    return 0


def _decision(project: Project, options: argparse.Namespace, known: matching.Known, kind: str) -> Decision:
    cited, named = options.accept or options.reject
    citation = naming.citation_named(known.citations, cited)
    name, key = naming.work_named(known, named)
    own = [one for one in known.resolved.resolutions if one.citation.id == citation.id and one.how in ("id", "key")]
    if kind == "reject" and any(key in one.works for one in own):
        raise ConfigError(f"{cited}: the document itself names {named}; correct it in {matching.place(citation)}")
    text = shortened(citation.raw, WORDS)
    about = f"{citation.id} {name}"
    found = Decision(kind, about, deciding.by(options, project.root), deciding.today(), options.reason or "", text)
    known.agree(found)
    return known.with_names(found) if kind == "reject" else found


def _tell(decision: Decision, known: matching.Known, options: argparse.Namespace, *, changed: bool) -> None:
    name = decided.work(decision)
    stored = known.owner(name) is not None
    done = ("removed" if options.undo else "added") if changed else "unchanged"
    if options.json:
        terminal.answer({"schema": deciding.SCHEMA, "done": done, **answers.decision(decision), "stored": stored})
        return
    said = decided.told(replace(decision, by="", on="", reason=""))
    about = f"{decided.citation(decision)}{decision.text and f' “{decision.text}”'}"
    back = {"removed": "taken back: ", "unchanged": "decided before: "}.get(done, "")
    terminal.say(f"{back}{said} for {about}")
    if decision.kind == "accept" and not options.undo and not stored:
        terminal.say(f"nothing is stored of {name} yet: the next `cluneal-lit run` or `cluneal-lit refresh` fetches it")
