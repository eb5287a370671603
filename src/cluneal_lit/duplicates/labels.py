"""What records of several files are called: their own ids, with the file before those that two files have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from cluneal_lit import decided
from cluneal_lit.duplicates.origins import Origin
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import folded, one_line, shortened
from cluneal_lit.formats import brought
from cluneal_lit.model import Decision

Pair = tuple[int, int]


def ids(origins: Sequence[Origin]) -> tuple[str, ...]:
    """The record's own id, or `FILE:ID` where another record has it too."""
    count = Counter(one.key for one in origins)
    return tuple(one.key if count[one.key] == 1 else one.label for one in origins)


class Labels:
    """What people call the records of files: `ID` or `FILE:ID`, the file with or without its folder; of an id that was
    made, author and year are enough where they are one record's."""

    def __init__(self, origins: Sequence[Origin], titles: Iterable[str]) -> None:
        self._origins = origins
        self._titles = [shortened(title.replace(decided.BETWEEN, " "), decided.TITLE) for title in titles]
        self._places: defaultdict[str, set[int]] = defaultdict(set)
        self._titled: defaultdict[str, set[int]] = defaultdict(set)
        for place, (one, title) in enumerate(zip(origins, self._titles, strict=True)):
            for key in {one.key, brought.without_digest(one.key)}:
                for name in (key, *(f"{file}:{key}" for file in _files(one))):
                    self._places[_plain(name)].add(place)
            self._titled[folded(title)].add(place)

    def place(self, name: str) -> int:
        """The place of the record. Raises ConfigError for a name that none has, or several."""
        found = self._meant(name)
        if not found:
            raise ConfigError(f"there is no record {name}; the report and --json show their ids")
        if len(found) > 1:
            known = ", ".join(sorted(self._origins[place].label for place in found))
            raise ConfigError(f"{name} is the id of {len(found)} records; name one of {known}")
        return min(found)

    def pair(self, decision: Decision) -> Pair | None:
        """The places of the two records that it names; None where they are not here, or not clear.

        An id may be another record's once a file is exported anew: where the title is not the one that the decision
        repeats, the record of the same file that has it is meant.
        """
        titles = decision.text.split(decided.BETWEEN)
        known = titles if len(titles) == len(decided.pair(decision)) else ("", "")
        ends = [self._still(name, folded(title)) for name, title in zip(decided.pair(decision), known, strict=True)]
        if any(len(found) != 1 for found in ends) or ends[0] == ends[1]:
            return None
        one, other = sorted(map(min, ends))
        return one, other

    def about(self, pair: Pair) -> str:
        """The words by which a decision is about the two, which `pair` reads: without folders, where that is clear."""
        return decided.about(*map(self._remembered, self._ordered(pair)))

    def titles(self, pair: Pair) -> str:
        """The titles of both, in the order of `about`."""
        return decided.BETWEEN.join(self._titles[place] for place in self._ordered(pair))

    def _ordered(self, pair: Pair) -> list[int]:
        return sorted(pair, key=self._remembered)

    def _still(self, name: str, title: str) -> set[int]:
        """The records that a name means, if they have the title; else those of its file that have it."""
        named, titled = self._meant(name), self._titled.get(title, set())
        if not title or named & titled:
            return named & titled or named
        return {place for place in titled if _plain(name).startswith(_beginnings(self._origins[place]))}

    def _meant(self, name: str) -> set[int]:
        return self._places.get(_plain(name), set())

    def _remembered(self, place: int) -> str:
        one = self._origins[place]
        return one.short_label if len(self._meant(one.short_label)) == 1 else one.label


def _files(origin: Origin) -> tuple[str, ...]:
    """What people call its file, with and without its folders."""
    return (origin.file, origin.name, PurePath(origin.file).name)


def _beginnings(origin: Origin) -> tuple[str, ...]:
    """How the names of its file's records begin."""
    return tuple(_plain(f"{file}:") for file in _files(origin))


def _plain(name: str) -> str:
    """The name as it comes out of a decision."""
    return decided.named(one_line(name.replace("%20", " ")))
