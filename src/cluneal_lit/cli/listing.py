"""What `check` lists besides findings: works that were retracted, and sentences beside the abstracts that they cite."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cluneal_lit import dates
from cluneal_lit.cli import answers, pages, terminal
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.formats import notices
from cluneal_lit.model import Entry, Told
from cluneal_lit.outputs import words
from cluneal_lit.pipeline.check import Checked
from cluneal_lit.pipeline.current import template_folders
from cluneal_lit.store import templates

_PAGES, _LINES = (".md", ".markdown"), (".jsonl", ".ndjson")


def refuse(options: argparse.Namespace) -> None:
    """Raises ConfigError for a file that cannot be written, and for a list in a format that it has not."""
    if options.html is not None and options.html in ("", "-"):
        raise ConfigError("--html writes a file; name one, such as report.html")
    if options.pairs and Path(options.pairs).suffix.lower() not in _PAGES + _LINES:
        raise ConfigError(f"{options.pairs}: pairs are written as Markdown (.md) or JSON Lines (.jsonl)")
    for to in filter(None, (options.html, options.pairs)):
        pages.refuse(to)
    if options.list_retracted and options.format in ("github", "sarif"):
        raise ConfigError(f"--list-retracted prints ids alone, or JSON; leave out --format {options.format}")


def write_pairs(checked: Checked, path: Path) -> None:
    """Write each citing sentence beside the abstract of what it cites, and say so on standard error."""
    from cluneal_lit.outputs import beside

    entries = {entry.key: entry for entry in checked.collection.entries}
    told = beside.beside(checked.resolutions, entries)
    written = beside.page(told) if path.suffix.lower() in _PAGES else beside.lines(told)
    pages.write(path, written, beside.MARKS, "file of `check --pairs`")
    without = sum(not one.entry.abstract for one in told)
    missing = f", {without} of them without a stored abstract" if without else ""
    terminal.progress(f"{path}: {words.counted(len(told), 'sentence')} beside what is cited{missing}")


def write_page(project: Project, checked: Checked, told: Sequence[Told], out: Path) -> None:
    """Write the page that tells the findings on what cites, and say so on standard error."""
    from cluneal_lit.outputs.checked import GENERATOR, page

    drawn = page(checked.collection, told, templates.read(template_folders(project)))
    pages.write(out, drawn, (GENERATOR,), "page of `check --html`")
    terminal.progress(f"{out}: {words.counted(len(told), 'finding')} to read")


def retracted(checked: Checked, *, json: bool) -> None:
    """Print the works of the collection that were retracted or withdrawn, in part too: an identifier a line.

    Works that nothing cites are among them; one without an identifier has its key.
    """
    found = [entry for entry in checked.collection.entries if entry.status.name in notices.RETRACTED]
    if json:
        terminal.answer({"schema": "cluneal-lit/retracted/1", "retracted": [_answer(entry) for entry in found]})
        return
    for entry in found:
        terminal.say(next(iter(entry.ids.keys()), entry.key))


def _answer(entry: Entry) -> answers.Json:
    return {
        "key": entry.key,
        "ids": answers.ids(entry.ids),
        "status": entry.status.name,
        "date": dates.iso(entry.status.date) or None,
        "cited_in": list(dict.fromkeys(citation.document for citation in entry.cited_in)),
    }
