"""Rows of `understand.py`: how many fields of labelled reference strings are right, by the neutral scorer."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from training.lessons import taught

from benchmarks.rows import SHARED, Row
from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings.reading import reader, stored

SCORER = SHARED / "score" / "strings.py"
COMMAND = (sys.executable, "-m", "cluneal_lit", "parse", "--json", "-")
FASTEST = 800  # strings a second: the goal
TURNS = 5

Parser = Callable[[bytes], bytes]  # `{"raw": …}` a line to `{"item": …}` a line


@dataclass(frozen=True)
class Task:
    """A labelled set, how its strings are given and scored, and which figures of which group have which goal."""

    name: str
    sets: tuple[str, ...]
    goals: tuple[tuple[str, str, float], ...]
    noise: tuple[str, ...] = ()
    scoring: tuple[str, ...] = ()


ALL, ARTICLES = "all_strings", "journal_articles"
BIOMED = Task(
    "biomedical strings",
    ("biomed",),
    ((ALL, "micro", 98.5), (ALL, "all_right", 90), (ARTICLES, "micro", 99.0), (ARTICLES, "all_right", 94)),
)
TASKS = (
    BIOMED,
    Task("strings cut from PDFs", ("pmc-glutton",), ((ALL, "all_right", 96.5),)),
    Task(
        "the same with 3 % misspelt letters", ("biomed",), ((ALL, "micro", 96.5),), ("--noise", "0.03"), ("--lenient",)
    ),
    Task("general strings (GROBID)", ("grobid-citations", "grobid-other"), ((ALL, "micro", 90.5),)),
    Task("general strings (anystyle)", ("anystyle-core", "anystyle-good"), ((ALL, "micro", 97.5),)),
    Task("the surest 80 %", ("biomed",), ((ALL, "all_right", 98),), scoring=("--surest", "0.8")),
)
FIGURES = {"micro": "micro-F1", "all_right": "all fields right"}


def measure() -> Iterator[Row]:
    """A row for each goal of each task."""
    answered = cache(ours)  # some tasks ask for the same strings
    for task in TASKS:
        yield from scored(task, answered)


def stale() -> Row:
    """Whether the model was taught something else than this code teaches."""
    other = stored().taught != taught(SHARED)
    return Row("models that training on this code makes otherwise", int(other), 0, "models", accuracy=True)


def scored(task: Task, parser: Parser, peer: str = "") -> Iterator[Row]:
    """The rows of what a parser makes of a task; for a peer they are told, not judged."""
    figures = _figures(task, parser)
    for group, figure, goal in task.goals:
        found = figures[group][figure]
        what = f"{task.name}{', articles' if group == ARTICLES else ''}: {FIGURES[figure]}"
        value = found["f1"] if isinstance(found, dict) else found
        if peer:
            yield Row(f"{what}, by {peer}", value, None, "%", peer=peer)
        else:
            yield Row(what, value, goal, "%", most=False, accuracy=True)


def ours(queries: bytes) -> bytes:
    """What the command line answers."""
    return subprocess.run(COMMAND, input=queries, capture_output=True, check=True, cwd=tempfile.gettempdir()).stdout


def queries(task: Task) -> bytes:
    """The strings of a task, one `{"raw": …}` a line."""
    command = [sys.executable, str(SCORER), "queries", *task.sets, "--split", "test", *task.noise]
    return subprocess.run(command, capture_output=True, check=True).stdout


def speed(turns: int) -> Iterator[Row]:
    """How many strings a second are parsed on one core that were not seen before, and by the whole command; medians."""
    strings = [json.loads(line)["raw"] for task in TASKS if not task.noise for line in queries(task).splitlines()]
    unseen = list(dict.fromkeys(strings))
    seconds = statistics.median(_once(unseen) for _ in range(turns))
    yield Row(
        "strings parsed on one core, each for the first time", len(unseen) / seconds, FASTEST, "strings/s", most=False
    )
    given = queries(BIOMED)
    seconds = _median(lambda: ours(given), turns)
    yield Row("strings parsed by `parse --json`, with its start", given.count(b"\n") / seconds, None, "strings/s")


def _once(strings: Sequence[str]) -> float:
    """The seconds of one core that strings take in a process that has loaded the model and read nothing."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(_taken, strings).result()


def _taken(strings: Sequence[str]) -> float:
    reader()
    start = time.process_time()
    for string in strings:
        parse(string)
    return time.process_time() - start


def _figures(task: Task, parser: Parser) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_bytes(parser(queries(task)))
        command: tuple[str | Path, ...] = (sys.executable, SCORER, "score", *task.sets, predictions)
        answer = subprocess.run(
            [*command, "--split", "test", *task.scoring, "--json"], capture_output=True, check=False, text=True
        )
    if answer.returncode:
        raise SystemExit(f"{task.name}: {answer.stderr.strip()}")
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def _median(do: Callable[[], object], turns: int) -> float:
    """Median seconds of some turns."""
    taken = []
    for _ in range(turns):
        start = time.perf_counter()
        do()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
