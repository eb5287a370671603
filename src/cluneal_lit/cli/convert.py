"""`convert`: bibliographies of any format as one of another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cluneal_lit.cli import answers, libraries, terminal
from cluneal_lit.outputs import words
from cluneal_lit.pipeline.convert import Converted, converted
from cluneal_lit.store import files, targets

SCHEMA = "cluneal-lit/convert/1"


def main(options: argparse.Namespace) -> int:
    """Write the records of the files in another format, and tell what was wrong in them."""
    output, form = options.output, libraries.target(options)
    found = converted(libraries.kept(options.inputs, (output,)), form)
    for finding in found.findings:
        terminal.tell(finding)
    if output == libraries.STDIO:
        sys.stdout.flush()
        sys.stdout.buffer.write(found.content)
        return 0
    targets.written(Path(output), found.content)
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
        terminal.say(f"{files.shown(output)}: {words.counted(count, 'record')}")
