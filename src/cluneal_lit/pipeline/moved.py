"""Library records whose file has another name since a note or a decision named them, `library/FILE#KEY`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.formats import brought
from cluneal_lit.model import Note, Record

Keyed = Mapping[str, Sequence[Record]]


def by_key(records: Iterable[Record]) -> Keyed:
    """The records of libraries by the keys that they have in their files."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.source == "library":
            found[brought.key(record)].append(record)
    return found


def followed(name: str, keyed: Keyed) -> Record | None:
    """The record that a name without one is about: the only one with that key in any file; None where there is none,
    or several."""
    found = () if decided.identifier(name) else keyed.get(name.partition("#")[2], ())
    return found[0] if len(found) == 1 else None


def notes(those: Sequence[Note], records: Collection[Record]) -> tuple[Note, ...]:
    """The notes with the names that the records have today. A number is no key to follow: it may be any work's."""
    here = {record.key for record in records}
    if all(name in here or "#" not in name for note in those for name in note.works):
        return tuple(those)
    keyed = by_key(records)

    def now(name: str) -> str:
        record = None if name in here else followed(name, keyed)
        return record.key if record and not brought.is_number(brought.key(record)) else name

    return tuple(replace(note, works=tuple(map(now, note.works))) for note in those)
