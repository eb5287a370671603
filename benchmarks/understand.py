"""Understanding: what reference strings say, which works they mean, what is wrongly believed, and how soon."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import matched, parsers, rows, understood
from benchmarks.rows import SHARED, Options, Row


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark; a quick run has one turn of speed, no matching, and no look at the model's age."""
    if not SHARED.exists():
        print("understand: the shared data is not here; left out", file=sys.stderr)
        return
    brief = options.quick and not options.accuracy
    yield from understood.measure()
    if brief:
        print("understand: --quick leaves out matching, and whether the model is stale", file=sys.stderr)
    else:
        yield from matched.measure()
        yield understood.stale()
    if not options.accuracy:
        yield from understood.speed(1 if brief else understood.TURNS)
    if not (options.quick or options.accuracy):
        yield from matched.speed()
        yield from parsers.measure()


if __name__ == "__main__":
    sys.exit(rows.main("understand", lambda options: list(measure(options))))
