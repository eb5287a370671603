"""`dedupe`: the works in bibliographies, each once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from cluneal_lit import config
from cluneal_lit.cli import deduped, joined, libraries, record_pairs, terminal
from cluneal_lit.duplicates.survivors import unknown
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.outputs.deduped import GENERATOR
from cluneal_lit.pipeline import current, dedupe
from cluneal_lit.pipeline.dedupe import Brought, Deduped
from cluneal_lit.store import files, targets, templates

_STDIO = libraries.STDIO
_OF_FILES = ("output", "to", "report", "prefer", "decisions", "join", "apart", "undo", "by", "reason")


def main(options: argparse.Namespace) -> int:
    """Find the works, write them and the report, and tell the counts and the questions; those of the project without
    a file."""
    if not options.paths:
        if any(getattr(options, name) for name in _OF_FILES):
            raise ConfigError("name bibliographies, folders with some, or `-`")
        return joined.show(options)
    form = _form(options)
    given = dedupe.brought(_contents(options))
    prefer = _preferred(options.prefer, given)
    pairs = record_pairs.read(options, given)
    if options.report:
        _is_ours(Path(options.report))
    done = dedupe.deduped(given, prefer, pairs.together, pairs.apart)
    _write(options, done, form)
    record_pairs.remember(options, pairs)
    deduped.faults(done, pairs.together)
    if options.json:
        terminal.answer(deduped.answer(done))
    else:
        say = terminal.progress if options.output == _STDIO else terminal.say
        for line in deduped.summary(done):
            say(line)
    return 0


def _form(options: argparse.Namespace) -> str:
    """The format to write, empty for none. Raises ConfigError where it is not known, or has no place to be written."""
    if not options.output:
        if options.to:
            raise ConfigError("--to says in which format to write; say where as well: -o OUT")
        return ""
    return libraries.target(options)


def _contents(options: argparse.Namespace) -> Iterator[dedupe.File]:
    """The files. Raises ConfigError for one that would be written over."""
    targets = [path for path in (options.output, options.report, options.decisions) if path and path != _STDIO]
    for place, path in enumerate(targets):
        if any(libraries.is_same(Path(path), Path(other)) for other in targets[:place]):
            raise ConfigError(f"{files.shown(path)}: is named for two things; name another file")
    yield from libraries.kept(options.paths, targets)


def _preferred(written: str, given: Brought) -> tuple[str, ...]:
    """The sources that are preferred. Raises ConfigError for one from which no record comes."""
    prefer = tuple(filter(None, (name.strip() for name in written.split(","))))
    if missing := unknown(prefer, given.origins):
        known = ", ".join(dict.fromkeys(one.source for one in given.origins)) or "none at all"
        raise ConfigError(f"--prefer: no record comes from {missing[0]}; there are {known}")
    return prefer


def _write(options: argparse.Namespace, done: Deduped, form: str) -> None:
    """Write the records, then the report; each by itself, since together they are large."""
    if options.report:
        project = config.load(Path(options.project))
        texts = templates.read(current.template_folders(project))
    if form:
        content = dedupe.content(done, form)
        if options.output == _STDIO:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            targets.written(Path(options.output), content)
        del content
    if options.report:
        targets.written(Path(options.report), dedupe.report(done, texts).encode("utf-8", "replace"))


def _is_ours(out: Path) -> None:
    """Raises StoreError where another file than a report has the name."""
    if out.is_file() and GENERATOR not in files.content(out)[:2000].decode("utf-8", "replace"):
        raise StoreError(f"{files.shown(str(out))}: is there and no report of `dedupe`; name another file")
