"""The average of two models: what each learned by chance weighs half."""

from __future__ import annotations

from array import array
from collections import defaultdict

from cluneal_lit.citations.strings import crf

Rows = dict[str, dict[int, int]]  # of each attribute the weight for each label, by its number


def averaged(one: crf.Weights, other: crf.Weights) -> crf.Weights:
    """The weights half-way between those of two models with the same labels; what one lacks weighs nothing there."""
    numbers = [one.labels.index(label) for label in other.labels]
    rows: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    for weights, places in ((one, range(len(numbers))), (other, numbers)):
        for attribute, values in _rows(weights).items():
            for lane, value in values.items():
                rows[attribute][places[lane]] += value
    halves = {
        attribute: {lane: value // 2 for lane, value in row.items() if value // 2} for attribute, row in rows.items()
    }
    return packed(one.labels, {name: row for name, row in halves.items() if row}, _transitions(one, other, numbers))


def packed(labels: tuple[str, ...], rows: Rows, transitions: array[int]) -> crf.Weights:
    """The weights as a model stores them, in the order of attributes and labels."""
    starts, lanes, values = array("I", [0]), bytearray(), array("h")
    for attribute in sorted(rows):
        for lane, value in sorted(rows[attribute].items()):
            lanes.append(lane)
            values.append(value)
        starts.append(len(values))
    return crf.Weights(
        labels=labels,
        attributes="\n".join(sorted(rows)),
        starts=starts.tobytes(),
        lanes=bytes(lanes),
        values=values.tobytes(),
        transitions=transitions.tobytes(),
    )


def _rows(weights: crf.Weights) -> Rows:
    starts, values = array("I", weights.starts), array("h", weights.values)
    return {
        attribute: {weights.lanes[at]: values[at] for at in range(starts[number], starts[number + 1])}
        for number, attribute in enumerate(weights.attributes.split("\n"))
    }


def _transitions(one: crf.Weights, other: crf.Weights, numbers: list[int]) -> array[int]:
    """By rows of the first model's labels; the last row is from the start."""
    size = len(numbers)
    first, second = array("h", one.transitions), array("h", other.transitions)
    found = array("h", first)
    for before, row in enumerate([*numbers, size]):
        for label, lane in enumerate(numbers):
            found[row * size + lane] = (first[row * size + lane] + second[before * size + label]) // 2
    return found
