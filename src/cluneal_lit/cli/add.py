"""`add`: works into the library of the project, from a file or by an identifier."""

from __future__ import annotations

import argparse
from pathlib import Path

from cluneal_lit.cli import answers, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import add
from cluneal_lit.pipeline.add import Brought
from cluneal_lit.store import files
from cluneal_lit.store.writer import writer


def main(options: argparse.Namespace) -> int:
    """Copy the files and name the identifiers; say how many works are new."""
    project = work.to_write(options)
    wanted = [(text, _identifier(text)) for text in options.works]
    with writer(project.root, terminal.progress):
        before = add.known(project)
        brought = [add.bring(project, Path(text), before) for text, identifier in wanted if not identifier]
        named = [(name, _named(project, name, before)) for name in dict.fromkeys(name for _, name in wanted) if name]
    if options.json:
        terminal.answer(_answer(brought, named))
        return 0
    for one in brought:
        _tell(one)
    for name, is_new in named:
        terminal.say(f"{name}: {'new' if is_new else 'there already'}")
    if any(is_new for _, is_new in named) or brought:
        terminal.progress("run `cluneal-lit refresh` to ask the services about what is new")
    return 0


def _identifier(text: str) -> str:
    """The identifier as `kind:value`; empty for the path of a file. Raises ConfigError for what is neither."""
    if not text.strip():
        raise ConfigError("a name is empty; name a file, a PMID or a DOI")
    if Path(text).exists():
        return ""
    if name := add.identifier(text):
        return name
    raise ConfigError(f"{files.shown(text)}: is neither a file nor an identifier; name a file, a PMID or a DOI")


def _named(project: Project, name: str, before: frozenset[str]) -> bool:
    """Add the identifier unless its work is there; whether it was added."""
    if name in before:
        return False
    add.name(project, name)
    return True


def _tell(one: Brought) -> None:
    for finding in one.findings:
        terminal.tell(finding, one.name)
    copied = "" if one.copied else " (was there already)"
    count = words.counted(one.records, "record")
    terminal.say(f"{one.name}{copied}: {count}, {one.known} of them known by an identifier")


def _answer(brought: list[Brought], named: list[tuple[str, bool]]) -> answers.Json:
    return {
        "schema": "cluneal-lit/add/1",
        "files": [
            {
                "file": one.name,
                "copied": one.copied,
                "records": one.records,
                "known": one.known,
                "findings": [answers.finding(finding) for finding in one.findings],
            }
            for one in brought
        ],
        "identifiers": [{"id": name, "new": is_new} for name, is_new in named],
    }
