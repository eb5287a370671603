"""Where records come from, and how many of each source are left when every work is kept once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from msgspec import Struct

from cluneal_lit.formats import brought
from cluneal_lit.formats.databases import database
from cluneal_lit.model import Record


class Origin(Struct, frozen=True, gc=False):
    """Where a record stands: the file, by the name that was given, its own id there, and the database it is from, or
    else the file's name."""

    file: str
    key: str
    source: str

    @property
    def label(self) -> str:
        """`FILE:ID`, the file as it was named."""
        return f"{self.file}:{self.key}"

    @property
    def short_label(self) -> str:
        """The same with the file's name alone: where it is written down, folders mean nothing to others."""
        return f"{PurePath(self.file).name or self.file}:{self.key}"


class Count(Struct, frozen=True):
    """How many records of a source were identified, how many were duplicates within it and across sources, and how
    many are left; `files` are those in which it stands."""

    source: str
    files: tuple[str, ...]
    identified: int
    within: int
    across: int

    @property
    def left(self) -> int:
        return self.identified - self.within - self.across


def origins(records: Sequence[Record], file: str) -> tuple[Origin, ...]:
    """The origins of the records of a file."""
    name = PurePath(file).name or file
    return tuple(Origin(file, brought.key(one), database(one) or name) for one in records)


def spelled(found: Sequence[Origin]) -> tuple[Origin, ...]:
    """The origins, sources that differ only in capitals under the name that comes first."""
    names: dict[str, str] = {}
    return tuple(Origin(one.file, one.key, names.setdefault(one.source.casefold(), one.source)) for one in found)


def counted(found: Sequence[Origin], works: Iterable[Sequence[int]]) -> tuple[Count, ...]:
    """The counts of each source, in the order in which they are met; of each of the works the first record stays."""
    identified = Counter(one.source for one in found)
    files: dict[str, dict[str, None]] = {}
    for one in found:
        files.setdefault(one.source, {})[one.file] = None
    within: Counter[str] = Counter()
    across: Counter[str] = Counter()
    for work in works:
        members = Counter(found[place].source for place in work)
        within.update({source: number - 1 for source, number in members.items()})
        across.update(members.keys() - {found[work[0]].source})
    return tuple(
        Count(source, tuple(files[source]), number, within[source], across[source])
        for source, number in identified.items()
    )
