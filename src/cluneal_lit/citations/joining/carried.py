"""Works that a document's format names by values: field codes, entries of a bibliography, keys of LaTeX."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.hits import Hit, malformed
from cluneal_lit.citations.identifiers.tails import without_tails
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Embedded, Ids

_SHOWN = late(r"[\s\[(]*(\d{1,3}(?:[\s,;–—-]+\d{1,3})*)[\s\])]*")
_HIGHEST = 999
_EVERY = ("*", "@*", "true")  # what cites every work of a bibliography: `\\nocite{*}`, `full: true`

_START = attrgetter("start")


class Carried(Struct, frozen=True):
    """A work that a format names, with what stands at its place: identifiers that agree, the numbers of a marker.

    `raw` names what `start` and `end` alone do not: which of the works of a field, or of a bibliography, it is.
    """

    embedded: Embedded
    ids: Ids
    numbers: tuple[int, ...] = ()
    malformed: tuple[str, ...] = ()
    raw: str = ""
    targets: tuple[str, ...] = ()


def stretches(embedded: Iterable[Embedded]) -> list[tuple[int, int]]:
    """Where works stand that need not be sought in the words."""
    return [(one.start, one.end) for one in embedded]


def entries(embedded: Iterable[Embedded]) -> list[Entry]:
    """The entries of the lists that the format names, as those that are found in the words."""
    return [Entry(one.start, one.end, one.number, True, 1.0) for one in embedded if one.form == "entry"]


def carried(
    text: str, embedded: Sequence[Embedded], hits: Sequence[Hit], markers: Sequence[Marker]
) -> tuple[list[Carried], list[Hit], list[Marker]]:
    """The works, in order; and the hits and markers that say something else than they do.

    An identifier in an entry is the entry's, unless the entry has another of its kind. What a field shows is its own;
    the number of one that names no work is a marker, unless it is part of one.
    """
    if not embedded:
        return [], list(hits), list(markers)
    markers = [*markers, *_lost(text, [one for one in embedded if _is_lost(one)], markers)]
    embedded = [one for one in embedded if not _is_lost(one)]
    starts, by_place = [hit.start for hit in hits], sorted(markers, key=_START)
    taken: set[int] = set()
    found: list[Carried] = []
    for one in embedded:
        first, last = bisect_left(starts, one.start), bisect_left(starts, one.end)
        ids, used = _ids(one, hits, range(first, last))
        taken.update(used)
        wrong = malformed(text, (hit for hit in hits[first:last] if hit.form == "malformed"))
        shown = _numbers(text, one, by_place) if one.form == "field" else ()
        targets = tuple(hits[at].written for at in used if hits[at].written) if one.form == "entry" else ()
        found.append(Carried(one, ids, shown, wrong if one.form == "entry" else (), _raw(text, one), targets))
    covered = stretches(embedded)
    rest = [hit for place, hit in enumerate(hits) if place not in taken]
    return found, rest, [marker for marker in markers if not _inside(marker.start, covered)]


def _ids(one: Embedded, hits: Sequence[Hit], places: range) -> tuple[Ids, list[int]]:
    """The identifiers of a work, and the places of the hits that say nothing beyond them."""
    told = without_tails(one.ids).keys()
    names = list(told if one.form != "entry" else _shortened(told, [hits[at] for at in places]))
    used = [place for place in places if hits[place].form in ("malformed", "key")]
    for place in places:
        hit = hits[place]
        same_kind = [name for name in names if name.startswith(f"{hit.kind}:")]
        if not hit.value or hit.kind == "key":
            continue
        if f"{hit.kind}:{hit.value}" in names or hit.kind == "isbn" or (one.form == "entry" and not same_kind):
            names.append(f"{hit.kind}:{hit.value}")
            used.append(place)
        elif one.form == "field":
            used.append(place)
    return identifiers.ids(list(dict.fromkeys(names))), used


def _shortened(names: Sequence[str], hits: Sequence[Hit]) -> Iterator[str]:
    """The identifiers of an entry; its DOI ends where that ends which is found in it."""
    found = {f"doi:{hit.value}" for hit in hits if hit.kind == "doi" and hit.value}
    for name in names:
        parts = [one for one in found if name.startswith(one)] if name not in found else []
        yield max(parts, key=len, default=name)


def _numbers(text: str, one: Embedded, markers: Sequence[Marker]) -> tuple[int, ...]:
    """The numbers that a field shows, by the markers in their order. What looks like one nowhere else is one here:
    `5-7 20`, raised in a cell."""
    if shown := _SHOWN.fullmatch(text, one.start, one.end):
        return numbers(re.sub(r"[\s,;]+", ",", re.sub(r"\s*([–—-])\s*", r"\1", shown[1])).strip(","), _HIGHEST)
    first, last = (bisect_left(markers, at, key=_START) for at in (one.start, one.end))
    own = markers[first:last]
    return tuple(dict.fromkeys(number for marker in own for number in marker.numbers))


def _raw(text: str, one: Embedded) -> str:
    if one.form == "key" and text[one.start : one.end] in _EVERY:
        return f"{text[one.start : one.end]} {one.key}"
    if one.form != "field":
        return ""
    name = next(iter(one.ids.keys()), "") or one.fields.title or one.key
    return one_line(f"{text[one.start : one.end]} {name}")


def _is_lost(one: Embedded) -> bool:
    return one.form == "field" and not one.ids and not one.fields


def _lost(text: str, fields: Sequence[Embedded], markers: Sequence[Marker]) -> Iterator[Marker]:
    """The markers that fields are which name no work: numbers that lead to an entry that is not there."""
    covered = sorted((marker.start, marker.end) for marker in markers) if fields else []
    for one in fields:
        shown = _numbers(text, one, ())
        if shown and not (_inside(one.start, covered) or _inside(one.end - 1, covered)):
            yield Marker(one.start, one.end, shown, 0.95)


def _inside(at: int, covered: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(covered, (at + 1, 0)) - 1
    return place >= 0 and covered[place][0] <= at < covered[place][1]
