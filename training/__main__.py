"""Train the model that reads reference strings: `python -m training`, minutes of work, the same bytes each time."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cluneal_lit.citations.strings.reading import Stored
from training import confidence, journals
from training.averaged import averaged
from training.lessons import SEEDS, taught
from training.split import THIRDS
from training.strings import SETS

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src" / "cluneal_lit" / "citations" / "strings" / "model.bin"


def main() -> int:
    """Write the model, or tell whether the one that is there was taught what this code teaches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of the shared data")
    parser.add_argument("--output", type=Path, default=MODEL, help="the model to write")
    parser.add_argument("--check", action="store_true", help="train nothing; exit 1 if --output was taught otherwise")
    args = parser.parse_args()
    if lacking := _lacking(args.shared, args.check):
        print(f"{args.shared}: has no {lacking}; name the shared data with --shared", file=sys.stderr)
        return 2
    if args.check:
        return _checked(args.shared, args.output)
    if importlib.util.find_spec("pycrfsuite") is None:
        print("python-crfsuite is not installed, which trains the model: pip install python-crfsuite", file=sys.stderr)
        return 2
    content = msgspec.msgpack.encode(shipped(args.shared))
    args.output.write_bytes(content)
    print(f"{args.output}: {len(content):,} bytes")
    return 0


def _lacking(shared: Path, check: bool) -> str:
    """The first file that teaching needs and the shared data lack, or that training needs beyond; empty for none."""
    needed = [f"reference-strings/{name}.jsonl" for name in SETS]
    needed += [f"journals/{name}.csv" for name in journals.LISTS] + ([] if check else ["score/strings.py"])
    return next((name for name in needed if not (shared / name).is_file()), "")


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
    from training.trained import trained  # by CRFsuite, without which a model can be checked

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


if __name__ == "__main__":
    sys.exit(main())
