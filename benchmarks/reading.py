"""Rows of `fetch.py`: how soon PubMed's XML becomes records, with every field, and in how much memory."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import rows
from benchmarks.rows import SHARED, Options, Row
from cluneal_lit.sources import pubmed
from cluneal_lit.sources.pubmed_stream import Unreadable

READERS = Path(__file__).with_name("peers") / "pubmed_xml.py"
SIZE, TURNS = 50_000_000, 5
PACKAGES = ("biopython", "pubmed_parser", "metapub")
GOALS = {"Bio.Entrez.read": 4, "pubmed_parser": 2, "metapub": 2}
HEAD = (
    b'<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    b'"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>\n'
)


def measure(options: Options) -> Iterator[Row]:
    """Every row about reading."""
    recorded = sorted((SHARED / "recorded" / "pubmed-xml").glob("*.xml"))
    if not recorded:
        print("reading: the shared data is not here; left out", file=sys.stderr)
        return
    yield _lost(recorded)
    if not options.accuracy:
        yield from _reading(list(_articles(recorded)), options)


def _lost(recorded: Sequence[Path]) -> Row:
    """Recorded answers of which an article does not become a record."""
    lost = 0
    for file in recorded:
        body = file.read_bytes()
        try:
            found = sum(record.fields.title != "" for record in pubmed.records(iter([body]), []))
        except Unreadable:
            found = -1
        lost += found < len(re.findall(rb"<(?:MedlineCitation|BookDocument)[ >]", body))
    return Row("recorded PubMed answers that lose an article", lost, 0, f"of {len(recorded)}", accuracy=True)


def _articles(recorded: Sequence[Path]) -> Iterator[bytes]:
    """The recorded articles but the oldest, which Bio.Entrez refuses under the document type of today."""
    for file in recorded:
        for article in re.findall(rb"<PubmedArticle>.*?</PubmedArticle>", file.read_bytes(), re.DOTALL):
            if b"<DateCreated>" not in article:
                yield article


def _reading(articles: Sequence[bytes], options: Options) -> Iterator[Row]:
    files = {
        "the recorded sample": articles,
        "articles with many references": [one for one in articles if one.count(b"<Reference>") >= 20],
    }
    bin_folder = None if options.quick else rows.peer("reading", *PACKAGES)
    if bin_folder is None and not options.quick:
        print("readers of PubMed's XML: do not install here; left out", file=sys.stderr)
    pythons = {"ours": sys.executable} | ({name: str(bin_folder / "python") for name in GOALS} if bin_folder else {})
    with tempfile.TemporaryDirectory() as folder:
        for name, chosen in files.items():
            small, large = (_written(Path(folder), chosen, size) for size in (SIZE // 10, SIZE))
            yield from _compared(name, large, pythons, 1 if options.quick else TURNS)
            growth = _peak(large) - _peak(small)
            yield Row(f"reading {name}: memory that 50 MB take more than 5 MB", growth, 2, "MB")


def _compared(name: str, file: Path, pythons: dict[str, str], turns: int) -> Iterator[Row]:
    """Rows of our speed and of each peer's, the readers taking turns in processes of their own."""
    seconds: dict[str, list[float]] = {reader: [] for reader in pythons}
    for _ in range(turns):
        for reader, python in pythons.items():
            seconds[reader].append(_run(reader, python, file)["seconds"])
    median = {reader: statistics.median(times) for reader, times in seconds.items()}
    yield Row(f"reading {name}", SIZE / 1e6 / median["ours"], 50, "MB/s", most=False)
    for peer, goal in GOALS.items():
        if peer in median:
            ratio = median[peer] / median["ours"]
            yield Row(f"reading {name}, times as fast", ratio, goal, "times", most=False, peer=peer, ratio=ratio)


def _written(folder: Path, articles: Sequence[bytes], size: int) -> Path:
    """The articles over and over, up to a size."""
    file = folder / f"{size}.xml"
    with file.open("wb") as opened:
        opened.write(HEAD)
        while opened.tell() < size:
            opened.writelines(article + b"\n" for article in articles)
        opened.write(b"</PubmedArticleSet>\n")
    return file


def _peak(file: Path) -> float:
    return _run("ours", sys.executable, file)["megabytes"]


def _run(reader: str, python: str, file: Path) -> dict[str, float]:
    answer = subprocess.run([python, str(READERS), reader, str(file)], check=True, capture_output=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures
