"""What became of a work after it was published: retracted, doubted, corrected, from all that its records say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cluneal_lit.formats import notices
from cluneal_lit.formats.editorial import attributed, by_notices
from cluneal_lit.formats.labelled import labels
from cluneal_lit.model import Record, Relation, Status
from cluneal_lit.preprints import is_preprint, stem

# What a notice of this kind does to the work it is about; kinds that are not here leave the status alone.
_NAMES = notices.NAMES
# PubMed's publication types of a retraction notice, the second until 2025 (facts: NLM, publication types).
_NOTICE_TYPES = frozenset({"Retraction Notice", "Retraction of Publication"})
_RETRACTED_TYPE = "Retracted Publication"
_WATCH = "retraction-watch"


def status(records: Iterable[Record], complete: bool = True, told: Iterable[Relation] = ()) -> Status:
    """The editorial status of a work, with the names of all who state it.

    `complete`: every registry of the work's identifiers has answered; if not, silence is no "nothing is wrong".
    `told`: what other works tell of it.

    A retraction or withdrawal stands unless the work was reinstated or republished later; of the rest a later notice
    beats an earlier one, and the gravest counts where a day is not known well enough to say which is later. Of several
    notices of one kind the latest is told. Above what a library claims stands the word of a service. When only files
    that people brought speak, or not everybody was heard, it is `unchecked`, or provisional where something is stated
    that is no retraction or withdrawal.
    """
    records = tuple(records)
    stated = [tie for tie in _suffered(records, told) if tie.kind in _NAMES]
    # A library that says that nothing is wrong outweighs no notice.
    stated += (tie for record in records for tie in labels(record))
    return by_notices(stated, complete and any(record.source != "library" for record in records))


def by_source(records: Iterable[Record]) -> tuple[Status, ...]:
    """What each source alone states of the status, its own notice and day; `none` of a service that states nothing.

    Crossref passes on what publishers and Retraction Watch state: each of them is a source.
    """
    records = tuple(records)
    about = _suffered(records, ())
    stated: defaultdict[str, list[Relation]] = defaultdict(list)
    for record in records:
        own = [tie for tie in record.relations if tie.kind in _NAMES and any(_is_one(tie, one) for one in about)]
        ties = [replace(tie, source=name) for tie in own for name in (tie.source or record.source).split(", ")]
        for tie in (*ties, *labels(record)):
            stated[tie.source].append(tie)
        if record.source != "library" and not own:
            stated[record.source] += []
    return tuple(replace(by_notices(ties, heard=True), sources=(source,)) for source, ties in stated.items())


def relations(records: Iterable[Record], told: Iterable[Relation] = ()) -> tuple[Relation, ...]:
    """The ties of all records and those `told` by other works, each once, with the names of all who state it.

    Left out are what is no tie (a newer version or published paper that is the work itself, or its own preprint's next
    version), a newer version that is said to be an older one too, and the same of the paper of a work that is none.
    """
    records, told = tuple(records), tuple(told)
    if not told and all(not record.relations for record in records):
        return ()
    found: list[Relation] = []
    for tie in (*attributed(records), *told):
        place = next((place for place, other in enumerate(found) if _is_one(other, tie)), len(found))
        found[place : place + 1] = [_joined(found[place], tie) if place < len(found) else tie]
    if not found:
        return ()
    own = {name for record in records for name in record.ids.keys()}
    return tuple(tie for tie in found if not _is_slip(tie, found, own, is_preprint(*records)))


def _is_one(one: Relation, other: Relation) -> bool:
    if (_NAMES.get(one.kind, one.kind), one.direction) != (_NAMES.get(other.kind, other.kind), other.direction):
        return False
    if one.ids.doi and other.ids.doi:
        return one.ids.doi == other.ids.doi
    if one.ids.pmid and other.ids.pmid:
        return one.ids.pmid == other.ids.pmid
    return one.ids == other.ids and one.text.lower() == other.text.lower()


def _joined(one: Relation, other: Relation) -> Relation:
    """Both as one tie, what the first does not say taken from the second."""
    kind = other.kind if one.kind == notices.KINDS.get(_NAMES.get(one.kind, "")) else one.kind  # the narrower of two
    ids = replace(one.ids, pmid=one.ids.pmid or other.ids.pmid, doi=one.ids.doi or other.ids.doi)
    sources = sorted({*one.source.split(", "), *other.source.split(", ")})
    date, text = one.date or other.date, one.text or other.text
    return replace(one, kind=kind, ids=ids, date=date, text=text, source=", ".join(sources))


def _is_slip(tie: Relation, ties: Sequence[Relation], own: set[str], preprint: bool) -> bool:
    match tie.kind, tie.direction:
        case "update", "in":
            turned = replace(tie, direction="of")
            return not own.isdisjoint(tie.ids.keys()) or any(_is_one(turned, other) for other in ties)
        case "preprint", "of":
            turned = replace(tie, direction="in")
            stems = {stem(name) for name in own}
            named = any(stem(name) in stems for name in tie.ids.keys())
            return named or (not preprint and any(_is_one(turned, other) for other in ties))
    return False


def _suffered(records: Sequence[Record], told: Iterable[Relation]) -> list[Relation]:
    """The notices about the work itself.

    Publishers deposit both directions on both records, paper and notice. Then Retraction Watch's word on the pair
    counts, and PubMed's publication type (seen: 10.1016/s0140-6736(20)31324-6, a notice marked as retracted).
    """
    ties = relations(records, told)
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
