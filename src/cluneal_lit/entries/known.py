"""Which groups of records have an identifier, while records are put into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from cluneal_lit import titles
from cluneal_lit.model import Record

_MOST = 20  # groups with one identifier that a record is held against, beside those of its title


class Known:
    """The groups by the names of their records, and of these by title too.

    The DOI of a supplement stands with each of its hundreds of abstracts: a record is held against those of its title,
    and a few others.
    """

    def __init__(self) -> None:
        self._named: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._titled: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)

    def near(self, record: Record, names: Iterable[str]) -> list[int]:
        """The groups that a record with these names may belong to, in their order."""
        title = titles.bare(record.fields.title)
        found: set[int] = set()
        for name in names:
            found.update(islice(self._named[name], _MOST), self._titled[name, title])
        return sorted(found)

    def add(self, group: int, record: Record, names: Iterable[str]) -> None:
        """A record that belongs to a group now."""
        title = titles.bare(record.fields.title)
        for name in names:
            self._named[name][group] = None
            self._titled[name, title][group] = None
