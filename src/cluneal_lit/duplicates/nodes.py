"""Records made ready to be held against each other; those that say the same, titles by their words, are one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.duplicates.candidates import pairs
from cluneal_lit.duplicates.corpus import Corpus, corpus
from cluneal_lit.duplicates.described import Described, described
from cluneal_lit.model import Record

_SORTED = (
    "title original year volume issue printed first last journal doi pmid pmcid abstract type form edition trial"
    " meeting"
).split()


class Nodes(Struct, frozen=True):
    """`described`: what each node says, sorted by it, so that the order of the records changes nothing; `places` of
    its records; `candidates`: pairs of nodes worth comparing; `corpus`: what all together tell; `isbns`: those of
    each node's books."""

    described: list[Described]
    places: list[list[int]]
    candidates: list[tuple[int, int]]
    corpus: Corpus
    isbns: list[frozenset[str]]


def nodes(records: Sequence[Record], alone: frozenset[int] = frozenset()) -> Nodes:
    """The nodes of records; those whose places are in `alone` are nodes of their own."""
    alike: defaultdict[tuple[Described, int], list[tuple[str, int]]] = defaultdict(list)
    for place, record in enumerate(records):
        said = described(record)
        alike[replace(said, written=""), place if place in alone else -1].append((said.written, place))
    found = sorted(alike.items(), key=lambda one: _order(*one[0]))
    one_each = [replace(node, written=min(those)[0]) for (node, _), those in found]
    candidates = sorted(pairs(one_each))
    places = [[place for _, place in those] for _, those in found]
    books = [[records[place] for place in those if records[place].fields.type == "book"] for those in places]
    isbns = [frozenset(isbn for book in those for isbn in book.ids.isbn) for those in books]
    return Nodes(one_each, places, candidates, corpus(one_each, candidates), isbns)


def _order(node: Described, place: int) -> tuple[object, ...]:
    rest = (node.numbers, node.authors, node.people, sorted(node.kinds), node.about, place)
    return (*(getattr(node, name) for name in _SORTED), *rest)
