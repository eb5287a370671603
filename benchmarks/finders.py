"""Rows of `find.py`: how soon identifiers are found in texts, and what other finders find in the same texts."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks import rows
from benchmarks.found import documents, loaded
from benchmarks.prose import prose
from benchmarks.rows import SHARED, Options, Row
from cluneal_lit.citations import scan
from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Text
from cluneal_lit.documents import read
from cluneal_lit.documents.file import File
from cluneal_lit.documents.text import read as plain

SIZE = 30_000_000  # characters
SMALL = 3_000_000
PEER = Path(__file__).with_name("peers") / "finders.py"
PACKAGES = ("idutils", "metapub", "manubot", "papis", "refextract", "setuptools")
PEERS = ("idutils", "metapub", "manubot", "papis", "refextract")


def measure(options: Options) -> Iterator[Row]:
    """Every row about texts."""
    if not SHARED.exists():
        print("finders: the shared data is not here; left out", file=sys.stderr)
        return
    scanned = [read(file.name, file.read_bytes()) for file in documents()]
    texts = {one.path: one.text for one in scanned}
    long = prose(SHARED / "documents", SIZE)
    repeated = _repeated(list(texts.values()), SMALL)
    yield Row("identifiers in prose", _speed(lambda: identifier_hits(Text(long)), len(long)), 40, "MB/s", most=False)
    size = sum(map(len, repeated))
    hits = _speed(lambda: [identifier_hits(Text(text)) for text in repeated], size)
    yield Row("identifiers in the documents", hits, 15, "MB/s", most=False)
    whole = long[:SMALL]
    document = plain(File("prose.txt", b"", whole))
    yield Row("the whole scan of prose", _speed(lambda: scan(document), len(whole), 1), None, "MB/s")
    size = sum(len(one.text) for one in scanned)
    yield Row("the whole scan of the documents", _speed(lambda: [scan(one) for one in scanned], size, 1), None, "MB/s")
    if not options.quick:
        yield from _peers(texts)


def _repeated(texts: list[str], size: int) -> list[str]:
    """The texts again and again, to about so many characters."""
    times = max(1, size // sum(map(len, texts)))
    return list(islice(cycle(texts), times * len(texts)))


def _speed(do: Callable[[], object], size: int, turns: int = 5) -> float:
    """Millions of characters a second, the median of some turns."""
    seconds = []
    for _ in range(turns):
        start = time.perf_counter()
        do()
        seconds.append(time.perf_counter() - start)
    return size / statistics.median(seconds) / 1e6


def _peers(texts: dict[str, str]) -> Iterator[Row]:
    folder = rows.peer("finding", *PACKAGES)
    if folder is None:
        print("finders: the peers do not install here; left out", file=sys.stderr)
        return
    scorer, size = loaded("identifiers"), sum(map(len, texts.values())) / 1e6
    asked = json.dumps({"texts": texts})
    for name in PEERS:
        done = subprocess.run([folder / "python", PEER, name], input=asked, capture_output=True, check=False, text=True)
        if done.returncode:
            print(f"{name}: does not run here; left out\n{done.stderr[-500:]}", file=sys.stderr)
            continue
        answer = json.loads(done.stdout)
        found = {
            document: [{"document": document, "ids": {kind: [value]}} for kind, value in several if kind != "reference"]
            for document, several in answer["found"].items()
        }
        kinds = scorer.score(found)["kinds"]
        told = ", ".join(
            f"{kind} {100 * figures['precision']:.0f}/{100 * figures['recall']:.0f}"
            for kind, figures in kinds.items()
            if figures["TP"] and kind != "all"
        )
        yield Row(f"{name}: its finders", size / answer["seconds"], None, "MB/s", peer=f"precision/recall: {told}")
