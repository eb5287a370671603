"""What records of several files are called: their own ids, with the file before those that two files have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from cluneal_lit import decided
from cluneal_lit.duplicates.origins import Origin
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import one_line
from cluneal_lit.model import Decision

Pair = tuple[int, int]


def ids(origins: Sequence[Origin]) -> tuple[str, ...]:
    """The record's own id, or `FILE:ID` where another record has it too."""
    count = Counter(one.key for one in origins)
    return tuple(one.key if count[one.key] == 1 else one.label for one in origins)


class Places:
    """Where the records stand that people name: by `ID`, by `FILE:ID`, and the file with or without its folder."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        self._places: defaultdict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(origins):
            for name in (one.key, one.label, one.short_label):
                self._places[_plain(name)].add(place)
        self._short = [one.short_label for one in origins]
        self._long = [one.label for one in origins]

    def place(self, name: str) -> int:
        """The place of the record. Raises ConfigError for a name that none has, or several."""
        found = self._meant(name)
        if not found:
            raise ConfigError(f"there is no record {name}; the report and --json show their ids")
        if len(found) > 1:
            known = ", ".join(sorted(self._long[place] for place in found))
            raise ConfigError(f"{name} is the id of {len(found)} records; name one of {known}")
        return min(found)

    def pair(self, decision: Decision) -> Pair | None:
        """The places of the two records that it names; None where they are not here, or not clear."""
        ends = [self._meant(name) for name in decided.pair(decision)]
        if any(len(found) != 1 for found in ends):
            return None
        one, other = sorted(map(min, ends))
        return one, other

    def about(self, pair: Iterable[int]) -> str:
        """The words by which a decision is about the two, which `pair` reads: without folders, where that is clear."""
        return decided.about(*sorted(map(self._remembered, pair)))

    def _meant(self, name: str) -> set[int]:
        return self._places.get(_plain(name), set())

    def _remembered(self, place: int) -> str:
        short = self._short[place]
        return short if len(self._meant(short)) == 1 else self._long[place]


def _plain(name: str) -> str:
    """The name as it comes out of a decision."""
    return decided.named(one_line(name.replace("%20", " ")))
