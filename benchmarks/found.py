"""Rows of `find.py`: what the neutral scorers say of the shared documents and seeds, and what is invented."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.citations.number_rich import pages

from benchmarks.rows import SHARED, Row
from cluneal_lit.citations import scan
from cluneal_lit.documents import read

SHARE = 99.0  # per cent of the DOIs
KINDS = ("pmid", "pmcid", "arxiv", "isbn")


def measure() -> Iterator[Row]:
    """Every row that does not depend on the machine."""
    yield _invented()
    if not SHARED.exists():
        print("found: the shared data is not here; left out", file=sys.stderr)
        return
    citations = scanned(documents())
    scorer = loaded("identifiers")
    yield from _identifiers(scorer.score(citations))
    yield from _lists(scorer.lists(citations))
    yield _seeds()


def documents() -> list[Path]:
    """The shared documents."""
    return [file for file in sorted((SHARED / "documents").glob("*")) if file.suffix != ".json"]


def scanned(files: Sequence[Path]) -> dict[str, list[Any]]:
    """The citations of each file, by its name, as `scan --json` gives them."""
    command = (sys.executable, "-m", "cluneal_lit", "scan", "--json", *map(str, files))
    answer = subprocess.run(command, capture_output=True, check=True, cwd=tempfile.gettempdir())
    citations = defaultdict(list)
    for citation in json.loads(answer.stdout)["citations"]:
        citations[Path(citation["document"]).name].append(citation)
    return citations


def loaded(name: str) -> ModuleType:
    """A scorer of the shared data."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _identifiers(score: dict[str, Any]) -> Iterator[Row]:
    doi = score["kinds"]["doi"]
    yield Row("DOIs: precision", 100 * (doi["precision"] or 0), SHARE, "%", most=False, accuracy=True)
    yield Row("DOIs: recall", 100 * (doi["recall"] or 0), SHARE, "%", most=False, accuracy=True)
    for kind in KINDS:
        figures = score["kinds"][kind]
        of = f"of {figures['TP'] + figures['FN']}"
        yield Row(f"{kind}: missed", figures["FN"], 1, of, accuracy=True)
        yield Row(f"{kind}: invented", figures["FP"], 0, "", accuracy=True)
    for one in score["differences"]:
        for part in ("missed", "false"):
            for kind, ids in one[part].items():
                print(f"{one['document']}: {part} {kind}: {' '.join(ids)}"[:300], file=sys.stderr)


def _lists(lists: dict[str, Any]) -> Iterator[Row]:
    yield Row("references of lists found", 100 * lists["found_share"], 97, "%", most=False, accuracy=True)
    yield Row("references of lists too many", 100 * lists["extra_share"], 2, "%", accuracy=True)
    for one in lists["lists"]:
        if one["found"] < one["references"] or one["extra"]:
            print(f"{one['document']}: {one['found']} of {one['references']}, {one['extra']} extra", file=sys.stderr)


def _seeds() -> Row:
    """Differences from what stands in the seeds."""
    citations = scanned(sorted((SHARED / "seeds").glob("*.txt")))
    differences = loaded("seeds").differences([one for several in citations.values() for one in several])
    for line in differences:
        print(line, file=sys.stderr)
    return Row("seeds: references missed, wrong or invented", len(differences), 0, "of 17", accuracy=True)


def _invented() -> Row:
    """Citations that are found on pages full of numbers and without any."""
    count, several = 0, dict(pages())
    for name, page in several.items():
        for citation in scan(read(name, page.encode())):
            print(f"{name}: invented {citation.raw}", file=sys.stderr)
            count += 1
    return Row("citations invented on pages full of numbers", count, 0, f"in {len(several)}", accuracy=True)
