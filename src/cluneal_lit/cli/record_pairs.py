"""What a person decided about pairs of records: now, by `--join A B` and `--apart A B`, or before, in a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from cluneal_lit import decided
from cluneal_lit.cli import deciding, terminal
from cluneal_lit.duplicates.labels import Labels, Pair
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.model import Decision
from cluneal_lit.pipeline.dedupe import Brought
from cluneal_lit.store import decisions
from cluneal_lit.store.writer import writer_of

Said = tuple[str, Pair]


class Pairs(Struct, frozen=True):
    """The pairs that are joined, and those that are kept apart; what of it is `new` in the file, or with --undo goes
    from it."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    new: tuple[Decision, ...] = ()


def read(options: argparse.Namespace, given: Brought) -> Pairs:
    """The pairs of which a person decides, or did before; nothing is written.

    Raises ConfigError or StoreError for a record that is not there, and for a pair of which both are said.
    """
    if not (options.join or options.apart or options.decisions or options.undo):
        return Pairs()  # the names of all records are large
    labels = Labels(given.origins, (record.fields.title for record in given.records))
    now = {(kind, _pair(labels, *pair)) for kind in decided.PAIRS for pair in getattr(options, kind)}
    if options.undo and not (options.decisions and now):
        raise ConfigError("--undo takes back --join A B or --apart A B from the file that --decisions names")
    before = _remembered(Path(options.decisions), labels) if options.decisions else {}
    whole = before.keys() - now if options.undo else before.keys() | now
    said = {kind: frozenset(pair for one, pair in whole if one == kind) for kind in decided.PAIRS}
    for pair in sorted(said["join"] & said["apart"]):
        where = f"{options.decisions}: " if options.decisions else ""
        raise StoreError(f"{where}{labels.about(pair)}: is said to be joined and kept apart; take one back with --undo")
    return Pairs(said["join"], said["apart"], tuple(_new(options, labels, now, before)) if options.decisions else ())


def remember(options: argparse.Namespace, pairs: Pairs) -> None:
    """Write what is new into the file of decisions, or with --undo take it from there."""
    if pairs.new:
        path = Path(options.decisions)
        with writer_of(path, terminal.progress):
            (decisions.remove if options.undo else decisions.add)(path, *pairs.new)


def _pair(labels: Labels, one: str, other: str) -> Pair:
    first, second = sorted((labels.place(one), labels.place(other)))
    if first == second:
        raise ConfigError(f"{one} and {other} are one record; name two")
    return first, second


def _remembered(path: Path, labels: Labels) -> dict[Said, Decision]:
    """The decisions of the file about records that are here."""
    lines = [one for one in decisions.read(path) if one.kind in decided.PAIRS]
    named = [(one, labels.pair(one)) for one in lines]
    if absent := sum(pair is None for _, pair in named):
        terminal.progress(
            f"{path}: {absent} of {len(lines)} decisions are about records that are not here, or have other titles"
        )
    return {(one.kind, pair): one for one, pair in reversed(named) if pair}


def _new(
    options: argparse.Namespace, labels: Labels, now: Iterable[Said], before: Mapping[Said, Decision]
) -> Iterator[Decision]:
    """What was decided now and not before, or with --undo what was decided before."""
    by, on = ("", "") if options.undo else (deciding.by(options, Path.cwd()), deciding.today())
    for kind, pair in sorted(now):
        if not options.undo and (kind, pair) not in before:
            yield Decision(kind, labels.about(pair), by, on, options.reason or "", labels.titles(pair))
        elif options.undo:
            if (kind, pair) not in before:
                raise StoreError(
                    f"{options.decisions}: {kind} {labels.about(pair)!r} is not there; nothing was taken back"
                )
            yield before[kind, pair]
