"""Rows of `understand.py`: what other parsers make of the same reference strings."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import rows, understood
from benchmarks.rows import Row
from benchmarks.understood import BIOMED, TASKS, Parser, Task

REFEXTRACT = Path(__file__).with_name("peers") / "parsers.py"
PACKAGES = ("refextract", "setuptools")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def measure() -> Iterator[Row]:
    """Rows of each peer that runs here: AnyStyle on every task that has no confidence, refextract, which takes minutes,
    on the first alone."""
    if shutil.which("anystyle"):
        tasks = [task for task in TASKS if not task.scoring or "--surest" not in task.scoring]
        yield from _compared("AnyStyle", _anystyle, tasks)
    else:
        print("AnyStyle: `anystyle` (Ruby) is not on PATH; left out", file=sys.stderr)
    folder = rows.peer("parsing", *PACKAGES)
    if folder is None:
        print("refextract: does not install here; left out", file=sys.stderr)
    else:
        yield from _compared("refextract", lambda given: _refextract(folder, given), [BIOMED])


def _answered(answers: bytes, _: bytes) -> bytes:
    return answers


def _compared(name: str, parser: Parser, tasks: list[Task]) -> Iterator[Row]:
    """The figures of a peer, and its speed as a whole command beside ours."""
    for task in tasks:
        try:
            start = time.perf_counter()
            answers = parser(understood.queries(task))
            seconds = time.perf_counter() - start
        except subprocess.CalledProcessError as error:
            print(
                f"{name}: does not run here; left out\n{error.stderr[-500:].decode(errors='replace')}", file=sys.stderr
            )
            return
        yield from understood.scored(task, partial(_answered, answers), name)
        if task is BIOMED:
            start = time.perf_counter()
            count = understood.ours(understood.queries(task)).count(b"\n")
            ratio = seconds / (time.perf_counter() - start)
            yield Row(
                f"strings parsed by {name}", count / seconds, None, "strings/s", peer=f"{name}'s time", ratio=ratio
            )


def _refextract(folder: Path, given: bytes) -> bytes:
    return subprocess.run((folder / "python", REFEXTRACT), input=given, capture_output=True, check=True).stdout


def _anystyle(given: bytes) -> bytes:
    """AnyStyle reads a text with a reference a line, and gives an array of CSL-JSON."""
    strings = [" ".join(json.loads(line)["raw"].split()) for line in given.splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "strings.txt"
        text.write_text("".join(f"{string}\n" for string in strings), encoding="utf-8")
        command = ("anystyle", "--stdout", "-f", "csl", "parse", text)
        items = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return b"".join(json.dumps({"item": _dated(item)}).encode() + b"\n" for item in items)


def _dated(item: dict[str, Any]) -> dict[str, Any]:
    """The item with its date in parts: AnyStyle writes it as a text."""
    issued = item.get("issued")
    if not isinstance(issued, str):
        return item
    year = _YEAR.search(issued)
    return {**item, "issued": {"date-parts": [[int(year[0])]] if year else []}}
