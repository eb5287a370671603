"""Rows of `duplicates.py`: what bib-dedupe makes of the same sets in the same run."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import joined, rows
from benchmarks.rows import Row

PEER = Path(__file__).with_name("peers") / "deduplicators.py"
# Each version with the pandas that it runs with: to 0.10 a missing value of pandas 3 is a number.
VERSIONS = {"0.11.0": "pandas", "0.10.0": "pandas==2.3.3"}


def measure() -> Iterator[Row]:
    """The figures of each version that installs here, and its speed."""
    for version, pandas in VERSIONS.items():
        folder = rows.peer(f"bib-dedupe-{version}-{pandas}", f"bib-dedupe=={version}", pandas)
        if folder is None:
            print(f"bib-dedupe {version}: does not install here; left out", file=sys.stderr)
            continue
        yield from _of(version, folder / "python")


def _of(version: str, python: Path) -> Iterator[Row]:
    records = 0
    taken = 0.0
    for one in joined.SETS:
        view = ("--view", one.view) if one.view else ()
        command: tuple[str | Path, ...] = (sys.executable, joined.SCORER, "records", one.name, *view)
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "records.csv"
            table.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
            answer = subprocess.run((python, PEER, table), capture_output=True, check=False, text=True)
        if answer.returncode:
            print(f"bib-dedupe {version}, {one.title}: {answer.stderr[-300:]}", file=sys.stderr)
            continue
        found = json.loads(answer.stdout)
        figures = joined.scored(one.name, one.view, found["clusters"])
        for level in ("records", "pairs"):
            what = f"{one.title}: {level.removesuffix('s')} F1, by bib-dedupe {version}"
            yield Row(what, round(figures[level]["F1"], 4), None, "F1", peer="bib-dedupe")
        records += figures["record_count"]
        taken += found["seconds"]
    yield Row(f"records a CPU second, by bib-dedupe {version}", records / taken, None, "records/s", peer="bib-dedupe")
