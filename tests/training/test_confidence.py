"""The weights of confidence."""

from __future__ import annotations

import math

import pytest

pytest.importorskip("pycrfsuite", reason="needs python-crfsuite, which trains the model")

from training.confidence import fitted


def test_without_signs_the_share_of_the_right_decides() -> None:
    assert fitted([(1.0,)] * 4, [True, True, True, False]) == (round(math.log(3), 4),)


def test_a_sign_weighs_as_its_strings_are_right() -> None:
    rows = [(1.0, 1.0, 0.0)] * 100 + [(1.0, 0.0, 1.0)] * 100 + [(1.0, 0.0, 0.0)] * 100
    right = [True] * 90 + [False] * 10 + [True] * 20 + [False] * 80 + [True] * 50 + [False] * 50
    bias, good, bad = fitted(rows, right)
    shares = [1 / (1 + math.exp(-odds)) for odds in (bias, bias + good, bias + bad)]
    assert shares == pytest.approx([0.5, 0.9, 0.2], abs=0.06)
