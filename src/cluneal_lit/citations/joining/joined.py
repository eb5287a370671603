"""Which entries of a document's lists its markers, keys and fields mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cluneal_lit import names
from cluneal_lit.citations.joining.reading import Found
from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.listed import LETTERED, Listed, year
from cluneal_lit.citations.text.anchored import Lead
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Citation, Ids

_MOST = 8  # entries of one key or identifier


class Joined(Struct, frozen=True):
    """For each citation of a document the places, in their order, of the entries that it means and of those that cite
    it; and the authors and years in it that no entry answers."""

    cites: tuple[tuple[int, ...], ...]
    cited_by: tuple[tuple[int, ...], ...]
    missing: tuple[tuple[str, ...], ...]


def joined(found: Sequence[Found], known: Known, leads: Sequence[Lead]) -> Joined:
    """The entries that each citation means; of several lists with one number that to which its link leads, else that
    behind the marker."""
    cited = [one.citation for one in found]
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    by_start: dict[int, int] = {}
    together: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    note = ""
    for place, one in enumerate(cited):
        if one.in_list:
            by_start.setdefault(one.start, place)
            note = one.cited_as or (note if found[place].further else str(place))
            together[note, one.number].append(place)
            for name in {*one.ids.keys(), *([one.cited_as] if one.cited_as else [])}:
                by_name[name].append(place)
        elif found[place].again is not None:
            note = str(place)
    by_start.update(_again(found, known, by_start))
    beside = {each: places for places in together.values() for each in places}  # of one key or note: `5a, 5b`
    cites = [
        tuple(dict.fromkeys(_meant(one, known, by_start, by_name, _led(one.citation, leads), beside)))
        or tuple(dict.fromkeys(_alike(one.citation, known, by_start, cited)))
        for one in found
    ]
    cited_by: list[list[int]] = [[] for _ in cited]
    for place, meant in enumerate(cites):
        for entry in meant:
            cited_by[entry].append(place)
    missing = [tuple(naming.name for naming in one.namings if not known.entries(naming)) for one in found]
    return Joined(tuple(cites), tuple(map(tuple, cited_by)), tuple(missing))


def _again(found: Sequence[Found], known: Known, by_start: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Where notes begin that only name an entry again, and the place of that."""
    for one in found:
        if one.again is not None:
            named = (entry.start for naming in one.namings for entry in known.entries(naming))
            start = next((each for each in (one.again, *named) if each in by_start), None)
            if start is not None:
                yield one.citation.start, by_start[start]


def _led(one: Citation, leads: Sequence[Lead]) -> Sequence[Lead]:
    """What leads from a marker: its numbers and names."""
    if not (one.form == "marker" and leads):
        return ()
    first, last = (bisect_left(leads, offset, key=lambda lead: lead.start) for offset in (one.start, one.end))
    return leads[first:last]


def _meant(
    found: Found,
    known: Known,
    by_start: dict[int, int],
    by_name: defaultdict[str, list[int]],
    leads: Sequence[Lead],
    beside: dict[int, list[int]],
) -> Iterator[int]:
    one = found.citation
    if one.in_list:
        return
    if found.again is not None:
        yield from beside.get(by_start.get(one.start, -1), ())
    led = {lead.number: lead.first for lead in leads if lead.number is not None}
    for number in one.numbers:
        linked = known.led_to(number, led[number]) if number in led else None
        if (entry := linked or known.numbered(number, one.start)) and _may_be(one, entry):
            yield from beside.get(by_start.get(entry.start, -1), ())
    named = (known.led_to(None, lead.first) for lead in leads if lead.number is None)
    for entry in filter(None, named):
        yield from beside.get(by_start.get(entry.start, -1), ())
    for naming in found.namings:
        yield from (by_start[entry.start] for entry in known.entries(naming))
    if one.form in ("key", "field"):
        for name in (one.cited_as, *one.ids.keys()):
            yield from by_name.get(name, ())[:_MOST]


def _may_be(one: Citation, entry: Listed) -> bool:
    """Whether an entry may be the work of a field, whose number may be that of another list: title or first author
    stand in it."""
    if one.form != "field" or not (one.fields.title or one.fields.author):
        return True
    title, surname = folded(one.fields.title), names.surname(one.fields.author[0]) if one.fields.author else ""
    firsts = [names.surname(author) for author in entry.fields.author[:1]]
    return bool(title and title in folded(entry.raw)) or surname in [*words(entry.raw), *firsts]


def _alike(one: Citation, known: Known, by_start: dict[int, int], cited: Sequence[Citation]) -> Iterator[int]:
    """The entries that are the work of a field by author and year, and title where these are several's; else by title
    alone. One of that author and year with an identifier of its own is another work, but under the same title."""
    if one.in_list or one.form not in ("key", "field") or not one.fields:
        return
    named = _named(one, known) if one.fields.author else []
    title = folded(one.fields.title)
    same = [entry for entry in named if title and title in folded(entry.raw)]
    places = [by_start[entry.start] for entry in same or named]
    yield from (place for place in places if same or not _contradict(one.ids, cited[place].ids))
    if not named:
        yield from (by_start[entry.start] for entry in known.titled(one.fields.title))


def _named(one: Citation, known: Known) -> list[Listed]:
    """The entries of the author and year of a work, by the letter behind the year where the text shows one."""
    first, *further = map(names.surname, one.fields.author)
    dated = year(one.fields)
    letters = {letter for each, letter in LETTERED.findall(one.raw) if each == dated}
    letter = letters.pop() if len(letters) == 1 else ""
    return known.entries(Naming("", (first,), tuple(further), False, dated, letter))


def _contradict(ids: Ids, others: Ids) -> bool:
    return bool((ids.pmid and others.pmid) or (ids.doi and others.doi))
