"""What is printed about a work: the note's corrections, then the records in the order of `precedence.SOURCES`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from cluneal_lit import pages
from cluneal_lit.entries import status
from cluneal_lit.entries.precedence import precedence
from cluneal_lit.formats.carried import accessed
from cluneal_lit.model import (
    VERDICTS,
    Asked,
    Citation,
    Entry,
    Fields,
    Ids,
    Record,
    Relation,
    Status,
    Work,
    first_said,
)
from cluneal_lit.registries import unheard, unsought
from cluneal_lit.titles import STATUS_LABEL

_COMMONS = re.compile(r"https?://(www\.)?creativecommons\.org/(licenses|publicdomain)/", re.IGNORECASE)


def entry(
    work: Work,
    cited_in: Iterable[Citation],
    verdicts: Iterable[str],
    lock: Mapping[str, Asked],
    told: Iterable[Relation] = (),
) -> Entry:
    """The entry of a work, with the citations that mean it, their verdicts, and what other works tell of it."""
    told_by = [record for record in work.records if record.fields]  # the others tell identifiers alone
    first, *_ = records = sorted(told_by or work.records, key=precedence)
    cited_in = sorted(cited_in, key=lambda citation: (citation.document, citation.start))
    said = fields(work)
    ties = tuple(told)
    names = dict.fromkeys([*work.names, *(name for citation in cited_in for name in citation.ids.keys())])
    complete = not unheard(names, lock) and not unsought(work.names, lock)
    stated = status.status(records, complete=complete, told=ties)
    merged = replace(said, title=_titled(said.title, stated))
    return Entry(
        key=work.keys[0],
        aliases=work.keys[1:],
        ids=_ids(work, records),
        fields=merged,
        status=stated,
        stated=status.by_source(records),
        verdict=_verdict(verdicts, records),
        dates=next((record.dates for record in records if record.dates), None),
        pages=pages.parse(merged.page),
        issn=tuple(dict.fromkeys(issn for record in records for issn in record.issn)),
        types=next((record.types for record in records if record.types), ()),
        mesh=next((record.mesh for record in records if record.mesh), ()),
        keywords=_keywords(records),
        abstract=next((record.abstract for record in records if record.abstract), ()),
        relations=status.relations(records, ties),
        basis=_basis(first),
        sources=tuple(lock.get(record.key, Asked(record.source, record.id)) for record in records),
        note=work.note,
        cited_in=tuple(cited_in),
        licence=_licence(records),
        accessed=next((day for record in records if record.source == "library" and (day := accessed(record))), None),
    )


def fields(work: Work) -> Fields:
    """Each field from the note's corrections, else from the first record that has it."""
    layers = [record.fields for record in sorted(work.records, key=precedence)]
    if work.note:
        layers.insert(0, work.note.corrections)
    return first_said(layers)


def _ids(work: Work, records: Iterable[Record]) -> Ids:
    """The identifiers of a work; of a part of a book that book's ISBN too, which is another work's own."""
    theirs = (isbn for record in records if record.fields.type != "book" for isbn in record.ids.isbn)
    return replace(work.ids, isbn=tuple(dict.fromkeys((*work.ids.isbn, *theirs))))


def _keywords(records: Iterable[Record]) -> tuple[str, ...]:
    """Those of the first service that has some, and of every library, whose tags are a person's; each once."""
    held = [record for record in records if record.keywords]
    service = next((record for record in held if record.source != "library"), None)
    return tuple(
        dict.fromkeys(
            word for record in held if record is service or record.source == "library" for word in record.keywords
        )
    )


def _titled(title: str, stated: Status) -> str:
    """The title without the label of its status (`RETRACTED: …`), which is printed with the status alone."""
    return (STATUS_LABEL.sub("", title) or title) if stated.name in ("retracted", "withdrawn") else title


def _verdict(verdicts: Iterable[str], records: list[Record]) -> str:
    found = sorted(set(verdicts), key=VERDICTS.index)
    if found:
        return found[-1]
    return "verified" if any(record.source != "library" for record in records) else "unchecked"


def _licence(records: Iterable[Record]) -> str:
    """The first address of a Creative Commons licence; what lets machines alone read (`tdm`) is none for people."""
    given = (licence for record in records for licence in record.licences if licence.version != "tdm")
    return next((licence.url for licence in given if _COMMONS.match(licence.url)), "")


def _basis(record: Record) -> str:
    return str(record.custom.get("basis", "")) if record.source == "library" else ""
