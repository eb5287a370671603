"""The main job: how soon it starts, how soon a second run ends, and whether it finds what stands in the seeds."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from tests.services import Work, loopback

from benchmarks import rows
from benchmarks.rows import ROOT, SHARED, Options, Row

OURS = (sys.executable, "-m", "cluneal_lit")
COMMAND = str(Path(sys.executable).with_name("cluneal-lit"))
PEER_TOOLS = (("manubot", "manubot"), ("papis", "papis"), ("colrev", "colrev"))


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark."""
    yield from _found()
    with _collection() as folder:
        yield from _offline(folder, options)
    with _collection() as folder:
        yield from _refreshed(folder, options)
    if not options.accuracy:
        yield from _help(options)


def _found() -> Iterator[Row]:
    """What the neutral scorer says of the seeds: differences from what stands in them."""
    scorer = SHARED / "score" / "seeds.py"
    if not scorer.exists():
        print("seeds: the shared data is not here; left out", file=sys.stderr)
        return
    seeds = sorted(str(seed) for seed in (SHARED / "seeds").glob("*.txt"))
    answer = subprocess.run(
        [*OURS, "scan", "--json", *seeds], capture_output=True, check=True, cwd=tempfile.gettempdir()
    )
    spec = importlib.util.spec_from_file_location("seeds", scorer)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    differences = module.differences(json.loads(answer.stdout)["citations"])
    for line in differences:
        print(line, file=sys.stderr)
    yield Row("seeds: references missed, wrong or invented", len(differences), 0, "of 17", accuracy=True)


def _offline(folder: Path, options: Options) -> Iterator[Row]:
    command = (*OURS, "run", "--offline", "--json", "--fail-on", "never")
    yield _writes("second run offline: files written", folder, command)
    if not options.accuracy:
        (seconds,) = rows.in_turn((COMMAND, *command[3:]), runs=7, cwd=folder)
        yield Row("second run offline", seconds, 0.5, "s")


def _refreshed(folder: Path, options: Options) -> Iterator[Row]:
    command = (*OURS, "run", "--json", "--fail-on", "never")
    library = json.loads((folder / "references" / "library" / "cluneal.json").read_text(encoding="utf-8"))
    with loopback(*(_work(item) for item in library)) as service:
        addresses = service.services
        config = (
            f'title = "Cluneal nerves"\nemail = "benchmark@example.org"\npubmed = "{addresses.pubmed}"\n'
            f'crossref = "{addresses.crossref}"\ndoi = "{addresses.doi}"\n'
        )
        (folder / "cluneal-lit.toml").write_text(config, encoding="utf-8")
        yield _writes("second run after a refresh: files written", folder, command)
        asked = len(service.requests)
        if not options.accuracy:
            (seconds,) = rows.in_turn((COMMAND, *command[3:]), runs=7, cwd=folder)
            yield Row("second run after a refresh", seconds, 0.5, "s")
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
        asked = len(service.requests) - asked
        yield Row("second run after a refresh: requests", asked, 0, "", accuracy=True)


def _writes(what: str, folder: Path, command: Sequence[str]) -> Row:
    """Run, and run again: how many files of the project the second run changed."""
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    before = _bytes(folder)
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    after = _bytes(folder)
    return Row(what, sum(before.get(name) != after.get(name) for name in before | after), 0, "files", accuracy=True)


def _help(options: Options) -> Iterator[Row]:
    bare = (sys.executable, "-c", "pass")
    ours, python = rows.in_turn((COMMAND, "--help"), bare)
    yield Row("--help, by python -c pass", ours / python, 4, "times")
    for name, package in () if options.quick else PEER_TOOLS:
        folder = rows.peer(name, package)
        if folder is None or not (folder / name).exists():
            print(f"{name}: does not install here; left out", file=sys.stderr)
            continue
        ours, python, theirs = rows.in_turn((COMMAND, "--help"), bare, (str(folder / name), "--help"), runs=5)
        yield Row("--help, by python -c pass", ours / python, 4, "times", peer=name, ratio=theirs / ours)


@contextmanager
def _collection() -> Iterator[Path]:
    """A copy of the collection in this repository."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("references", "output"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        (Path(folder) / "cluneal-lit.toml").write_text('title = "Cluneal nerves"\n', encoding="utf-8")
        yield Path(folder)


def _work(item: dict[str, Any]) -> Work:
    """A library's item as the services would know it."""
    names = tuple(f"{name['family']}, {name.get('given', '')}" for name in item.get("author", ()) if "family" in name)
    year = item.get("issued", {}).get("date-parts", [[2000]])[0][0]
    return Work(
        title=item.get("title", "Untitled"),
        pmid=item.get("PMID", ""),
        doi=item.get("DOI", ""),
        pmcid=item.get("PMCID", ""),
        authors=names,
        journal=item.get("container-title", "Unknown"),
        journal_short=item.get("container-title-short", ""),
        year=int(year),
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        pages=item.get("page", ""),
    )


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


if __name__ == "__main__":
    sys.exit(rows.main("run", lambda options: list(measure(options))))
