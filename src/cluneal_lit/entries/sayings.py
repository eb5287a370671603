"""Who says what about a work, field by field, beside what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from cluneal_lit import compare, dates, names
from cluneal_lit.folding import folded
from cluneal_lit.model import Asked, Date, Entry, Fields, Record

NOTE = "note"  # the source of what a work's note corrects
# What is compared as references are: PubMed's initials and Crossref's given names are the same people.
_COMPARED: Mapping[str, Callable[[Fields, Fields], compare.Comparison]] = {
    "title": compare.title,
    "author": compare.authors,
    "issued": compare.year,
    "page": compare.page,
}


class Saying(Struct, frozen=True):
    """What one source says in one field, in words, and whether that is what is printed."""

    source: Asked
    said: str
    agrees: bool


class Known(Struct, frozen=True):
    """One field of an entry, in words as it is printed, and who says what, in the order in which their word counts."""

    field: str
    printed: str
    said: tuple[Saying, ...]


def known(entry: Entry, records: Sequence[Record]) -> Iterator[Known]:
    """Each field that the entry has, with what its note and its records say in it; `records` are the entry's own."""
    sources = {source.key: source for source in entry.sources}
    layers = [(sources.get(record.key, Asked(record.source, record.id)), record.fields) for record in records]
    if entry.note:
        layers.insert(0, (Asked(NOTE, entry.note.key), entry.note.corrections))
    for field in Fields.__struct_fields__:
        printed = words(entry.fields, field)
        said = tuple(
            Saying(source, words(fields, field), _agree(field, entry.fields, fields))
            for source, fields in layers
            if words(fields, field)
        )
        if printed:
            yield Known(field, printed, said)


def words(fields: Fields, field: str) -> str:
    """The value of a field as a person reads it: names as NLM prints them, `2018 Mar 28`."""
    value = getattr(fields, field)
    if isinstance(value, tuple):
        return ", ".join(names.nlm(name) for name in value)
    return dates.words(value) if value is None or isinstance(value, Date) else str(value)


def _agree(field: str, printed: Fields, fields: Fields) -> bool:
    if field == "container_title":
        return compare.journal(printed, fields).relation in compare.AGREEING
    if folded(words(printed, field)) == folded(words(fields, field)):
        return True
    return field in _COMPARED and _COMPARED[field](printed, fields).relation == "equal"
