"""Which records are worth comparing: those that share a key which few others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations

from cluneal_lit.duplicates.described import Described

Key = tuple[str, ...]
_MOST = 40  # records of a block that are all compared with each other
_NEAR = 12  # neighbours that are, where a block cannot be parted further
_EDGE = 18  # letters of a title's beginning and end
_RARE = 4  # words of a title, the rarest, of which any two are a key
_OPENING = 40  # letters of an abstract


def pairs(records: Sequence[Described]) -> set[tuple[int, int]]:
    """The pairs of records, by their places and the first place first, that share a key.

    Time and memory grow with the number of records, however many share a key.
    """
    found: set[tuple[int, int]] = set()
    rarest = _rarest(records)
    for keys in _FAMILIES:
        first: dict[Key, int] = {}  # most keys are those of one record, for which a list would be large
        others: defaultdict[Key, list[int]] = defaultdict(list)
        for place, record in enumerate(records):
            for key in keys(record, rarest[place]):
                if first.setdefault(key, place) != place:
                    others[key].append(place)
        for key, places in others.items():
            found.update(_within([first[key], *places], records, _SPLITS))
    found.update(_untitled(records))
    return found


def _untitled(records: Sequence[Described]) -> Iterator[tuple[int, int]]:
    """The pairs of a record without a title and one of the same author in the same issue."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        if not record.title:
            for key in _in_issue(record):
                blocks[key].append(place)
    if not blocks:
        return
    for place, record in enumerate(records):
        for key in _in_issue(record):
            for other in blocks.get(key, ())[:_MOST]:
                if other != place:
                    yield min(place, other), max(place, other)


def _in_issue(record: Described) -> Iterator[Key]:
    if record.volume or record.issue:
        for author, _ in record.authors[:4]:
            yield (author, record.volume, record.issue)


def _rarest(records: Sequence[Described]) -> list[tuple[str, ...]]:
    """The rarest words of each title, those of equal frequency by length."""
    counts = Counter(chain.from_iterable(record.words for record in records))
    return [
        tuple(
            sorted((word for word in record.words if len(word) > 2), key=lambda word: (counts[word], -len(word), word))
        )[:_RARE]
        for record in records
    ]


def _by_id(record: Described, _rare: Sequence[str]) -> Iterator[Key]:
    if record.doi:
        yield ("doi", record.doi)
    if record.pmid:
        yield ("pmid", record.pmid)
    if record.pmcid:
        yield ("pmcid", record.pmcid)
    if record.trial:
        yield ("trial", record.trial)


def _by_title(record: Described, _rare: Sequence[str]) -> Iterator[Key]:
    if record.title:
        yield ("begin", record.title[:_EDGE])
        yield ("end", record.title[-_EDGE:])


def _by_words(record: Described, rare: Sequence[str]) -> Iterator[Key]:
    yield from combinations(sorted(rare), 2)
    if rare and record.authors:
        yield ("author", rare[0], record.authors[0][0])


def _by_place(record: Described, _rare: Sequence[str]) -> Iterator[Key]:
    author = record.authors[0][0] if record.authors else ""
    year = str(record.year or "")
    if record.first and (record.volume or record.issue):
        yield ("place", record.volume or record.issue, record.first)
    if record.first and author:
        yield ("page", record.first, author)
    if author and year and record.volume:
        yield ("volume", author, year, record.volume)


def _by_abstract(record: Described, _rare: Sequence[str]) -> Iterator[Key]:
    if len(record.abstract) >= _OPENING:
        yield ("abstract", record.abstract[:_OPENING])


_FAMILIES = (_by_id, _by_title, _by_words, _by_place, _by_abstract)
# By what a block that is too large is parted, in turn.
_SPLITS: tuple[Callable[[Described], object], ...] = (
    lambda record: record.year,
    lambda record: record.authors[0][0] if record.authors else "",
    lambda record: (record.volume, record.first),
)


def _within(
    block: Sequence[int], records: Sequence[Described], splits: Sequence[Callable[[Described], object]]
) -> Iterable[tuple[int, int]]:
    """The pairs within a block; one that is too large is parted, and in the end only neighbours are compared."""
    if len(block) <= _MOST:
        return combinations(block, 2)
    if not splits:
        return ((one, other) for place, one in enumerate(block) for other in block[place + 1 : place + 1 + _NEAR])
    parts: defaultdict[object, list[int]] = defaultdict(list)
    for place in block:
        parts[splits[0](records[place])].append(place)
    return (pair for part in parts.values() for pair in _within(part, records, splits[1:]))
