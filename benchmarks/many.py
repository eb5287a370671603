"""Rows of `duplicates.py`: many records, shuffled, emptied and equal ones, and what they take."""

from __future__ import annotations

import gc
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from benchmarks import joined
from benchmarks.rows import Row
from cluneal_lit.cli import COLLECTED
from cluneal_lit.duplicates import duplicates
from cluneal_lit.model import Date, Fields, Ids, Name, Record

FASTEST = 5_000  # records a CPU second: the goal
MANY, FEWER = 100_000, 25_000
LARGEST = 1_000  # MB
EQUAL = 10_000  # records with one title
_SEED = 7
_KILOBYTES = 1024 if sys.platform != "darwin" else 1024**2


def steady() -> Iterator[Row]:
    """Whether order, missing fields and equal titles change or break anything."""
    records = joined.of("digital_work")
    shuffled = random.Random(_SEED).sample(records, len(records))
    before, after = (joined.clusters(duplicates(each), tuple(each)) for each in (records, shuffled))
    yield Row("clusters that a shuffle changes", len(before ^ after), 0, "clusters", accuracy=True)
    equal = [_invented(number) for number in range(EQUAL)]
    yield Row(
        f"{EQUAL:,} equal titles in as many issues: joined",
        len(duplicates(equal).clusters),
        0,
        "clusters",
        accuracy=True,
    )
    empty = [replace(record, fields=Fields(), ids=Ids()) for record in records[:1000]]
    yield Row("records without any field: joined", len(duplicates(empty).clusters), 0, "clusters", accuracy=True)


def speed() -> Iterator[Row]:
    """Records a CPU second over the labelled sets, the collector resting as it does in the program."""
    sets = [joined.of(one.name, one.view) for one in joined.SETS]
    gc.set_threshold(*COLLECTED)
    start = time.process_time()
    for records in sets:
        duplicates(records)
    rate = sum(map(len, sets)) / (time.process_time() - start)
    yield Row("records a CPU second, all sets", rate, FASTEST, "records/s", most=False)


def growth() -> Iterator[Row]:
    """Time and memory of many records."""
    (few, _), (most, megabytes) = _apart(FEWER), _apart(MANY)
    yield Row(f"{MANY:,} records", most, None, "s")
    yield Row(f"{MANY:,} records: memory", megabytes, LARGEST, "MB")
    yield Row(f"time of {MANY:,} by {FEWER:,} records", most / few, 1.15 * MANY / FEWER, "times")


def _apart(count: int) -> tuple[float, float]:
    """The CPU seconds and megabytes of so many records, in a process of their own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (count,))


def _measured(count: int) -> tuple[float, float]:
    records = list(islice(_repeated(), count))
    start = time.process_time()
    duplicates(records)
    seconds = time.process_time() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _KILOBYTES / 1024


def _repeated() -> Iterator[Record]:
    """The sets again and again, from the second time on with other words, authors and numbers: other works."""
    sets: Sequence[Record] = [record for one in joined.SETS for record in joined.of(one.name)]
    turn = 0
    while True:
        yield from (record if not turn else _changed(record, turn) for record in sets)
        turn += 1


def _changed(record: Record, turn: int) -> Record:
    """Another work: every word longer than four letters and every name begins otherwise, the year is another."""
    fields = record.fields
    mark = "bcdfghjklmnpqrstvwxz"[turn % 20]
    year = fields.issued.year if fields.issued else None
    return replace(
        record,
        ids=Ids(doi=f"{record.ids.doi}.{turn}" if record.ids.doi else ""),
        fields=replace(
            fields,
            title=" ".join(mark + word if len(word) > 4 else word for word in fields.title.split()),
            author=tuple(replace(name, family=mark + name.family) if name.family else name for name in fields.author),
            issued=Date(date_parts=((year + turn,),)) if year else fields.issued,
            volume=f"{fields.volume}{turn}" if fields.volume.isdigit() else fields.volume,
        ),
    )


def _invented(number: int) -> Record:
    """An invented editorial, by the same person, in an issue of its own."""
    fields = Fields(
        type="article-journal",
        title="Editorial comment",
        author=(Name(family="Invented", given="A"),),
        container_title="Journal of Invented Works",
        issued=Date(date_parts=((2000,),)),
        volume="1",
        issue=str(number + 1),
    )
    return Record(format=1, source="library", id=f"invented#{number}", ids=Ids(), fields=fields)
