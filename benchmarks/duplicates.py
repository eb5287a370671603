"""Duplicates: which records are one work, what is wrongly joined, how soon, and how much memory many take."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import deduplicators, joined, many, rows
from benchmarks.rows import SHARED, Options, Row


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark."""
    if not SHARED.exists():
        print("duplicates: the shared data is not here; left out", file=sys.stderr)
        return
    yield from joined.left_out()
    yield from joined.shipped()
    yield from joined.certain()
    yield from many.steady()
    if not options.accuracy:
        yield from many.speed()
        if not options.quick:
            yield from many.growth()
            yield from deduplicators.measure()


if __name__ == "__main__":
    sys.exit(rows.main("duplicates", lambda options: list(measure(options))))
