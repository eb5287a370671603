"""`convert`: bibliographies of any format as one of another."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cluneal_lit import findings
from cluneal_lit.cli import answers, given, libraries, terminal
from cluneal_lit.errors import ConfigError
from cluneal_lit.formats import writers
from cluneal_lit.outputs import words
from cluneal_lit.pipeline.convert import Converted, converted
from cluneal_lit.store import files, targets

SCHEMA = "cluneal-lit/convert/1"
_STDIO = "-"


def main(options: argparse.Namespace) -> int:
    """Write the records of the files in another format, and tell what was wrong in them."""
    inputs, output = options.inputs, options.output
    _refuse(inputs, output, options)
    form = options.to or writers.named(output)
    found = converted(_contents(inputs), form)
    for finding in found.findings:
        where = words.address(finding.document, finding.place)
        terminal.progress(f"{where}: {finding.code} {findings.message(finding)}")
    if output == _STDIO:
        sys.stdout.flush()
        sys.stdout.buffer.write(found.text.encode("utf-8", "replace"))
        return 0
    targets.written(Path(output), found.text.encode("utf-8", "replace"))
    _tell(found, output, form, options)
    return 0


def _tell(found: Converted, output: str, form: str, options: argparse.Namespace) -> None:
    count = sum(source.records for source in found.sources)
    if options.json:
        terminal.answer(
            {
                "schema": SCHEMA,
                "output": files.shown(output),
                "format": form,
                "records": count,
                "sources": [{"file": one.file, "records": one.records} for one in found.sources],
                "findings": [answers.finding(finding) for finding in found.findings],
            }
        )
    else:
        terminal.say(f"{files.shown(output)}: {count} {'record' if count == 1 else 'records'}")


def _refuse(inputs: Sequence[str], output: str, options: argparse.Namespace) -> None:
    """Raises ConfigError where the output is not to be written: over an input, or where its format is not known."""
    if output == _STDIO and options.json:
        raise ConfigError("--json prints an answer where the records would stand; name a file: -o OUT")
    if output == _STDIO and not options.to:
        raise ConfigError("standard output has no suffix that names a format; say which: --to FORMAT, or -o OUT")
    if inputs.count(_STDIO) > 1:
        raise ConfigError("standard input can be read once; name `-` once")
    out = Path(output)
    for path in inputs:
        if _STDIO not in (path, output) and libraries.is_same(Path(path), out):
            raise ConfigError(f"{files.shown(output)}: is also an input, which is never overwritten; name another OUT")


def _contents(inputs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for path in inputs:
        yield given.name(path), libraries.read(path)
