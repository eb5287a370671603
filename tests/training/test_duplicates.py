"""The weights that find duplicates are learned the same each time."""

from __future__ import annotations

from pathlib import Path

from training import duplicates as training

SMALL = ("sra_copper", "sra_tafenoquine")


def test_the_same_sets_give_the_same_bytes(shared: Path) -> None:
    folder = shared / "dedupe-benchmark"
    once, again = (
        training.encoded(training.learned([pairs for name in SMALL for pairs in training.both(folder / name, name)]))
        for _ in range(2)
    )
    assert once == again


def test_doubtful_labels_are_not_learned_from(shared: Path) -> None:
    folder = shared / "dedupe-benchmark" / "haematology"
    whole = training.labelled(folder, training.records(folder, "haematology"))
    without = training.Labelled(whole.known, whole.works, frozenset())
    assert len(whole.doubtful) == 2 * 31
    assert len(training.undecided(whole).one) < len(training.undecided(without).one)
