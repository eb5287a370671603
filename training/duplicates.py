"""Learn the weights by which duplicates are found: `python -m training.duplicates`, half a minute, the same bytes
each time.

From the labelled sets of `dedupe-benchmark/`; pairs whose label a reader doubts are left out. Each set is learned from
twice, the second time with fields left out at random: other people's records say less.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import math
import random
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.duplicates.evidence import SIZES, Levels, compared
from cluneal_lit.duplicates.nodes import Nodes, nodes
from cluneal_lit.duplicates.scorecard import Scorecard
from cluneal_lit.formats import brought
from cluneal_lit.model import Ids, Record
from cluneal_lit.store import bibliographies

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "src" / "cluneal_lit" / "duplicates" / "scorecard.json"
SETS = (
    *("cytology_screening", "haematology", "stroke", "diabetes", "digital_work", "sra_copper", "sra_tafenoquine"),
    *("misq_mixed", "jais_mixed"),
)
_JOINED, _ASKED = 0.7, 0.35  # chances of being one work, from which on two records are joined, or asked about
_LEFT_OUT, _COUNT = 0.25, 0.3  # share of a field's values that are left out; what such a set counts
_SEED = 1
_PENALTY = 5.0  # on the square of each weight: half of it
_STEPS = 50


class Labelled(Struct, frozen=True):
    """A set: its records made ready, the work of each, and pairs whose label is doubtful, by the records' places."""

    known: Nodes
    works: tuple[str, ...]
    doubtful: frozenset[tuple[int, int]]


class Pairs(Struct, frozen=True):
    """Pairs of a set that no rule decides: the levels of each, and whether it is one work; how much the set counts."""

    levels: list[Levels]
    one: list[bool]
    counts: float = 1.0


def main() -> int:
    """Write the scorecard; say how many pairs it learned from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of the shared data")
    parser.add_argument("--output", type=Path, default=CARD, help="the scorecard to write")
    args = parser.parse_args()
    folder = args.shared / "dedupe-benchmark"
    if not folder.is_dir():
        print(f"{args.shared}: has no dedupe-benchmark/; name the shared data with --shared", file=sys.stderr)
        return 2
    sets = [pairs for name in SETS for pairs in both(folder / name, name)]
    args.output.write_bytes(encoded(learned(sets)))
    print(f"{args.output}: from {sum(len(pairs.one) for pairs in sets):,} pairs of {len(SETS)} sets")
    return 0


@cache
def records(folder: Path, name: str) -> tuple[Record, ...]:
    """The records of a set."""
    return bibliographies.read(gzip.decompress((folder / "records.csv.gz").read_bytes()), f"{name}.csv")[0]


def both(folder: Path, name: str) -> tuple[Pairs, Pairs]:
    """The pairs of a set as it is, and with fields left out."""
    whole = records(folder, name)
    return undecided(labelled(folder, whole)), undecided(labelled(folder, [_less(record) for record in whole]), _COUNT)


def _less(record: Record) -> Record:
    """The record without some of its fields, the same ones each time."""
    draw = random.Random(f"{_SEED}{record.id}").random
    fields = record.fields
    left = {
        "issued": None if draw() < _LEFT_OUT else fields.issued,
        "container_title": "" if draw() < _LEFT_OUT else fields.container_title,
        "author": () if draw() < _LEFT_OUT / 3 else fields.author[:1] if draw() < _LEFT_OUT / 2 else fields.author,
        "page": "" if draw() < _LEFT_OUT else fields.page,
    }
    if draw() < _LEFT_OUT:
        left |= {"volume": "", "issue": "", "page": ""}
    return replace(record, fields=replace(fields, **left), ids=Ids() if draw() < _LEFT_OUT else record.ids)


def labelled(folder: Path, known: Sequence[Record]) -> Labelled:
    """Records of a set with their labels."""
    ids = [brought.key(record) for record in known]
    works = {row["id"]: row["cluster"] for row in _rows(gzip.decompress((folder / "truth.csv.gz").read_bytes()))}
    places = {each: place for place, each in enumerate(ids)}
    disputed = folder / "disputed.csv"
    doubts = _rows(disputed.read_bytes()) if disputed.is_file() else []
    doubtful = frozenset((places[row["id_a"]], places[row["id_b"]]) for row in doubts)
    return Labelled(nodes(known), tuple(works[each] for each in ids), doubtful | {(b, a) for a, b in doubtful})


def undecided(labelled: Labelled, counts: float = 1.0) -> Pairs:
    """The pairs of a set from which weights are learned."""
    found = Pairs([], [], counts)
    known = labelled.known
    for one, other in known.candidates:
        levels = compared(known.described[one], known.described[other], known.corpus)
        left, right = known.places[one][0], known.places[other][0]
        if not isinstance(levels, str) and (left, right) not in labelled.doubtful:
            found.levels.append(levels)
            found.one.append(labelled.works[left] == labelled.works[right])
    return found


def learned(sets: Sequence[Pairs]) -> Scorecard:
    """The weights by logistic regression; every set counts by the square root of its size."""
    pairs = np.array([(*levels, one) for each in sets for levels, one in zip(each.levels, each.one, strict=True)])
    counts = np.concatenate([np.full(len(each.one), each.counts * len(each.one) ** -0.5) for each in sets])
    alike, places = np.unique(pairs, axis=0, return_inverse=True)  # a third of the rows
    counted = np.bincount(places.ravel(), counts / counts.mean())
    weights = _regression(_columns(alike[:, :-1]), alike[:, -1], counted)
    ends = np.cumsum([0, *SIZES.values()])
    named = {
        name: [round(float(weight), 3) for weight in weights[1 + start : 1 + end]]
        for name, start, end in zip(SIZES, ends, ends[1:], strict=False)
    }
    return Scorecard(round(float(weights[0]), 3), _log_odds(_JOINED), _log_odds(_ASKED), named)


def encoded(card: Scorecard) -> bytes:
    """The scorecard as it is shipped, a feature a line."""
    lines = ",\n".join(f"    {msgspec.json.encode(name).decode()}: {weights}" for name, weights in card.weights.items())
    head = f'  "start": {card.start},\n  "joined": {card.joined},\n  "asked": {card.asked},\n'
    return f'{{\n{head}  "weights": {{\n{lines}\n  }}\n}}\n'.encode()


def _columns(levels: np.ndarray) -> np.ndarray:
    """A row a pair: 1, then a 1 in the column of each of its levels."""
    offsets = 1 + np.cumsum([0, *SIZES.values()])
    columns = np.zeros((len(levels), offsets[-1]))
    columns[:, 0] = 1
    columns[np.arange(len(levels))[:, None], levels + offsets[:-1]] = 1
    return columns


def _regression(columns: np.ndarray, truth: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The weights of a penalised logistic regression, by Newton's method; the first has no penalty."""
    weights = np.zeros(columns.shape[1])
    penalty = np.full(len(weights), _PENALTY)
    penalty[0] = 1e-9
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
        slope = columns.T @ (counts * (chances - truth)) + penalty * weights
        curve = (columns * (counts * chances * (1 - chances))[:, None]).T @ columns + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _log_odds(chance: float) -> float:
    return round(math.log(chance / (1 - chance)), 3)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


if __name__ == "__main__":
    sys.exit(main())
