"""What is printed about a work: the note's corrections, then the records in the order of `works.SOURCES`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from cluneal_lit import pages
from cluneal_lit.entries.works import ids, precedence
from cluneal_lit.model import (
    STATUSES,
    VERDICTS,
    Asked,
    Citation,
    Entry,
    Fields,
    Record,
    Relation,
    Status,
    Work,
)

# What a notice of this kind does to the work it is about; kinds that are not here leave the status alone.
STATUS_OF = {
    "retraction": "retracted",
    "withdrawal": "withdrawn",
    "partial-retraction": "partially-retracted",
    "concern": "concern",
    "retired": "retired",
    "republication": "republished",
    "correction": "corrected",
    "reinstatement": "reinstated",
}


_LATEST = (9999, 12, 31)


def entry(work: Work, cited_in: Iterable[Citation], verdicts: Iterable[str], lock: Mapping[str, Asked]) -> Entry:
    """The entry of a work, with the citations that mean it and their verdicts."""
    first, *_ = records = sorted(work.records, key=precedence)
    return Entry(
        key=work.keys[0],
        aliases=work.keys[1:],
        ids=ids(records),
        fields=fields(work),
        status=status(records),
        verdict=_verdict(verdicts, records),
        dates=next((record.dates for record in records if record.dates), None),
        pages=pages.parse(fields(work).page),
        issn=tuple(dict.fromkeys(issn for record in records for issn in record.issn)),
        types=next((record.types for record in records if record.types), ()),
        mesh=next((record.mesh for record in records if record.mesh), ()),
        keywords=next((record.keywords for record in records if record.keywords), ()),
        abstract=next((record.abstract for record in records if record.abstract), ()),
        relations=relations(records),
        basis=_basis(first),
        sources=tuple(lock.get(record.key, Asked(record.source, record.id)) for record in records),
        note=work.note,
        cited_in=tuple(sorted(cited_in, key=lambda citation: (citation.document, citation.start))),
    )


def fields(work: Work) -> Fields:
    """Each field from the note's corrections, else from the first record that has it."""
    layers = [record.fields for record in sorted(work.records, key=precedence)]
    if work.note:
        layers.insert(0, work.note.corrections)
    merged = {}
    for name in Fields.__struct_fields__:
        merged[name] = next((value for layer in layers if (value := getattr(layer, name))), getattr(Fields(), name))
    return Fields(**merged)


def relations(records: Iterable[Record]) -> tuple[Relation, ...]:
    """The ties of all records, each once: of two that name the same work and kind the more telling one stays, with
    the names of all who state it."""
    found: dict[tuple[str, str, str], Relation] = {}
    for record in records:
        for relation in record.relations:
            name = (relation.kind, relation.direction, (relation.ids.doi or relation.ids.pmid or relation.text).lower())
            source = relation.source or record.source
            if name in found:
                stated = found[name]
                sources = sorted({*stated.source.split(", "), source})
                found[name] = replace(stated, date=stated.date or relation.date, source=", ".join(sources))
            else:
                found[name] = replace(relation, source=source)
    return tuple(found.values())


def status(records: Iterable[Record]) -> Status:
    """The editorial status of a work, with the names of all who state it.

    A retraction or withdrawal stands unless the work was reinstated or republished later; of the rest a later notice
    beats an earlier one, of one day the gravest. A notice without a date counts as the latest: PubMed dates none.
    `unchecked` when only files that people brought speak.
    """
    records = tuple(records)
    stated = [
        _noticed(notice) for notice in relations(records) if notice.direction == "in" and notice.kind in STATUS_OF
    ]
    stated += [Status(record.status, sources=(record.source,)) for record in records if record.status in STATUSES]
    if not stated:
        return Status("none" if any(record.source != "library" for record in records) else "unchecked")
    days = {
        one.name: max((_day(other) for other in stated if other.name == one.name and other.date), default=_LATEST)
        for one in stated
    }
    lifted = max((days[name] for name in ("reinstated", "republished") if name in days), default=())
    grave = [name for name in ("retracted", "withdrawn") if name in days and not days[name] < lifted]
    name = min(grave or days, key=lambda name: (tuple(-part for part in days[name]), STATUSES.index(name)))
    same = [one for one in stated if one.name == name]
    told = next((one for one in same if one.notice or one.text), same[0])
    return replace(
        told,
        date=next((one.date for one in same if one.date), None),
        sources=tuple(sorted({source for one in same for source in one.sources})),
    )


def _noticed(notice: Relation) -> Status:
    sources = tuple(notice.source.split(", "))
    return Status(STATUS_OF[notice.kind], notice.date, notice.ids, notice.text, sources)


def _day(status: Status) -> tuple[int, ...]:
    """The day of a status as three numbers, the last that it can be."""
    parts = status.date.date_parts[0] if status.date and status.date.date_parts else _LATEST
    return (*parts, *_LATEST[len(parts) :])


def _verdict(verdicts: Iterable[str], records: list[Record]) -> str:
    found = sorted(set(verdicts), key=VERDICTS.index)
    if found:
        return found[-1]
    return "verified" if any(record.source != "library" for record in records) else "unchecked"


def _basis(record: Record) -> str:
    return str(record.custom.get("basis", "")) if record.source == "library" else ""
