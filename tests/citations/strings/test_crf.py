"""The conditional random field against all sequences; those that fall far behind are left out of the probability."""

from __future__ import annotations

import itertools
import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations.strings.crf import Labelled, Model, Weights

LABELS = ("B-title", "I-title", "O")
SEEN = {"w=the": (900, -300, 0), "w=hip": (-200, 1500, 100), "s=X": (0, 0, -700), "w=.": (-1000, 0, 2000)}
TRANSITIONS = ((-500, 1200, 300), (-800, 900, 200), (400, -1500, 600), (700, -900, 100))  # the last from the start


def model() -> Model:
    rows = {name: [(lane, value) for lane, value in enumerate(values) if value] for name, values in SEEN.items()}
    names = sorted(rows)
    return Model(
        Weights(
            labels=LABELS,
            attributes="\n".join(names),
            starts=array("I", itertools.accumulate([0, *(len(rows[name]) for name in names)])).tobytes(),
            lanes=bytes(lane for name in names for lane, _ in rows[name]),
            values=array("h", [value for name in names for _, value in rows[name]]).tobytes(),
            transitions=array("h", itertools.chain(*TRANSITIONS)).tobytes(),
        )
    )


def brute(tokens: list[list[str]]) -> Labelled:
    """The best of all sequences, and its share of their sum."""
    odds: dict[tuple[int, ...], float] = {}
    for labels in itertools.product(range(len(LABELS)), repeat=len(tokens)):
        total, before = 0, len(LABELS)
        for label, attributes in zip(labels, tokens, strict=True):
            total += TRANSITIONS[before][label] + sum(SEEN.get(one, (0, 0, 0))[label] for one in attributes)
            before = label
        odds[labels] = math.exp(total / 1000)
    best = max(odds, key=lambda labels: odds[labels])
    return Labelled([LABELS[label] for label in best], odds[best] / sum(odds.values()))


@given(st.lists(st.lists(st.sampled_from([*SEEN, "w=unknown"]), max_size=3, unique=True), min_size=1, max_size=6))
def test_the_best_sequence_and_its_probability_are_those_of_all(tokens: list[list[str]]) -> None:
    trained = model()
    found, expected = trained.labelled([trained.packed(one) for one in tokens]), brute(tokens)
    assert found.probability == pytest.approx(expected.probability, rel=0.08)
    assert found.labels == expected.labels or expected.probability == pytest.approx(found.probability, rel=0.08)
