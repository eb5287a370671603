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
    """Where a record stands: the file, as it was given; its own id there; the database it is from, or else `name`, the
    file's with as few folders as tell it from the others."""

    file: str
    key: str
    source: str
    name: str

    @property
    def label(self) -> str:
        """`FILE:ID`, the file as it was named."""
        return f"{self.file}:{self.key}"

    @property
    def short_label(self) -> str:
        """The same with the file's name alone: where it is written down, folders mean nothing to others."""
        return f"{self.name}:{self.key}"


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


def origins(records: Iterable[tuple[str, Record]]) -> tuple[Origin, ...]:
    """The origins of records with their files; sources that differ only in capitals have the name that comes first."""
    found = [(file, brought.key(one), database(one)) for file, one in records]
    names: dict[str, str] = {}
    files = _short([*dict.fromkeys(file for file, _, _ in found)])
    return tuple(
        Origin(file, key, names.setdefault(source.casefold(), source) or files[file], files[file])
        for file, key, source in found
    )


def _short(files: Sequence[str]) -> dict[str, str]:
    """Each file by its name, and by as many folders before it as tell it from the others of its name."""
    parts = {file: PurePath(file).parts or (file,) for file in files}
    ends = Counter("/".join(one[-many:]) for one in parts.values() for many in range(1, len(one) + 1))
    return {
        file: next((end for many in range(1, len(one) + 1) if ends[end := "/".join(one[-many:])] == 1), file)
        for file, one in parts.items()
    }


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
