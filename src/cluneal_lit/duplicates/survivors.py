"""Which record of a work stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath

from cluneal_lit.duplicates.origins import Origin
from cluneal_lit.model import Fields, Ids, Record

_FIELDS = ("title", "author", "container_title", "issued", "volume", "issue", "page")
_IDS = ("doi", "pmid")


def first_the_survivor(
    work: Sequence[int], records: Sequence[Record], origins: Sequence[Origin], prefer: Sequence[str]
) -> tuple[int, ...]:
    """The records of a work, that first which stays: of the source that is preferred most, else the fullest.

    Full is a record by how many of title, authors, journal, date, volume, issue, pages, abstract, DOI and PMID it has;
    then counts how many authors it names, how long its abstract is, and last the order of files and records.
    """
    wanted = [name.casefold() for name in prefer]

    def rank(place: int) -> tuple[int, int, int, int, int]:
        names = called(origins[place])
        preferred = next((at for at, name in enumerate(wanted) if name in names), len(wanted))
        return preferred, *_fullness(records[place]), place

    return tuple(sorted(work, key=rank))


def called(origin: Origin) -> frozenset[str]:
    """What a person may call the source of a record: its database, its file, and this without its folder."""
    return frozenset(name.casefold() for name in (origin.source, origin.file, origin.name, PurePath(origin.file).name))


def unknown(prefer: Sequence[str], origins: Collection[Origin]) -> tuple[str, ...]:
    """Those of the preferred sources from which no record comes."""
    kinds = {(one.file, one.source): one for one in origins}
    names = frozenset().union(*map(called, kinds.values()))
    return tuple(name for name in prefer if name.casefold() not in names)


def _fullness(record: Record) -> tuple[int, int, int]:
    """The emptier, the higher."""
    fields: Fields = record.fields
    ids: Ids = record.ids
    held = [*(getattr(fields, name) for name in _FIELDS), record.abstract, *(getattr(ids, name) for name in _IDS)]
    return -sum(map(bool, held)), -len(fields.author), -sum(len(part.text) for part in record.abstract)
