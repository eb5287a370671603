"""What became of a work after it was published: retracted, doubted, corrected, from all that its records say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cluneal_lit.model import STATUSES, Record, Relation, Status

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
# PubMed's publication types of a retraction notice, the second until 2025 (facts: NLM, publication types).
_NOTICE_TYPES = frozenset({"Retraction Notice", "Retraction of Publication"})
_RETRACTED_TYPE = "Retracted Publication"
_TOLD = frozenset(STATUSES) - {"none", "unchecked"}  # a library that says nothing is wrong outweighs no notice
_WATCH = "retraction-watch"
_LATEST = (9999, 12, 31)


def status(records: Iterable[Record], complete: bool = True) -> Status:
    """The editorial status of a work, with the names of all who state it.

    `complete`: every registry of the work's identifiers has answered; if not, silence is no "nothing is wrong".

    A retraction or withdrawal stands unless the work was reinstated or republished later; of the rest a later notice
    beats an earlier one, of one day the gravest. A notice without a date counts as the latest: PubMed dates none.
    `unchecked` when only files that people brought speak, or not everybody was heard.
    """
    records = tuple(records)
    stated = [_stated(notice) for notice in _suffered(records) if notice.kind in STATUS_OF]
    stated += [Status(record.status, sources=(record.source,)) for record in records if record.status in _TOLD]
    if not stated:
        heard = complete and any(record.source != "library" for record in records)
        return Status("none" if heard else "unchecked")
    name = _standing(stated)
    same = [one for one in stated if one.name == name]
    told = next((one for one in same if one.notice or one.text), same[0])
    return replace(
        told,
        date=next((one.date for one in same if one.date), None),
        sources=tuple(sorted({source for one in same for source in one.sources})),
    )


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


def _suffered(records: Sequence[Record]) -> list[Relation]:
    """The notices about the work itself.

    Publishers deposit both directions on both records, paper and notice. Then Retraction Watch's word on the pair
    counts, and PubMed's publication type (seen: 10.1016/s0140-6736(20)31324-6, a notice marked as retracted).
    """
    ties = relations(records)
    types = {name for record in records for name in record.types}
    is_notice = bool(types & _NOTICE_TYPES) and _RETRACTED_TYPE not in types
    watched = {(tie.kind, tie.ids.doi) for tie in ties if tie.direction == "of" and _WATCH in tie.source}
    return [
        tie
        for tie in ties
        if tie.direction == "in"
        and (_WATCH in tie.source or (tie.kind, tie.ids.doi) not in watched)
        and not (is_notice and tie.kind == "retraction" and tie.source == "publisher")
    ]


def _standing(stated: Sequence[Status]) -> str:
    days = {
        one.name: max((_day(other) for other in stated if other.name == one.name and other.date), default=_LATEST)
        for one in stated
    }
    lifted = max((days[name] for name in ("reinstated", "republished") if name in days), default=())
    grave = [name for name in ("retracted", "withdrawn") if name in days and not days[name] < lifted]
    return min(grave or days, key=lambda name: (tuple(-part for part in days[name]), STATUSES.index(name)))


def _stated(notice: Relation) -> Status:
    return Status(STATUS_OF[notice.kind], notice.date, notice.ids, notice.text, tuple(notice.source.split(", ")))


def _day(status: Status) -> tuple[int, ...]:
    """The day of a status as three numbers, the last that it can be."""
    parts = status.date.date_parts[0] if status.date and status.date.date_parts else _LATEST
    return (*parts, *_LATEST[len(parts) :])
