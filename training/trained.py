"""Training one model by CRFsuite."""

from __future__ import annotations

import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from cluneal_lit.citations.strings import crf, phrases
from cluneal_lit.citations.strings.reading import Stored
from training import journals
from training.averaged import packed
from training.lessons import PARAMETERS, lessons
from training.strings import Labelled, strings

_UNIT = 1000


def trained(shared: Path, seed: int, left_out: int | None = None) -> Stored:
    """The model of all strings, or of those without a third."""
    return model(strings(shared, seed, left_out), journals.hashed(shared / "journals"))


def model(labelled_strings: Iterable[Labelled], known: phrases.Phrases) -> Stored:
    """The model that learned from strings; the same for the same strings."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for rows, labels in lessons(labelled_strings, known):
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/model.crfsuite"
        trainer.train(path)
        return Stored(weights(path), phrases.encoded(known), ())


def weights(path: str) -> crf.Weights:
    """The weights of a model that CRFsuite trained, in thousandths."""
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    found = tagger.info()
    labels = sorted(found.labels, key=lambda label: int(found.labels[label]))
    number = {label: at for at, label in enumerate(labels)}
    rows: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for (attribute, label), weight in found.state_features.items():
        if value := _thousandths(weight):
            rows[attribute][number[label]] = value
    return packed(tuple(labels), rows, _transitions(labels, found.transitions))


def _transitions(labels: list[str], found: dict[tuple[str, str], float]) -> array[int]:
    """By rows; one that no string showed weighs nothing, as in training."""
    rows = (_thousandths(found.get((before, label), 0.0)) for before in (*labels, "^") for label in labels)
    return array("h", rows)


def _thousandths(weight: float) -> int:
    return max(-32_000, min(32_000, round(weight * _UNIT)))
