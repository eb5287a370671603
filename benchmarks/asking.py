"""Rows of `fetch.py`: `refresh` beside the least time that the services' rules leave.

As with the peers, the clock starts when the program is imported; the whole process is told beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.services import Asked, Loopback, Work, loopback

from benchmarks import invented, minimum
from benchmarks.invented import Mix
from benchmarks.rows import Options, Row

# The command line, timed by itself: its seconds are the last line.
REFRESH = """
import time
import cluneal_lit.cli.refresh, cluneal_lit.http
from cluneal_lit.cli import main
start = time.perf_counter()
code = main(["refresh"])
print(time.perf_counter() - start)
raise SystemExit(code)
"""
SETS = {
    "200 PMIDs": Mix(pmids=200),
    "1,000 PMIDs": Mix(pmids=1000),
    "the mix": Mix(pmids=100, dois=80, pmcids=15, datasets=5),
}
TURNS = 3
TAKEN = "refresh of {}, its time"


@dataclass(frozen=True)
class Run:
    """One refresh of a new project: its seconds, those of the whole process, and what the services saw.

    `idle`: the seconds of a second process, with nothing to ask; 0 where it was not run.
    """

    seconds: float
    whole: float
    idle: float
    requests: Sequence[Asked]
    refused: int
    lost: int


def measure(options: Options) -> Iterator[Row]:
    """Every row about asking."""
    # An installed program has its bytecode, a fresh tree not before its first run.
    _run(invented.works(Mix(1, 1, 1, 1)), options)
    runs = {name: _runs(invented.works(mix), options) for name, mix in SETS.items()}
    for name, mix in SETS.items():
        yield from _times(name, runs[name], minimum.seconds(mix))
    every = [run for found in runs.values() for run in found]
    yield Row("refresh: calls that were refused (429)", sum(run.refused for run in every), 0, "", accuracy=True)
    yield Row("refresh: records that did not come", sum(run.lost for run in every), 0, "", accuracy=True)
    yield from _calls(runs["the mix"], invented.works(SETS["the mix"]))


def _runs(works: tuple[Work, ...], options: Options) -> list[Run]:
    """As many runs as are asked for."""
    return [_run(works, options) for _ in range(1 if options.quick or options.accuracy else TURNS)]


def _times(name: str, runs: Sequence[Run], least: float) -> Iterator[Row]:
    taken = statistics.median(run.seconds for run in runs)
    yield Row(f"refresh of {name}", taken / least, 1.3, "times the minimum")
    yield Row(TAKEN.format(name), taken, None, "s")
    yield Row(f"refresh of {name}, the whole process", statistics.median(run.whole for run in runs), None, "s")
    yield Row(f"refresh of {name}, its minimum", least, None, "s")
    if idle := statistics.median(run.idle for run in runs):
        yield Row(f"refresh of {name}, with nothing to ask", idle, None, "s")


def _calls(runs: Sequence[Run], works: Sequence[Work]) -> Iterator[Row]:
    """How many calls the mix takes, those for the DOIs of DataCite apart."""
    datasets = {f"/works/{work.doi.replace('/', '%2F')}".lower() for work in works if work.agency == "DataCite"}
    counts = [
        Counter(
            "datacite" if asked.service in ("agency", "datacite") or asked.path.lower() in datasets else asked.service
            for asked in run.requests
        )
        for run in runs
    ]
    most = {kind: max(count[kind] for count in counts) for kind in ("idconv", "datacite")}
    both = max(count["pubmed"] + count["crossref"] for count in counts)
    yield Row("refresh of the mix: calls to PubMed and Crossref", both, 10, "", accuracy=True)
    yield Row("refresh of the mix: calls to the ID Converter", most["idconv"], None, "")
    yield Row("refresh of the mix: calls for the DOIs that are DataCite's", most["datacite"], None, "")


def _run(works: tuple[Work, ...], options: Options) -> Run:
    with (
        tempfile.TemporaryDirectory() as folder,
        loopback(*works, limited=True, latency=minimum.LATENCY) as service,
    ):
        invented.project(Path(folder), works, service.services)
        seconds, whole = _refreshed(Path(folder))
        requests, refused = tuple(service.requests), service.refused.total()
        lost = _expected(service) - len(list((Path(folder) / "references" / "records").rglob("*.json")))
        idle = 0.0 if options.quick or options.accuracy else _refreshed(Path(folder))[1]
        return Run(seconds, whole, idle, requests, refused, lost)


def _refreshed(folder: Path) -> tuple[float, float]:
    """The seconds of one refresh, and those of its process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", REFRESH], check=False, capture_output=True, cwd=folder, text=True, env=environment
    )
    whole = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"refresh ended with {done.returncode}:\n{done.stderr}")
    return float(done.stdout.splitlines()[-1]), whole


def _expected(service: Loopback) -> int:
    """How many records there are to be had."""
    known = (service.articles, service.messages, service.datasets, service.converted)
    return sum(1 for names in known for name in names if name)
