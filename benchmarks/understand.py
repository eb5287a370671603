"""Understanding: what reference strings say, which works they mean, what is wrongly believed, and how soon."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import matched, parsers, rows, understood
from benchmarks.rows import SHARED, Options, Row


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark."""
    if not SHARED.exists():
        print("understand: the shared data is not here; left out", file=sys.stderr)
        return
    yield from understood.measure()
    yield from matched.measure()
    if not options.accuracy:
        yield from understood.speed()
        yield from matched.speed()
        if not options.quick:
            yield from parsers.measure()


if __name__ == "__main__":
    sys.exit(rows.main("understand", lambda options: list(measure(options))))
