"""Who says what about a work, field by field, beside what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cluneal_lit import dates, names
from cluneal_lit.entries.agreement import agree, agree_in_status
from cluneal_lit.entries.precedence import SOURCES
from cluneal_lit.entries.works import JOINING
from cluneal_lit.model import Asked, Date, Entry, Fields, Record, Status

NOTE = "note"  # the source of what a work's note corrects
# By which rule one of several values is printed; docs/merging.md has them as a table.
LAYERS = SOURCES[:-1]  # the last one tells identifiers alone
RULE = ", ".join((NOTE, *LAYERS))
RULE_OF_IDS = f"the record that bears it as its name, then {', '.join(SOURCES)}"
RULE_OF_STATUS = "whoever states the gravest that stands"


class Saying(Struct, frozen=True):
    """What one source says in one field, in words, and whether that is what is printed."""

    source: Asked
    said: str
    agrees: bool


class Known(Struct, frozen=True):
    """One field of an entry, in words as it is printed, who says what, in the order in which their word counts, and the
    rule by which one is printed."""

    field: str
    printed: str
    said: tuple[Saying, ...]
    rule: str = RULE


def known(entry: Entry, records: Sequence[Record]) -> Iterator[Known]:
    """Each field that the entry has, with what its note and its records say in it; `records` are the entry's own.

    Behind the fields stand the identifiers and the editorial status.
    """
    sources = {source.key: source for source in entry.sources}
    layers = [(sources.get(record.key, Asked(record.source, record.id)), record.fields) for record in records]
    if entry.note:
        layers.insert(0, (Asked(NOTE, entry.note.key), entry.note.corrections))
    for field in Fields.__struct_fields__:
        printed = words(entry.fields, field)
        said = tuple(
            Saying(source, words(fields, field), agree(field, entry.fields, fields))
            for source, fields in layers
            if words(fields, field)
        )
        if printed:
            yield Known(field, printed, said)
    yield from _identifiers(entry, records)
    yield _status(entry)


def _identifiers(entry: Entry, records: Sequence[Record]) -> Iterator[Known]:
    sources = {source.key: source for source in entry.sources}
    for kind in JOINING:
        if printed := getattr(entry.ids, kind):
            said = [(record, value) for record in records if (value := getattr(record.ids, kind))]
            told = (
                Saying(sources.get(one.key, Asked(one.source, one.id)), value, value == printed) for one, value in said
            )
            yield Known(kind, printed, tuple(told), RULE_OF_IDS)


def _status(entry: Entry) -> Known:
    """The status, and each source's own; publishers and Retraction Watch speak through Crossref's record."""
    asked = {source.source: source for source in reversed(entry.sources)}
    through = asked.get("crossref", Asked("crossref", ""))
    said = []
    for one in entry.stated:
        (source,) = one.sources
        answer = asked.get(source) or Asked(source, through.id, through.day, through.state)
        said.append(Saying(answer, status_words(one), agree_in_status(entry.status, one)))
    return Known("status", status_words(entry.status), tuple(said), RULE_OF_STATUS)


def status_words(status: Status) -> str:
    """`retracted, 2010 Feb 6, pmid:20137807`; `none`."""
    return ", ".join(filter(None, (status.name, dates.words(status.date), " ".join(status.notice.keys()))))


def words(fields: Fields, field: str) -> str:
    """The value of a field as a person reads it: names as NLM prints them, `2018 Mar 28`."""
    value = getattr(fields, field)
    if isinstance(value, tuple):
        return ", ".join(names.nlm(name) for name in value)
    return dates.words(value) if value is None or isinstance(value, Date) else str(value)
