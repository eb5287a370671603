"""What a person decided about pairs of records: now, by `--join A B` and `--apart A B`, or before, in a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from cluneal_lit.cli import deciding, terminal
from cluneal_lit.duplicates.labels import Pair, Places
from cluneal_lit.duplicates.origins import Origin
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.model import Decision
from cluneal_lit.store import decisions

KINDS = ("join", "apart")


def decided(options: argparse.Namespace, origins: Sequence[Origin]) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """The pairs that are joined, and those that are kept apart; what is new stands in the file of decisions then.

    Raises ConfigError or StoreError for a record that is not there, and for a pair of which both are said.
    """
    if not (options.join or options.apart or options.decisions or options.undo):
        return frozenset(), frozenset()  # the names of all records are large
    places = Places(origins)
    now = {(kind, _pair(places, *pair)) for kind in KINDS for pair in getattr(options, kind)}
    if options.undo and not (options.decisions and now):
        raise ConfigError("--undo takes back --join A B or --apart A B from the file that --decisions names")
    path = Path(options.decisions) if options.decisions else None
    before = _remembered(path, places) if path else set()
    whole = before - now if options.undo else before | now
    said = {kind: frozenset(pair for one, pair in whole if one == kind) for kind in KINDS}
    for pair in sorted(said["join"] & said["apart"]):
        where = f"{options.decisions}: " if options.decisions else ""
        raise StoreError(f"{where}{places.about(pair)}: is said to be joined and kept apart; take one back with --undo")
    if path:
        _remember(path, places, now, options)
    return said["join"], said["apart"]


def _pair(places: Places, one: str, other: str) -> Pair:
    first, second = sorted((places.place(one), places.place(other)))
    if first == second:
        raise ConfigError(f"{one} and {other} are one record; name two")
    return first, second


def _remembered(path: Path, places: Places) -> set[tuple[str, Pair]]:
    """The decisions of the file about records that are here."""
    lines = [one for one in decisions.read(path) if one.kind in KINDS]
    found = {(one.kind, pair) for one in lines if (pair := places.pair(one.about))}
    if absent := sum(places.pair(one.about) is None for one in lines):
        terminal.progress(f"{path}: {absent} of {len(lines)} decisions are about records that are not here")
    return found


def _remember(path: Path, places: Places, now: Iterable[tuple[str, Pair]], options: argparse.Namespace) -> None:
    """Add the lines of what was decided now, or with --undo remove them."""
    for kind, pair in sorted(now):
        decision = Decision(kind, places.about(pair))
        if options.undo:
            there = next(
                (one for one in decisions.read(path) if one.kind == kind and places.pair(one.about) == pair), None
            )
            if there is None:
                raise StoreError(f"{path}: {kind} {decision.about!r} is not there; nothing was taken back")
            decisions.remove(path, there)
        elif not any(one.kind == kind and places.pair(one.about) == pair for one in decisions.read(path)):
            by, on = deciding.by(options, Path.cwd()), deciding.today()
            decisions.add(path, Decision(kind, decision.about, by=by, on=on, reason=options.reason or ""))
