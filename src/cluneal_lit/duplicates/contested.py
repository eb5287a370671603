"""Identifiers that stand with records of several works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from cluneal_lit.duplicates.clusters import Pair
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.supplements import KINDS, MOST


def contested(records: Sequence[Described], isbns: Sequence[frozenset[str]], home: Mapping[int, int]) -> Iterator[Pair]:
    """The pairs of records, of different works, that share an identifier of a few works; `isbns` are those of books,
    `home` is each record's."""
    bearers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for kind in KINDS:
            if value := getattr(record, kind):
                bearers[kind, value].append(place)
        for value in isbns[place]:
            bearers["isbn", value].append(place)
    for places in bearers.values():
        if len(places) > 1 and 1 < len({home.get(place, place) for place in places}) <= MOST:
            yield from (pair for pair in combinations(places, 2) if len({home.get(place, place) for place in pair}) > 1)
