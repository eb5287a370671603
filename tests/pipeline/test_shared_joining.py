"""Labelled sets of records of databases, which lie beside the repository (`../shared/dedupe-benchmark`)."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from cluneal_lit.formats import csv_read
from cluneal_lit.pipeline.joining import joined
from cluneal_lit.store.remembered import Keys

SHARED = Path(__file__).resolve().parents[3] / "shared" / "dedupe-benchmark"


@pytest.mark.parametrize(("name", "missed"), [("stroke", 3), ("cytology_screening", 3), ("sra_copper", 3)])
def test_nothing_is_joined_wrongly_and_little_is_missed_or_asked(name: str, missed: int) -> None:
    if not (SHARED / name).is_dir():
        pytest.skip(f"{SHARED / name} is not there")
    with gzip.open(SHARED / name / "records.csv.gz", "rt", encoding="utf-8") as file:
        records, _ = csv_read.read(file.read(), "set.csv")
    with gzip.open(SHARED / name / "truth.csv.gz", "rt", encoding="utf-8") as file:
        truth = {f"set.csv#{row['id']}": row["cluster"] for row in csv.DictReader(file)}
    answer = joined(records, Keys(), {})
    works = [{truth[record.id] for record in group.records} for group in answer.groups]
    assert [work for work in works if len(work) > 1] == []
    assert len(works) - len(set(truth.values())) <= missed
    assert sum(not one.joined for one in answer.alike) <= len(records) / 100
