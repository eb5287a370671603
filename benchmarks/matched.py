"""Rows of `understand.py`: which works strings are matched with, by the neutral scorer, and how soon among many."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.rows import SHARED, Row

SCORER = SHARED / "score" / "matching.py"
COMMAND = (sys.executable, "-m", "cluneal_lit", "match")
ACCEPTED = {"absent": 0.5, "invented": 0.5, "neighbour": 1}  # per cent of such queries that may be believed
SIZE = 100_000  # entries of the large catalogue
ASKED = 5_000
_MEGABYTE = 1024 if sys.platform != "darwin" else 1024**2  # of what the system counts memory in


def measure() -> Iterator[Row]:
    """The figures that do not depend on the machine; none as long as there is no such verb."""
    if not _is_there():
        return
    with tempfile.TemporaryDirectory() as folder:
        made = _made(Path(folder))
        answers = made / "answers.jsonl"
        answers.write_bytes(_matched(made / "catalogue.jsonl", made / "queries.jsonl")[0])
        scored = subprocess.run(
            (sys.executable, SCORER, "score", made, answers, "--json"), capture_output=True, check=False, text=True
        )
    if scored.returncode:
        raise SystemExit(f"matching: {scored.stderr.strip()}")
    figures: dict[str, Any] = json.loads(scored.stdout)
    yield Row("accepted matches that are right", figures["precision"] or 0, 99, "%", most=False, accuracy=True)
    yield Row("works in the catalogue found", figures["recall"], 97, "%", most=False, accuracy=True)
    for kind, most in ACCEPTED.items():
        yield Row(f"{kind} works accepted", figures["accepted"][kind], most, "%", accuracy=True)


def speed() -> Iterator[Row]:
    """Queries a second in a large catalogue, indexing and start left out, and the memory that it takes."""
    if not _is_there(quiet=True):
        return
    with tempfile.TemporaryDirectory() as folder:
        made = _made(Path(folder))
        catalogue, queries = made / "large.jsonl", made / "queries.jsonl"
        _enlarge(made / "catalogue.jsonl", catalogue)
        asked = list(islice(cycle(queries.read_bytes().splitlines(keepends=True)), ASKED))
        several, one = made / "several.jsonl", made / "one.jsonl"
        several.write_bytes(b"".join(asked))
        one.write_bytes(asked[0])
        _, of_one, _ = _matched(catalogue, one)
        _, seconds, megabytes = _matched(catalogue, several)
    rate = (ASKED - 1) / max(seconds - of_one, 1e-6)
    yield Row(f"queries in a catalogue of {SIZE:,}", rate, 200, "queries/s", most=False)
    yield Row(f"indexing a catalogue of {SIZE:,}, with the start", of_one, None, "s")
    yield Row(f"memory for a catalogue of {SIZE:,}", megabytes, 1000, "MB")


def _is_there(*, quiet: bool = False) -> bool:
    """Whether the program has the verb; says so where it has not."""
    said = subprocess.run((*COMMAND, "--help"), capture_output=True, check=False, text=True)
    there = said.returncode == 0 and "--catalogue" in said.stdout
    if not there and not quiet:
        print("matching: `match --catalogue` is not there yet; left out", file=sys.stderr)
    return there


def _made(folder: Path) -> Path:
    """The folder with catalogue, queries and truth in it."""
    subprocess.run((sys.executable, SCORER, "make", folder), capture_output=True, check=True)
    return folder


def _matched(catalogue: Path, queries: Path) -> tuple[bytes, float, float]:
    """What the command line answers, in how many seconds of processor time, with how many megabytes at its peak."""
    with tempfile.TemporaryFile() as out:
        command = (*COMMAND, "--catalogue", str(catalogue), "--json", str(queries))
        process = subprocess.Popen(command, stdout=out, cwd=tempfile.gettempdir())
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
        out.seek(0)
        answers = out.read()
    if process.returncode not in (0, 1):
        raise SystemExit(f"matching: `match` ended with {process.returncode}")
    return answers, used.ru_utime + used.ru_stime, used.ru_maxrss / _MEGABYTE


def _enlarge(small: Path, large: Path) -> None:
    """Write a catalogue of which most entries are mixed from those of a small one, the same at every call: the title's
    first half of one and the second of another, the authors of a third, other numbers."""
    items = [json.loads(line) for line in small.read_text(encoding="utf-8").splitlines()]
    order = random.Random(6)
    with large.open("w", encoding="utf-8") as file:
        for number in range(SIZE):
            item = items[number] if number < len(items) else _mixed(number, items, order)
            file.write(json.dumps(item, ensure_ascii=False) + "\n")


def _mixed(number: int, items: list[dict[str, Any]], order: random.Random) -> dict[str, Any]:
    one, other, third = (order.choice(items) for _ in range(3))
    first, second = (str(item.get("title", "")).split() for item in (one, other))
    page = order.randrange(1, 3000)
    mixed = {
        **one,
        "id": f"10.5555/mixed.{number}",
        "DOI": f"10.5555/mixed.{number}",
        "title": " ".join((*first[: len(first) // 2 + 1], *second[len(second) // 2 :])),
        "volume": str(order.randrange(1, 150)),
        "page": f"{page}-{page + order.randrange(1, 20)}",
    }
    return {**mixed, "author": third["author"]} if third.get("author") else mixed
