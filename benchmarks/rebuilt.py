"""Rows of `render.py`: what the whole of `cluneal-lit build` costs, and what when one note of many has changed."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import csl, invented
from benchmarks.rows import Row
from cluneal_lit.model import Entry

BUILD = (sys.executable, "-m", "cluneal_lit", "build", "--project")
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as an installed program is
NOTE = """---
works: [doi:{doi}]
tags: [invented, nerves]
significance: useful
by: A. N. Invented
reviewed: 2026-11-20
---
**Bottom line.** Invented relief in {key}.

**Limits.** All is invented, with *stress*.

- One thing.
- Another.
"""
_MEGABYTE = 1024 if sys.platform != "darwin" else 1024**2


def measure(count: int) -> Iterator[Row]:
    """The rows, for so many works, each with a note, every fifth cited."""
    with tempfile.TemporaryDirectory() as place:
        project = Path(place)
        _begun(project, count)
        _built(project)
        for time in ("once", "twice"):  # at first keys were new, too
            with (project / "references" / "notes" / "muster0.md").open("a", encoding="utf-8") as note:
                note.write(f"\nChanged {time}.\n")
            again = _built(project)
        kept = _outputs(project)
        shutil.rmtree(project / ".cache")
        full = _built(project)
        anew = _outputs(project)
    size = sum(map(len, anew.values())) / 1e6
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _MEGABYTE
    yield Row(f"build of {count:,} works, {size:.0f} MB", full, None, "s")
    yield Row("memory for it", peak, None, "MB")
    yield Row("build after one note changed", again, None, "s")
    yield Row("the same, by the time of all", again / full, 0.1, "times")
    changed = sum(kept.get(name) != anew.get(name) for name in kept | anew)
    yield Row("outputs that the cache changes", changed, 0, "outputs")


def _begun(project: Path, count: int) -> None:
    """A project with so many invented works that was never built."""
    references = project / "references"
    for name in ("library", "notes", "documents"):
        (references / name).mkdir(parents=True)
    works = [*map(invented, range(count))]
    (project / "cluneal-lit.toml").write_text('title = "Invented works"\n', encoding="utf-8")
    (references / "library" / "works.json").write_text(json.dumps([*map(_item, works)]), encoding="utf-8")
    for one in works:
        (references / "notes" / f"{one.key}.md").write_text(_note(one), encoding="utf-8")
    cited = "\n\n".join(f"This is said of it [@{one.key}]." for one in works[::5])
    (references / "documents" / "invented.md").write_text(f"# Invented\n\n{cited}\n", encoding="utf-8")


def _item(work: Entry) -> dict[str, object]:
    """The work as an item of CSL-JSON, with a title and authors that are like no other's: nothing is to be asked."""
    chance = random.Random(work.key)
    people = [{"family": _word(chance).title(), "given": "A"} for _ in work.fields.author]
    return csl(work) | {"title": " ".join(_word(chance) for _ in range(12)).capitalize(), "author": people}


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def _note(work: Entry) -> str:
    return NOTE.format(doi=work.ids.doi, key=work.key)


def _built(project: Path) -> float:
    """Build, and the seconds of processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((*BUILD, str(project)), check=True, stdout=subprocess.DEVNULL, env=COMPILED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _outputs(project: Path) -> dict[str, bytes]:
    files = (file for file in (project / "output").rglob("*") if file.is_file())
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files}
