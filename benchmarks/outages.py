"""Citations that are called wrong because a service fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from tests.pipeline.outages import condemned, outages

from benchmarks import rows
from benchmarks.rows import Options, Row


def measure(options: Options) -> Iterator[Row]:
    """How many verdicts are wrong for each service down, slow, broken off or talking nonsense, in turn."""
    well, ill = outages()
    wrong = {tried: found for tried, verdicts in ill.items() if (found := condemned(verdicts))}
    for (service, fault), found in wrong.items():
        print(f"outages: {service}, {fault}: {found}", file=sys.stderr)
    of = len(well) * len(ill)
    yield Row("verdicts by an injected outage", sum(map(len, wrong.values())), 0, f"of {of}", accuracy=True)


if __name__ == "__main__":
    sys.exit(rows.main("outages", lambda options: list(measure(options))))
