"""How surely an entry of a library is one that the key file remembers, by what both say and are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from cluneal_lit.compare import TITLES_APART
from cluneal_lit.entries.remembering import Print
from cluneal_lit.formats import brought

SURE = 2  # ranks up to this are those of one entry, whichever of several it is
_CLOSE = 88  # likeness, of 100, of titles that differ by a slip
_ALIKE = 80  # of titles of which one is a correction of the other
_WORDS = 5  # of a title that few works have
_DATED = re.compile(r"(.*?)([12]\d{3})?~([0-9a-f]+)")  # author, year and digest of what an entry says


class Named(Struct, frozen=True):
    """An entry: its name, `library/FILE#KEY`, what it says, and by that its author and year."""

    name: str
    said: Print
    file: str
    key: str
    author: str
    year: str
    digest: str


def named(name: str, said: Print) -> Named:
    """The entry of this name, which says this; a word of its title in place of an author is none."""
    file, _, key = name.partition("#")
    dated = _DATED.fullmatch(said.says)
    author, year, digest = (dated[1], dated[2] or "", dated[3]) if dated else ("", "", "")
    author = "" if said.title.partition(" ")[0] == author else author
    return Named(name, said, file, brought.without_digest(key), author, year, digest)


def rank(was: Named, now: Named, ids: Collection[str], files: Collection[str]) -> int:
    """How well an entry fits one that is remembered, the best 0; negative for not at all. `ids` are the identifiers of
    one entry alone, before and now; `files` those of libraries today."""
    shared = not {*was.said.ids}.intersection(now.said.ids).isdisjoint(ids)
    against = not shared and _contradict(was.said.ids, now.said.ids)
    same = bool(was.said.says) and was.said.says == now.said.says
    if same and not against:
        return 0 if shared else 1
    titles = _likeness(was.said.title, now.said.title)
    steps = (
        shared and titles >= 100 * TITLES_APART,
        bool(was.said.place) and was.said.place == now.said.place and not against,
        titles == 100 and _is_one_title(was, now) and not against,
        now.said.says in was.said.once and not against,
        _is_slip(was, now) and not against,
        was.name == now.name and (same or _is_corrected(was, now, titles)),
        shared,
        was.key == now.key and was.file not in files and not _is_counted(was) and _is_corrected(was, now, titles),
    )
    return next((place for place, holds in enumerate(steps, 2) if holds), -1)


def _contradict(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two entries have identifiers of one kind, and none that is the same."""
    one, other = (_by_kind(names) for names in (ours, theirs))
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _by_kind(names: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        found[name.partition(":")[0]].add(name)
    return found


def _likeness(one: str, other: str) -> float:
    """How alike two titles are, of 100, short ones with one slip close; one that is missing contradicts none."""
    if not one or not other:
        return 100 * TITLES_APART
    degree = fuzz.ratio(one, other)
    return max(degree, _CLOSE) if degree < _CLOSE and OSA.distance(one, other, score_cutoff=1) <= 1 else degree


def is_close(one: str, other: str) -> bool:
    """Whether two folded titles differ by a slip: not in a number or the letter of a part, which make two works."""
    differing = {*one.split()} ^ {*other.split()}
    return _likeness(one, other) >= _CLOSE and not any(len(word) == 1 or not word.isalpha() for word in differing)


def _is_same(was: Named, now: Named) -> bool:
    """Whether both are by one author and of one year."""
    return bool(was.year) and (was.author, was.year) == (now.author, now.year)


def _is_slip(was: Named, now: Named) -> bool:
    """Whether two entries by one author and of one year differ by a slip in the title, and stand on no other pages."""
    places = {was.said.place, now.said.place} - {""}
    is_other = was.said.title != now.said.title and is_close(was.said.title, now.said.title)
    return is_other and _is_same(was, now) and len(places) < 2


def _is_one_title(was: Named, now: Named) -> bool:
    """Whether two entries of one title, which is no `Editorial`, are by one author and of one year; either alone is
    enough where they stand at one place."""
    if len(was.said.title.split()) < _WORDS:
        return False
    is_there = was.digest == now.digest
    shared = any(one and one == other for one, other in ((was.author, now.author), (was.year, now.year)))
    return _is_same(was, now) or (is_there and shared)


def _is_counted(was: Named) -> bool:
    """Whether a file gave the entry a number, or nothing, for its key."""
    return brought.is_number(was.key) or brought.is_made(was.name)


def _is_corrected(was: Named, now: Named, titles: float) -> bool:
    """Whether what stands under the name of an entry may be a correction of it: under a number by one author, of one
    year and with a title that is alike; else what leaves the author, the year or the title."""
    if brought.is_number(was.key):
        return _is_same(was, now) and titles >= _ALIKE
    told = all((was.author, was.year, now.author, now.year))
    return not told or was.author == now.author or was.year == now.year or titles >= _CLOSE
