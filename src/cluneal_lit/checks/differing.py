"""What a citation says otherwise than the records of the work it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cluneal_lit.checks import notices, under_paper
from cluneal_lit.checks.agreement import settled
from cluneal_lit.checks.case import Disagreeing
from cluneal_lit.checks.sections import with_section
from cluneal_lit.checks.slips import lost_first
from cluneal_lit.compare import Comparison, compared
from cluneal_lit.formats.editorial import attributed
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Asked, Citation, Fields, Ids, Record, Relation, Resolution, Work
from cluneal_lit.registries import absent, heard

NOTICE = "work"  # what a paper and the notice about it differ in
PAPER = "a paper"  # that is cited under the identifier of its notice
IDENTIFIERS = {"PMID": "pmid", "DOI": "doi", "PMCID": "pmcid"}


def held_against(resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> tuple[Record, ...]:
    """The records that count: those of services, or where there are none, those of people's library.

    A record that tells identifiers alone confirms no text.
    A service's record that only a library ties to the cited identifiers does not count before one of these was
    answered about: the library may be wrong.
    """
    records = [record for key in resolution.works for record in works[key].records if record.fields]
    names = resolution.ids.keys()
    if resolution.how == "id" and names and not any(heard(name, lock) for name in names):
        records = [record for record in records if set(record.ids.keys()) & set(names)]
    return tuple(record for record in records if record.source != "library") or tuple(records)


def disagreements(
    resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked], told: Iterable[Relation] = ()
) -> Disagreeing:
    """What the cited text says otherwise than every record that says it at all, each with the first such record.

    Nothing for a marker, and where the citation means no work or several. What the work's note corrects counts as said.
    `told`: what other works say of theirs as of a notice about them.
    """
    citation = resolution.citation
    if citation.form == "marker" or len(resolution.works) != 1:
        return ()
    agreed: set[str] = set()
    differing: dict[str, tuple[Comparison, Record]] = {}
    for record in (records := held_against(resolution, works, lock)):
        text = settled(with_section(citation, record), record) if citation.fields else ()
        for field, comparison in (*text, *_identifiers(resolution.ids, record, lock)):
            if comparison is None:
                agreed.add(field)
            else:
                differing.setdefault(field, (comparison, record))
    if not agreed.issuperset(differing):
        agreed |= _corrected(citation.fields, works[resolution.works[0]])
        if lost_first(citation, records):
            agreed |= {"author", "authors"}
    apart = tuple(pair for field, pair in differing.items() if field not in agreed)
    if resolution.how == "decision":
        return apart
    ties = (*attributed(records), *told)
    noticed = tuple(_under_paper(citation, records, ties))  # whose place is not the paper's, as it should not be
    return noticed or (*apart, *_notice(citation, records, apart, ties))


def _under_paper(
    citation: Citation, records: Sequence[Record], ties: Sequence[Relation]
) -> Iterator[tuple[Comparison, Record]]:
    """That the citation means a notice and the records are of the paper, by the first record that says so."""
    if any(notices.is_one(record, ties) for record in records):
        return
    for record in records:
        if called := under_paper.named(citation, record):
            yield Comparison(NOTICE, "contradicting", 0.0, f"a notice ({called})", "the paper itself"), record
            return


def _notice(
    citation: Citation, records: Sequence[Record], apart: Disagreeing, ties: Sequence[Relation]
) -> Iterator[tuple[Comparison, Record]]:
    """That a record is a notice and the citation means the paper, by the first record that says so."""
    differing = {record.key for _, record in apart}
    for record in records:
        if said := notices.of_paper(citation, record, ties, apart=record.key in differing):
            yield Comparison(NOTICE, "contradicting", 0.0, PAPER, said), record
            return


def _identifiers(cited: Ids, record: Record, lock: Mapping[str, Asked]) -> Iterator[tuple[str, Comparison | None]]:
    """Cited identifiers beside the record's, None where they are the same. One that nobody has answered about may be
    another name of the same work: it contradicts no service, and a library only in part."""
    for field, kind in IDENTIFIERS.items():
        one, other = getattr(cited, kind), getattr(record.ids, kind)
        if not one or not other or absent(f"{kind}:{one}", lock):
            continue  # it is no work's
        if one == other:
            yield field, None
            continue
        known = kind == "pmcid" or heard(f"{kind}:{one}", lock)
        if kind == "doi" and bool(twin(f"doi:{one}")) != bool(twin(f"doi:{other}")):
            continue  # that of a preprint at arXiv beside that of the paper
        if known or record.source == "library":
            yield field, Comparison(field, "contradicting" if known else "close", 0.0, one, other)


def _corrected(cited: Fields, work: Work) -> set[str]:
    """The fields in which the citation says what the work's note corrects them to."""
    if work.note is None:
        return set()
    return {pair.field for pair in compared(cited, work.note.corrections) if pair.relation == "equal"}
