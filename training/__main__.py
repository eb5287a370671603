"""Train the model that reads reference strings: `python -m training`, minutes of work, the same bytes each time."""

from __future__ import annotations

import argparse
import sys
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
import pycrfsuite
from msgspec.structs import replace

from cluneal_lit.citations.strings import crf, phrases
from cluneal_lit.citations.strings.attributes import attributes
from cluneal_lit.citations.strings.reading import Stored
from training import confidence, journals
from training.averaged import averaged, packed
from training.labels import labelled
from training.strings import Labelled, strings

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src" / "cluneal_lit" / "citations" / "strings" / "model.bin"
_SEED = 7
_UNIT = 1000
_PARAMETERS = {"c1": 0.3, "c2": 0.01, "max_iterations": 65, "feature.minfreq": 3}


def main() -> int:
    """Write the model; say how many strings it learned from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of the shared data")
    parser.add_argument("--output", type=Path, default=MODEL, help="the model to write")
    args = parser.parse_args()
    if not (args.shared / "reference-strings").is_dir():
        print(f"{args.shared}: has no reference-strings/; name the shared data with --shared", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(2) as pool:
        whole, judged = pool.map(partial(trained, args.shared), (False, True))
    content = joined(whole, judged, confidence.weights(args.shared, judged))
    args.output.write_bytes(content)
    print(f"{args.output}: {len(content):,} bytes")
    return 0


def joined(whole: bytes, judged: bytes, belief: tuple[float, ...]) -> bytes:
    """The model as it is shipped: the average of that of all strings and the one that was judged, with its belief."""
    one, other = (msgspec.msgpack.decode(content, type=Stored) for content in (whole, judged))
    return msgspec.msgpack.encode(replace(one, weights=averaged(one.weights, other.weights), belief=belief))


def trained(shared: Path, judged: bool) -> bytes:
    """The model of all strings, or of those by which its confidence is not judged."""
    return model(strings(shared, _SEED, judged), journals.hashed(shared / "journals"))


def model(labelled_strings: Iterable[Labelled], known: phrases.Phrases) -> bytes:
    """The model that learned from strings, as it is shipped; the same bytes for the same strings."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for raw, spans in labelled_strings:
        found, labels = labelled(raw, spans)
        if found.texts:
            trainer.append(attributes(found, known), labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = f"{folder}/model.crfsuite"
        trainer.train(trained)
        return msgspec.msgpack.encode(Stored(weights(trained), phrases.encoded(known), ()))


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
