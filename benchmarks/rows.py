"""What every benchmark shares: rows of goals, timing in pairs, peers in environments of their own, the command line.

`python benchmarks/NAME.py [--quick] [--accuracy] [--json] [--record]` prints a row for each goal and exits with 1 when
one is missed. `--quick` leaves out peers and what takes long; `--accuracy` prints all figures that do not depend on the
machine and no others, and exits with 1 when one is worse than its last figure in `accuracy.json`; `--record` writes the
figures there.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PEERS = ROOT / ".cache" / "peers"
ACCURACY = Path(__file__).with_name("accuracy.json")


@dataclass(frozen=True)
class Row:
    """One goal: `figure` and `goal` in `unit`; `peer` names the other, `ratio` is its figure by ours.

    Without a goal it is told, not judged.

    `accuracy` marks a figure that does not depend on the machine; `most` that less is better; `listed` are the cases
    behind it, a line each, printed below the table.
    """

    what: str
    figure: float
    goal: float | None
    unit: str
    most: bool = True
    accuracy: bool = False
    peer: str = ""
    ratio: float | None = None
    listed: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        if self.goal is None:
            return True
        return self.figure <= self.goal if self.most else self.figure >= self.goal


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    quick: bool
    accuracy: bool


def main(name: str, measure: Callable[[Options], Iterable[Row]]) -> int:
    """Measure, print and judge; the exit code."""
    parser = argparse.ArgumentParser(prog=f"benchmarks/{name}.py", description=__doc__.split("\n\n")[1])
    for flag in ("--quick", "--accuracy", "--json", "--record"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    if options.record and options.quick and not options.accuracy:
        parser.error("--quick leaves figures out that --record would lose: leave one of them out")
    rows = list(measure(Options(options.quick, options.accuracy)))
    if options.accuracy:
        rows = [row for row in rows if row.accuracy]
    if options.json:
        print(json.dumps([{**asdict(row), "holds": row.holds} for row in rows], indent=2))
    else:
        show(rows)
    if options.record:
        record(name, rows)
    if options.accuracy:
        return int(any(fallen(name, rows)))
    return int(not all(row.holds for row in rows))


def show(rows: Sequence[Row]) -> None:
    """Print the rows as a table, and below it what they list."""
    width = max((len(row.what) for row in rows), default=4)
    for row in rows:
        peer = f"  {row.peer}: {row.ratio:.1f} times ours" if row.peer and row.ratio is not None else f"  {row.peer}"
        print(f"{row.what:<{width}}  {row.figure:>9.4g} {row.unit:<10} {_judged(row)}{peer}".rstrip())
    for row in rows:
        if row.listed:
            print("", row.what, *(f"  {line}" for line in row.listed), sep="\n")


def _judged(row: Row) -> str:
    if row.goal is None:
        return " " * 16
    return f"{'≤' if row.most else '≥'} {row.goal:<7g} {'holds' if row.holds else 'MISSED'}"


def fallen(name: str, rows: Sequence[Row]) -> list[str]:
    """The figures that are worse than the last ones recorded; each is printed."""
    last = _recorded().get(name, {})
    worse = []
    for row in rows:
        before = last.get(row.what)
        if before is not None and (row.figure > before if row.most else row.figure < before):
            print(f"{row.what}: {row.figure:g}, was {before:g}", file=sys.stderr)
            worse.append(row.what)
    return worse


def record(name: str, rows: Sequence[Row]) -> None:
    """Keep the accuracy figures as the ones to hold."""
    figures = _recorded()
    figures[name] = {row.what: row.figure for row in rows if row.accuracy}
    ACCURACY.write_text(json.dumps(figures, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def in_turn(*commands: Sequence[str], runs: int = 15, cwd: Path | None = None) -> list[float]:
    """The median seconds of each command as a whole process, the commands taking turns after one warm-up."""
    seconds: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for place, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, check=False, capture_output=True, cwd=cwd)
            if turn:
                seconds[place].append(time.perf_counter() - start)
    return [statistics.median(times) for times in seconds]


def peer(name: str, *packages: str) -> Path | None:
    """The folder of commands of an environment with these packages, made once; None where they do not install."""
    folder = PEERS / name
    ready = folder / "ready"
    if not ready.exists():
        venv.create(folder, with_pip=True, clear=True)
        command = [str(folder / "bin" / "pip"), "install", "--quiet", *packages]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            return None
        ready.touch()
    return folder / "bin"


def _recorded() -> dict[str, dict[str, float]]:
    return json.loads(ACCURACY.read_text(encoding="utf-8")) if ACCURACY.exists() else {}
