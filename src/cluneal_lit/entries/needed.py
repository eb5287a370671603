"""What of a store is still needed: all that the identifiers which people name lead to, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from cluneal_lit.entries import versions
from cluneal_lit.entries.status import relations
from cluneal_lit.entries.works import grouped
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Asked, Record, Work
from cluneal_lit.registries import replacements


def needed(
    roots: Iterable[str],
    records: Iterable[Record],
    lock: Mapping[str, Asked],
    given: Collection[str] = (),
    joined: Iterable[Sequence[Record]] = (),
) -> frozenset[str]:
    """The identifiers and record names that the roots lead to, the roots among them.

    `roots` are identifiers and names of records, `records` those that are believed, of services and libraries alike,
    `given` the identifiers for which citation keys were given, `joined` the records of each work. An identifier leads
    to the records that bear or claim it, a record to all of its identifiers and to the others of its work, a work to
    the newer version or paper that tells of it, a notice to the paper that names it, and an identifier that was
    replaced to the one it is now; back only where a key was given for the old one, so that it is known again.
    """
    records = tuple(records)
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for start, end in (*_claimed(records, lock), *_replaced(lock, given), *_told(records, lock), *_joined(joined)):
        ways[start].add(end)
    return _reached(roots, ways)


def led_to(roots: Iterable[str], records: Iterable[Record], lock: Mapping[str, Asked]) -> frozenset[str]:
    """The identifiers and record names to which the answers of services about the roots lead, with the roots.

    What other works tell of them, or are like, leads nowhere.
    """
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for start, end in _claimed(records, lock):
        ways[start].add(end)
    for line in lock.values():
        if line.state in ("elsewhere", "merged-into"):
            ways[line.id].add(line.to)
    return _reached(roots, ways)


def _reached(roots: Iterable[str], ways: Mapping[str, Collection[str]]) -> frozenset[str]:
    found: set[str] = set()
    open_ = {*roots}
    while open_:
        name = open_.pop()
        found.add(name)
        open_ |= {*ways.get(name, ()), twin(name)} - found - {""}
    return frozenset(found)


def _claimed(records: Iterable[Record], lock: Mapping[str, Asked]) -> Iterator[tuple[str, str]]:
    """Each record with its identifiers, and these with it; one whose id was replaced is reached by that id alone."""
    links = replacements(lock)
    for record in records:
        names = record.ids.keys()
        yield from ((record.key, name) for name in (record.id, *names))
        yield from ((name, record.key) for name in (record.id, *(() if record.id in links else names)))


def _joined(works: Iterable[Sequence[Record]]) -> Iterator[tuple[str, str]]:
    """Each record with the next one of its work, and back: not all share an identifier."""
    for one, other in chain.from_iterable(map(pairwise, works)):
        yield from ((one.key, other.key), (other.key, one.key))


def _replaced(lock: Mapping[str, Asked], given: Collection[str]) -> Iterator[tuple[str, str]]:
    for old, now in replacements(lock).items():
        yield old, now
        if old in given:
            yield now, old


def _told(records: Iterable[Record], lock: Mapping[str, Asked]) -> Iterator[tuple[str, str]]:
    """The works of which another work tells something, with the identifiers of that.

    And works that name two others in one tie with both: it tells of neither, and without one it would of the other.
    """
    links = replacements(lock)
    groups, _ = grouped(record for record in records if record.id not in links)
    works = [Work((group.records[0].key,), group.records, None, group.ids, group.also) for group in groups]
    for key, ties in chain(versions.told(works).items(), versions.told_of_notices(works).items()):
        yield from ((key, name) for tie in ties for name in tie.ids.keys())
    owners = {name: work.keys[0] for work in works for name in work.names}
    for work in works:
        for tie in relations(work.records):
            named = [name for name in tie.ids.keys() if name in owners]
            if len({owners[name] for name in named}) > 1:
                yield from ((work.keys[0], name) for name in named)
