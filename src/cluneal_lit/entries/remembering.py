"""What the key file remembers of an entry of a library, so that it is known again, whatever it is called now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from cluneal_lit.entries.works import joining
from cluneal_lit.folding import digest, folded
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

Handles = tuple[str, ...]  # identifiers and names of library records
Known = Mapping[str, Handles]
LIBRARY = "library/"


class Print(Struct, frozen=True, omit_defaults=True):
    """What an entry said last: `says`, its author and year with a digest of title and place, `doe2011~3fa91c`; its
    folded `title`; its `place`, author and year with a digest of journal, volume and page; the `ids` that are one
    work's alone.

    `once`: the names, `library/FILE#KEY`, that it was the first to have and has no more, what it said before, and all
    that it said under its keys, `isu~81144b`, as notes name it.
    """

    says: str = ""
    title: str = ""
    place: str = ""
    ids: tuple[str, ...] = ()
    once: tuple[str, ...] = ()


Prints = Mapping[str, Print]  # by the name that the entry had last


def prints(records: Iterable[Record]) -> dict[str, Print]:
    """What the entries of libraries say, by their names; one without a title says nothing that tells it from others."""
    return {record.key: _print(record) for record in records if record.source == "library"}


def _print(record: Record) -> Print:
    fields, content = record.fields, brought.content_key(record)
    says = brought.made_key(fields) if fields.title else ""
    once = () if content == says else (content,)
    return Print(says, folded(fields.title), _place(record), joining(record.ids, fields.type), once)


def _place(record: Record) -> str:
    """By whom, when and on which pages a record says that its work is, whatever its title; empty for one that does not
    say all of it."""
    fields = record.fields
    if not (fields.author and fields.issued and fields.issued.year and fields.volume and fields.page):
        return ""
    return f"{brought.author_year(fields)}@{digest(brought.statement(fields).partition(chr(10))[2], 6)}"
