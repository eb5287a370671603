"""The average of models: what each learned by chance weighs less."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

from cluneal_lit.citations.strings import crf

Rows = dict[str, dict[int, int]]  # of each attribute the weight for each label, by its number


def averaged(models: Sequence[crf.Weights]) -> crf.Weights:
    """The mean weights of models with the same labels, in the first's order; what one lacks weighs nothing there."""
    labels, count = models[0].labels, len(models)
    rows: defaultdict[str, Counter[int]] = defaultdict(Counter)
    transitions = [0] * (len(labels) * (len(labels) + 1))
    for one in models:
        places = [labels.index(label) for label in one.labels]
        for attribute, values in _rows(one).items():
            for lane, value in values.items():
                rows[attribute][places[lane]] += value
        for at, value in zip(_transitions(places), array("h", one.transitions), strict=True):
            transitions[at] += value
    means = {
        name: {lane: mean for lane, sum_ in row.items() if (mean := round(sum_ / count))} for name, row in rows.items()
    }
    return packed(
        labels,
        {name: row for name, row in means.items() if row},
        array("h", [round(sum_ / count) for sum_ in transitions]),
    )


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


def _transitions(places: Sequence[int]) -> list[int]:
    """Where each transition of a model stands in the first one's, by rows; the last row is from the start."""
    size = len(places)
    return [row * size + lane for row in (*places, size) for lane in places]
