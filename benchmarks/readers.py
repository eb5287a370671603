"""Rows of `find.py`: how soon documents become texts with places, beside the libraries that give their texts alone."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import rows
from benchmarks.found import documents
from benchmarks.rows import Options, Row
from cluneal_lit.documents import read

PEER = Path(__file__).with_name("peers") / "text.py"
PACKAGES = ("pypdfium2", "pypdf", "lxml", "python-docx", "selectolax", "beautifulsoup4")
# The fastest library of a format, by which we are judged, and another that people use.
LIBRARIES = {".pdf": ("pypdfium2", "pypdf"), ".docx": ("lxml", "docx"), ".html": ("selectolax", "beautifulsoup")}
GOAL = 1.5
TURNS = 9


def measure(options: Options) -> Iterator[Row]:
    """A row for each format; without peers the speed alone."""
    for suffix, libraries in LIBRARIES.items():
        files = [file for file in documents() if file.suffix == suffix]
        if not files:
            print(f"readers: no shared document {suffix} here; left out", file=sys.stderr)
            continue
        size = sum(file.stat().st_size for file in files) / 1e6
        seconds = _seconds(files)
        yield Row(f"reading {suffix[1:].upper()}", size / seconds, None, "MB/s")
        if not options.quick:
            yield from _peers(suffix, libraries, files)


def _seconds(files: Sequence[Path], turns: int = TURNS) -> float:
    contents = [(file.name, file) for file in files]
    taken = []
    for _ in range(turns):
        start = time.perf_counter()
        for name, file in contents:
            read(name, file.read_bytes())
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _peers(suffix: str, libraries: Sequence[str], files: Sequence[Path]) -> Iterator[Row]:
    folder = rows.peer("reading-documents", *PACKAGES)
    if folder is None:
        print("readers: the peers do not install here; left out", file=sys.stderr)
        return
    for place, library in enumerate(libraries):
        theirs = float(
            subprocess.run(
                [folder / "python", PEER, library, str(TURNS), *map(str, files)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        ours = _seconds(files)
        what = f"reading {suffix[1:].upper()}, by the time of {library}"
        yield Row(what, ours / theirs, GOAL if place == 0 else None, "times", peer=library, ratio=theirs / ours)
