"""The strings that the model learns from: the training part of the labelled sets, and variants of them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training import journals
from training.books import Shelf, shelf, shelved
from training.groups import grouped
from training.labels import Span
from training.mended import mended
from training.split import in_test, thirds
from training.styles import restyled
from training.variants import misspelt, renamed

TAGGED = ("plos", "jats-multi", "scielo")  # the names of their authors are tagged one by one
SETS = (*TAGGED, "grobid-biorxiv", "grobid-citations", "grobid-other", "anystyle-core", "anystyle-good")
_SLIPS = (0.01, 0.03, 0.05)  # slips a character
Labelled = tuple[str, Sequence[Span]]


def strings(shared: Path, seed: int, left_out: int | None = None) -> Iterator[Labelled]:
    """The strings in the order of the sets, each followed by its variants; the same for the same seed.

    `left_out`: the third by which the model is judged for its confidence.
    """
    rng = random.Random(seed)
    names = journals.names(shared / "journals")
    records = [record for name in SETS for record in _of_set(shared / "reference-strings", name, left_out)]
    kept = shelf((record["fields"], record["raw"], record["spans"]) for record in records)
    for record in records:
        for _ in range(_copies(record)):
            yield record["raw"], record["spans"]
        for variant in _variants(record, names, kept, rng):
            if variant:
                yield variant


def _of_set(folder: Path, name: str, left_out: int | None) -> Iterator[dict[str, Any]]:
    """The records of a set that are learned, with its name; those of tagged articles have what tagging leaves out."""
    records = training(folder / f"{name}.jsonl")
    for record, third in zip(records, thirds([record["source"] for record in records]), strict=True):
        if third == left_out:
            continue
        spans = [(label, start, end) for label, start, end in record["spans"]]
        yield {**record, "set": name, "spans": mended(record["raw"], spans) if name in TAGGED else spans}


def _copies(record: dict[str, Any]) -> int:
    """How often a string is learned as it is: one of no journal twice where most are of journals."""
    return 2 if record["set"] in TAGGED and not record["fields"].get("journal") else 1


def training(path: Path) -> list[dict[str, Any]]:
    """The records of a set that are not kept for the test."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        record
        for record, tested in zip(records, in_test([record["source"] for record in records]), strict=True)
        if not tested
    ]


def _variants(
    record: dict[str, Any], names: list[list[str]], kept: Shelf, rng: random.Random
) -> Iterator[Labelled | None]:
    name, raw, spans = record["set"], record["raw"], record["spans"]
    medical = name in (*TAGGED, "grobid-biorxiv")
    if rng.random() < (0.5 if medical else 0.25):
        yield renamed(raw, spans, names, rng)
    if name in TAGGED and rng.random() < 0.5:
        yield restyled(record["fields"], rng)
    if name in TAGGED and rng.random() < 0.3:
        yield shelved(record["fields"], kept, rng)
    if medical and rng.random() < 0.04:
        yield grouped(raw, spans, rng)
    if rng.random() < (0.4 if medical else 0.15):
        yield misspelt(raw, spans, rng.choice(_SLIPS), rng)
