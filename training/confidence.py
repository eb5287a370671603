"""The weights of confidence: how sure a model was of strings that it had not learned from, and whether it was right."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from cluneal_lit.citations.parse import read
from cluneal_lit.citations.strings.belief import Read, signs
from cluneal_lit.citations.strings.reading import Reader, Stored
from cluneal_lit.formats import csl_item
from training.split import thirds
from training.strings import TAGGED, training

JUDGED = (*TAGGED, "anystyle-core", "anystyle-good")
_TURNS = 12  # of Newton's method, which needs about seven
_RIDGE = 3.0
_DIGITS = 4

Rows = list[tuple[float, ...]]


def weights(shared: Path, models: Sequence[Stored]) -> tuple[float, ...]:
    """A weight for each of the signs of `belief`. `models`: for each third of the strings one that did not learn it."""
    readers = [Reader(model) for model in models]
    understood: list[Read] = []
    for name in JUDGED:
        records = training(shared / "reference-strings" / f"{name}.jsonl")
        by_third = zip(records, thirds([record["source"] for record in records]), strict=True)
        understood += [read(record["raw"], readers[third])[1] for record, third in by_third]
    wrong = _wrong(shared, understood)
    return fitted([signs(one) for one in understood], [at not in wrong for at in range(len(understood))])


def _wrong(shared: Path, understood: Sequence[Read]) -> set[int]:
    """Which strings are not right in all fields, by the neutral scorer."""
    items = [csl_item.item(str(at), one.fields, one.ids) for at, one in enumerate(understood)]
    scorer = shared / "score" / "strings.py"
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_bytes(b"\n".join(msgspec.json.encode({"item": item}) for item in items))
        command = (sys.executable, scorer, "score", *JUDGED, predictions, "--split", "train", "--json")
        answer = subprocess.run([*command, "--worst", str(len(items))], capture_output=True, check=True)
    return {case["line"] - 1 for case in json.loads(answer.stdout)["worst"]}


def fitted(rows: Rows, right: Sequence[bool]) -> tuple[float, ...]:
    """The weights of a logistic regression, those of the signs drawn towards 0; the same for the same rows."""
    size = len(rows[0])
    found = [0.0] * size
    for _ in range(_TURNS):
        slope = [-_RIDGE * weight * (at > 0) for at, weight in enumerate(found)]
        curve = [[_RIDGE * (at == other > 0) for other in range(size)] for at in range(size)]
        for row, is_right in zip(rows, right, strict=True):
            likely = 1 / (1 + math.exp(-sum(weight * sign for weight, sign in zip(found, row, strict=True))))
            for at, sign in enumerate(row):
                if sign:
                    slope[at] += sign * (is_right - likely)
                    share = sign * likely * (1 - likely)
                    curve[at] = [sum_ + share * other for sum_, other in zip(curve[at], row, strict=True)]
        found = [weight + step for weight, step in zip(found, _solved(curve, slope), strict=True)]
    return tuple(round(weight, _DIGITS) for weight in found)


def _solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """The solution of linear equations whose matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for at, row in enumerate(rows):
        pivot = row[at]
        rows[at] = [one / pivot for one in row]
        for other, below in enumerate(rows):
            if other != at and below[at]:
                rows[other] = [one - below[at] * own for one, own in zip(below, rows[at], strict=True)]
    return [row[-1] for row in rows]
