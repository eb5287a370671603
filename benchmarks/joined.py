"""Rows of `duplicates.py`: labelled sets, by the neutral scorer, in two tables.

*Left out*: the weights were learnt without the set; what is claimed rests on this. *As shipped*: with it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from benchmarks.rows import SHARED, Row
from cluneal_lit.duplicates import Duplicates, works
from cluneal_lit.duplicates.nodes import Nodes, nodes
from cluneal_lit.duplicates.scorecard import Scorecard, scorecard
from cluneal_lit.formats import brought
from cluneal_lit.model import Record
from cluneal_lit.pipeline.likeness import CERTAIN
from training import duplicates as training

SCORER = SHARED / "score" / "duplicates.py"
FOLDER = SHARED / "dedupe-benchmark"
BETTER = 0.9909  # the mean of bib-dedupe 0.11 over the sets that are left out, on five of which it was tuned
BELOW = 0.004  # that a set may be worse than with bib-dedupe
CLUSTER = 4  # records of the largest false cluster
_C_AND_D = "c+d"
_KEPT = ("crossref", "dblp")


@dataclass(frozen=True)
class Set:
    """A labelled set, or the view of it without the rows that were read from PDFs; our goals for pair F1, that of
    bib-dedupe 0.11 or more, and for record F1 without the set and as shipped."""

    name: str
    pairs: float
    without: float | None
    shipped: float | None
    view: str = ""

    @property
    def title(self) -> str:
        """Its name in a row."""
        return f"{self.name} {self.view}".strip()


SETS = (
    Set("cytology_screening", 0.9922, 0.9961 - BELOW, 0.998),
    Set("haematology", 0.9, 0.9375 - BELOW, 0.945),
    Set("stroke", 0.9979, 0.9968 - BELOW, 0.9968),
    Set("diabetes", 0.9968, 1.0 - BELOW, 0.9996),  # of pairs too one record may be missed, in its 8 pairs
    Set("digital_work", 0.9991, 0.99, 0.9986),
    Set("sra_copper", 0.9971, 0.9967 - BELOW, None),
    Set("sra_tafenoquine", 1.0, 1.0 - BELOW, None),
    Set("misq_mixed", 0.9947, 0.9953 - BELOW, 0.998, _C_AND_D),
    Set("jais_mixed", 0.9955, 0.9971 - BELOW, 0.998, _C_AND_D),
    Set("misq_mixed", 0.4528, None, 0.98),
    Set("jais_mixed", 0.2972, None, 0.98),
    Set("dblp_acm", 0.95, None, None),
)
PROJECTS = ("cytology_screening", "stroke", "diabetes", "digital_work", "sra_copper")
DOUBTED = ("haematology", "stroke", "digital_work")


def left_out() -> Iterator[Row]:
    """Rows of the sets, each by weights that were learnt without it."""
    judged = [one for one in SETS if one.without is not None]
    figures = {one.title: _figures(one, _without(one.name)) for one in judged}
    found = [figures[one.title]["records"]["F1"] for one in judged]
    yield _row("left out, mean record F1", sum(found) / len(found), BETTER)
    for one, value in zip(judged, found, strict=True):
        yield _row(f"left out, {one.title}: record F1", value, one.without)
    lost = max(figures[one.title]["records"]["FP"] for one in judged)
    yield Row("left out, works wrongly lost on the worst set", lost, 3, "works", accuracy=True)
    for name in DOUBTED:
        one = next(one for one in judged if one.name == name)
        sure = _figures(one, _without(name), doubts=False)["records"]["F1"]
        yield _row(f"left out, {name} without doubted labels: record F1", sure, None)


def shipped() -> Iterator[Row]:
    """Rows of the sets by the weights that ship."""
    asked = records = largest = 0
    for one in SETS:
        figures = _figures(one, scorecard())
        yield _row(f"shipped, {one.title}: record F1", figures["records"]["F1"], one.shipped)
        yield _row(f"shipped, {one.title}: pair F1", figures["pairs"]["F1"], one.pairs)
        largest = max(largest, figures["largest_false_cluster"] if one.shipped else 0)
        asked += figures["asked"] if one.name in training.SETS else 0
        records += figures["record_count"] if one.name in training.SETS else 0
    for name in DOUBTED:
        one = next(one for one in SETS if one.name == name)
        yield _row(
            f"shipped, {name} without doubted labels: record F1",
            _figures(one, scorecard(), doubts=False)["records"]["F1"],
            None,
        )
    learnt = training.learned([pairs for name in training.SETS for pairs in _pairs(name)])
    stale = training.encoded(learnt) != training.CARD.read_bytes()
    yield Row("shipped, scorecards that training on this code gives otherwise", int(stale), 0, "cards", accuracy=True)
    yield Row("shipped, largest false cluster", largest, CLUSTER, "records", accuracy=True)
    yield Row("shipped, questions", 100 * asked / records, 1, "% records", accuracy=True)


def certain() -> Iterator[Row]:
    """Rows of what a project joins without asking, with its higher sign."""
    card = replace(scorecard(), joined=CERTAIN)
    figures = [_figures(one, card) for one in SETS if one.name in PROJECTS]
    lost, asked = (sum(each[what] for each in figures) for what in ("lost", "asked"))
    yield Row("in a project, works wrongly joined, five sets", lost, 0, "works", accuracy=True)
    yield Row("in a project, questions, five sets", asked, None, "questions")


@cache
def of(name: str, view: str = "") -> tuple[Record, ...]:
    """The records of a set, or of a view of it."""
    found = training.records(FOLDER / name, name)
    return tuple(record for record in found if not view or record.custom.get("source") in _KEPT)


@cache
def _known(name: str, view: str) -> Nodes:
    return nodes(of(name, view))


def own(record: Record) -> str:
    """The id of a record in its set."""
    return brought.key(record)


def _row(what: str, figure: float, goal: float | None) -> Row:
    return Row(what, round(figure, 4), goal, "F1", most=False, accuracy=True)


@cache
def _without(name: str) -> Scorecard:
    return training.learned([pairs for other in training.SETS if other != name for pairs in _pairs(other)])


@cache
def _pairs(name: str) -> tuple[training.Pairs, training.Pairs]:
    return training.both(FOLDER / name, name)


def _figures(one: Set, card: Scorecard, *, doubts: bool = True) -> dict[str, Any]:
    """What the scorer says of a set, and how many questions are asked."""
    records = of(one.name, one.view)
    found = works(_known(one.name, one.view), card)
    figures = scored(
        one.name, one.view, [[own(records[place]) for place in cluster] for cluster in found.clusters], doubts=doubts
    )
    return {**figures, "asked": len(found.questions), "lost": figures["records"]["FP"]}


def scored(name: str, view: str, clusters: list[list[str]], *, doubts: bool = True) -> dict[str, Any]:
    """The figures of clusters of ids; without doubts the labels that a reader doubts are left out."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "clusters.json"
        predictions.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
        options = [*(["--view", view] if view else []), *([] if doubts else ["--without-disputed"])]
        command: tuple[str | Path, ...] = (sys.executable, SCORER, "score", name, predictions, *options, "--json")
        answer = subprocess.run(command, capture_output=True, check=False, text=True)
    if answer.returncode:
        raise SystemExit(f"{name}: {answer.stderr.strip()}")
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def clusters(found: Duplicates, records: tuple[Record, ...]) -> set[frozenset[str]]:
    """The clusters as sets of records' names, whatever their order."""
    return {frozenset(records[place].id for place in cluster) for cluster in found.clusters}
