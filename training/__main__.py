"""Train the model that reads reference strings: `python -m training`, minutes of work, the same bytes each time."""

from __future__ import annotations

import argparse
import sys
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
import pycrfsuite
from msgspec.structs import replace

from cluneal_lit.citations.strings import crf, phrases
from cluneal_lit.citations.strings.reading import Stored
from training import confidence, journals
from training.averaged import averaged, packed
from training.lessons import PARAMETERS, SEEDS, lessons, taught
from training.split import THIRDS
from training.strings import Labelled, strings

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src" / "cluneal_lit" / "citations" / "strings" / "model.bin"
_UNIT = 1000


def main() -> int:
    """Write the model, or tell whether the one that is there was taught what this code teaches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of the shared data")
    parser.add_argument("--output", type=Path, default=MODEL, help="the model to write")
    parser.add_argument("--check", action="store_true", help="train nothing; exit 1 if --output was taught otherwise")
    args = parser.parse_args()
    if not (args.shared / "reference-strings").is_dir():
        print(f"{args.shared}: has no reference-strings/; name the shared data with --shared", file=sys.stderr)
        return 2
    if args.check:
        return _checked(args.shared, args.output)
    content = msgspec.msgpack.encode(shipped(args.shared))
    args.output.write_bytes(content)
    print(f"{args.output}: {len(content):,} bytes")
    return 0


def _checked(shared: Path, path: Path) -> int:
    if not path.is_file():
        print(f"{path}: no such file; name a model with --output", file=sys.stderr)
        return 2
    try:
        stored = msgspec.msgpack.decode(path.read_bytes(), type=Stored)
    except msgspec.DecodeError:
        print(f"{path}: no model of reference strings; name one with --output", file=sys.stderr)
        return 2
    same = stored.taught == taught(shared)
    print(f"{path}: taught {'what this code teaches' if same else 'otherwise; train it: python -m training'}")
    return 0 if same else 1


def shipped(shared: Path) -> Stored:
    """The average of the models of all strings by each seed, and of those of two thirds each, which tell the belief."""
    with ProcessPoolExecutor(2) as pool:
        whole = pool.map(partial(trained, shared), SEEDS)
        parts = pool.map(partial(trained, shared, SEEDS[0]), range(THIRDS))
        return assembled(shared, [*whole], [*parts])


def assembled(shared: Path, whole: Sequence[Stored], parts: Sequence[Stored]) -> Stored:
    """The average of all models, with the belief that those of two thirds tell, and the digest of what was taught."""
    belief = confidence.weights(shared, parts)
    return replace(joined([*whole, *parts]), belief=belief, taught=taught(shared))


def joined(models: Sequence[Stored]) -> Stored:
    """The average of models."""
    return replace(models[0], weights=averaged([one.weights for one in models]))


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


if __name__ == "__main__":
    sys.exit(main())
