"""What `check` does with its findings: which of them count, and in which format they are printed."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from cluneal_lit import decided, findings
from cluneal_lit.cli import answers, streams, terminal
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Finding, Told
from cluneal_lit.outputs import github, sarif, words
from cluneal_lit.store import baseline
from cluneal_lit.store.baseline import Kept


class Report(Struct, frozen=True):
    """The findings that were asked for, and those of the baseline that are gone."""

    told: tuple[Told, ...]
    gone: tuple[Kept, ...] = ()

    @property
    def counting(self) -> tuple[Finding, ...]:
        """The findings that make the check fail where their level does."""
        return tuple(one.finding for one in self.told if one.counts)

    def summary(self, about: str) -> str:
        """`6 findings about 8 citations; 1 waived`: how many there are, and how many of them do not count."""
        counts = {
            "waived": sum(one.waiver is not None for one in self.told),
            "in the baseline": sum(one.is_known and one.waiver is None for one in self.told),
            "of the baseline gone": len(self.gone),
        }
        left = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        return f"{words.counted(len(self.told), 'finding')} {about}{left and f'; {left}'}"


def prepared(options: argparse.Namespace) -> None:
    """Make `--json` and `--format` one. Raises ConfigError where they are two answers, or codes are none."""
    if options.json and options.format not in (None, "json"):
        raise ConfigError(f"--json and --format {options.format} are two answers; leave one of them out")
    options.format = options.format or ("json" if options.json else "text")
    options.json = options.format == "json"
    if options.format != "text":
        streams.prepare("utf-8")
    for prefix in (*options.select, *options.ignore):
        if not any(code.startswith(prefix) for code in findings.CATALOGUE):
            near = difflib.get_close_matches(prefix, findings.CATALOGUE, 1, 0)[0]
            raise ConfigError(f"no code begins with {prefix}; did you mean {near}? `cluneal-lit explain` lists all")


def report(told: Iterable[Told], options: argparse.Namespace, documents: Collection[str] = ()) -> Report:
    """The findings that `--select` and `--ignore` leave, held against `--baseline`; writes `--write-baseline`.

    `documents`: those that were looked at.
    """
    chosen = tuple(one for one in told if is_selected(one.finding.code, options))
    gone: tuple[Kept, ...] = ()
    if options.baseline:
        kept = (one for one in baseline.read(Path(options.baseline)) if _was_sought(one, options, documents))
        chosen, gone = baseline.against(chosen, kept)
    if options.write_baseline:
        baseline.write(Path(options.write_baseline), chosen)
        if not options.baseline:
            chosen, _ = baseline.against(chosen, baseline.read(Path(options.write_baseline)))
    return Report(chosen, gone)


def is_selected(code: str, options: argparse.Namespace) -> bool:
    """Whether findings of a code are asked for; what is ignored is not, be it selected or not, nor what only all
    documents show where some are named."""
    if options.files and code in findings.OF_ALL:
        return False
    return code.startswith(tuple(options.select) or "LIT") and not code.startswith(tuple(options.ignore))


def _was_sought(kept: Kept, options: argparse.Namespace, documents: Collection[str]) -> bool:
    """Whether a finding of the baseline would have been found anew; else nobody knows whether it is gone."""
    option = findings.ON_REQUEST.get(kept.code)
    if not is_selected(kept.code, options) or (option and not getattr(options, option)):
        return False
    return not (options.files or options.store) or kept.document in documents


def show(reported: Report, project: Project, options: argparse.Namespace, answer: answers.Json, summary: str) -> None:
    """Print the findings: as JSON behind the `answer`, as text before the line of the `summary`, or else alone."""
    if options.format == "json":
        gone = {"gone": [answers.gone(one) for one in reported.gone]} if options.baseline else {}
        terminal.answer({**answer, "findings": [answers.told(one) for one in reported.told], **gone})
    elif options.format == "sarif":
        terminal.answer(sarif.log(reported.told, _folder(project)))
    elif options.format == "github":
        for one in reported.told:
            if one.counts:
                streams.say(github.line(one.finding, _folder(project)))
    else:
        _text(reported)
        terminal.say(summary)


def _text(reported: Report) -> None:
    terminal.show(reported.counting)
    for one in reported.told:
        if one.waiver:
            where = words.address(one.finding.document, one.finding.place)
            terminal.say_wrapped(f"{where and where + ' '}{decided.told(one.waiver)}")
    for kept in reported.gone:
        terminal.say_wrapped(f"{kept.document and kept.document + ' '}{kept.code} gone: {kept.message}")


def _folder(project: Project) -> str:
    """What stands before the paths of the project's documents, seen from the working directory; empty where that is
    the project's folder or none above it."""
    root, here = project.root.resolve(), Path.cwd()
    path = root.relative_to(here).as_posix() if root.is_relative_to(here) else "."
    return "" if path == "." else f"{path}/"
