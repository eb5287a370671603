"""Fetching: how soon identifiers become records, how politely, and how soon PubMed's XML is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import asking, others, reading, rows
from benchmarks.rows import Options, Row


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark."""
    yield from reading.measure(options)
    asked = list(asking.measure(options))
    yield from asked
    if not options.accuracy and not options.quick:
        ours = asking.TAKEN.format(f"{others.COUNT} PMIDs")
        yield from others.measure(next(row.figure for row in asked if row.what == ours))


if __name__ == "__main__":
    sys.exit(rows.main("fetch", lambda options: list(measure(options))))
