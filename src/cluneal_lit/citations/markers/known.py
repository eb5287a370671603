"""The entries of a document's lists, by number, by author and year, by key: which of them a marker means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from msgspec import Struct

from cluneal_lit import names, others
from cluneal_lit.citations.markers import called, inflected, listed
from cluneal_lit.citations.markers.listed import Listed
from cluneal_lit.folding import folded, letters

_NEAR = 60  # characters between a place to which links lead and its entry: a label, a heading
_STEM = 3  # letters that a name keeps in every case
_MOST = 8  # entries that one naming means; more is no list of references


class Naming(Struct, frozen=True):
    """Author and year, as a marker names a work.

    `name` is what is told to people; `called` the folded surnames that the author named first may have, the longest
    first (a group's may hold `and`, capitals behind it may be initials); `further` those behind the shortest, and
    whether there are `others`; `joined` says that an `and` stands before the last: they are people, no title or place.
    """

    name: str
    called: tuple[str, ...]
    further: tuple[str, ...]
    others: bool
    year: str
    letter: str
    joined: bool = False


class Known:
    """The entries of a document, to ask which of them a number or naming means; `inflects` says that its language
    inflects surnames."""

    def __init__(self, entries: Iterable[Listed], inflects: bool = False) -> None:
        self._inflects = inflects
        self._of_year: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.numbers: defaultdict[int, list[Listed]] = defaultdict(list)
        self._named: defaultdict[tuple[str, str], list[Listed]] = defaultdict(list)
        self._titled: defaultdict[str, list[Listed]] = defaultdict(list)
        self._authors: set[str] = set()
        self._asked: dict[Naming, list[Listed]] = {}
        every = sorted(entries, key=lambda one: one.start)
        alone: defaultdict[int, list[Listed]] = defaultdict(list)
        for found in listed.lists(one for one in every if one.number is not None):
            for one in found:
                (alone if len(found) == 1 else self.numbers)[one.number or 0].append(one)
        lists = {**alone, **self.numbers}
        self.numbers = defaultdict(list, {number: listed.no_notes(found) or found for number, found in lists.items()})
        self._every: defaultdict[int, list[Listed]] = defaultdict(list)
        for one in every:
            self._every[one.number or 0].append(one)
            for author, dated in product(called.first(one.fields, one.raw), listed.years(one)):
                self._named[author, dated].append(one)
                self._of_year[author[:_STEM], dated].add(author)
            self._titled[folded(one.fields.title)].append(one)
            self._authors.update(names.surname(author) for author in called.people(one.fields))

    def __bool__(self) -> bool:
        return bool(self._named)

    def has_author(self, naming: Naming) -> bool:
        """Whether a listed work is by the author named first."""
        return not self._authors.isdisjoint(naming.called)

    def agrees(self, naming: Naming) -> bool:
        """Whether an entry that author and year mean is by as many as are named, and by these."""
        return any(self._agrees(one, naming) for one in self.entries(naming))

    def contradicts(self, naming: Naming) -> bool:
        """Whether all entries that author and year mean give their authors, and one who is named is none of them."""
        return not any(
            others.are_meant(one.raw, "") or called.have(one.fields, naming.further, self._inflects)
            for one in self.entries(naming)
        )

    def is_whole(self, naming: Naming) -> bool:
        """Whether an entry that author and year mean has the author's name in full, in the letters of the East."""
        return any(
            letters(author.family + author.given) in naming.called
            for one in self.entries(naming)
            for author in called.people(one.fields)[:1]
        )

    def _agrees(self, one: Listed, naming: Naming) -> bool:
        return called.agrees(one.fields, naming.further, naming.others, self._inflects)

    def numbered(self, number: int, start: int) -> Listed | None:
        """The entry that a number means at an offset: of several lists that of the next one, else the last before;
        the notes to which links lead are no such list where there is another.

        A reference alone among numbered items is asked only where no list has the number.
        """
        found = self.numbers.get(number, [])
        behind = bisect_right(found, start, key=lambda one: one.start)
        return found[min(behind, len(found) - 1)] if found else None

    def entries(self, naming: Naming) -> list[Listed]:
        """The entries that author and year mean: several where nothing tells them apart."""
        if naming not in self._asked:
            self._asked[naming] = self._entries(naming)[:_MOST]
        return self._asked[naming]

    def led_to(self, number: int | None, first: int) -> Listed | None:
        """The entry of that number, or of none, at the place to which a link leads, or next behind it."""
        found = self._every.get(number or 0, [])
        at = bisect_left(found, first, key=lambda one: one.start)
        return found[at] if at < len(found) and found[at].start - first <= _NEAR else None

    def titled(self, title: str) -> list[Listed]:
        """The entries of that title; none where it is empty or one word, which many works have."""
        name = folded(title)
        return self._titled.get(name, [])[:_MOST] if " " in name else []

    def _entries(self, naming: Naming) -> list[Listed]:
        answers = (self._named.get((one, naming.year), []) for one in naming.called)
        found = next(filter(None, answers), [])
        if not found or (naming.further and not any(self._agrees(one, naming) for one in found)):
            found = self._inflected(naming, bool(found)) or found
        if naming.joined:
            found = [one for one in found if not called.are_others(one.fields, one.raw, naming.further, self._inflects)]
        if naming.letter:
            lettered = [one for one in found if (listed.letter(one, naming.year) or naming.letter) == naming.letter]
            found = lettered
        if len(found) > 1:
            found = [one for one in found if listed.year(one.fields) == naming.year] or found
        if len(found) > 1 and naming.further:
            found = [one for one in found if called.are_by(one.fields, naming.further)] or found
        if len(found) > 1 and not naming.further:
            alike = [one for one in found if (len(called.people(one.fields)) > 1) == naming.others]
            found = alike or found
        return found

    def _inflected(self, naming: Naming, agreeing: bool) -> list[Listed]:
        """The entries whose author may be named in another case; only those that are by all who are named (`agreeing`)
        where others have the very name."""
        for written in naming.called:
            alike = self._of_year.get((written[:_STEM], naming.year), ())
            each = (self._named[one, naming.year] for one in inflected.nearest(written, alike, self._inflects))
            found = [one for several in each for one in several if not agreeing or self._agrees(one, naming)]
            if found:
                return found
        return []
