"""Which entries of a document's lists its markers, keys and fields mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.found import Found, listed
from cluneal_lit.citations.known import Known

_MOST = 8  # entries of one key or identifier


class Joined(Struct, frozen=True):
    """For each citation of a document the places, in their order, of the entries that it means and of those that cite
    it; and the authors and years in it that no entry answers."""

    cites: tuple[tuple[int, ...], ...]
    cited_by: tuple[tuple[int, ...], ...]
    missing: tuple[tuple[str, ...], ...]


def joined(cited: Sequence[Found]) -> Joined:
    """The entries that each citation means; of several lists with one number that behind the marker."""
    known = Known(listed(cited))
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    by_start: dict[int, int] = {}
    for place, one in enumerate(cited):
        if one.in_list:
            by_start.setdefault(one.start, place)
            for name in {*one.ids.keys(), *([one.cited_as] if one.cited_as else [])}:
                by_name[name].append(place)
    cites = [tuple(dict.fromkeys(_meant(one, known, by_start, by_name))) for one in cited]
    cited_by: list[list[int]] = [[] for _ in cited]
    for place, meant in enumerate(cites):
        for entry in meant:
            cited_by[entry].append(place)
    missing = [tuple(naming.name for naming in one.namings if not known.entries(naming)) for one in cited]
    return Joined(tuple(cites), tuple(map(tuple, cited_by)), tuple(missing))


def _meant(one: Found, known: Known, by_start: dict[int, int], by_name: defaultdict[str, list[int]]) -> Iterator[int]:
    if one.in_list:
        return
    for number in one.numbers:
        if entry := known.numbered(number, one.start):
            yield by_start[entry.start]
    for naming in one.namings:
        yield from (by_start[entry.start] for entry in known.entries(naming))
    if one.form in ("key", "field"):
        for name in (one.cited_as, *one.ids.keys()):
            yield from by_name.get(name, ())[:_MOST]
