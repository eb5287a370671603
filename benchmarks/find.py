"""Finding: which identifiers, references and markers of real documents are found, what is invented, and how soon."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import finders, found, readers, rows
from benchmarks.rows import Options, Row


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark."""
    yield from found.measure()
    if not options.accuracy:
        yield from finders.measure(options)
        yield from readers.measure(options)


if __name__ == "__main__":
    sys.exit(rows.main("find", lambda options: list(measure(options))))
