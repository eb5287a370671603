"""A closed world: a catalogue in the place of the services, which is all the literature there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.compare import comes_near
from cluneal_lit.entries.citekeys import Assigned
from cluneal_lit.entries.works import grouped
from cluneal_lit.identifiers import twin
from cluneal_lit.model import Asked, Record, Resolution, Work
from cluneal_lit.pipeline import hanging
from cluneal_lit.pipeline.check import Resolved
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.registries import CATALOGUE, looked_up, search_name
from cluneal_lit.store import catalogues, remembered

# What every registry numbers; of the other kinds a catalogue knows something only where one of its works has one.
_EVERYWHERE = frozenset(("pmid", "doi"))


def world(catalogue: Path, scanned: Scanned) -> tuple[Stored, Resolved]:
    """What a store would hold if the catalogue had been asked about all that is cited, and which works that means.

    The works' keys are the ids that they have in the catalogue. Raises StoreError for one that cannot be read.
    """
    records = tuple(one.record for one in catalogues.works(catalogue))
    groups, refused = grouped(_named_apart(records))
    works = tuple(Work((group.records[0].id,), group.records, None, group.ids, group.also) for group in groups)
    lines = {line.key: line for line in _looked_up(scanned, works)}
    found = resolutions(hanging.settled(scanned.citations, lines), works, {}, keyed=False)
    lines |= {line.key: line for line in _searched(found)}
    nothing = remembered.Keys({}, {})
    assigned = Assigned(works, {}, {})
    return Stored(records, (), (), (), lines, nothing, ()), Resolved(assigned, found, (), refused)


def _named_apart(records: Iterable[Record]) -> Iterator[Record]:
    """The records, each under a name of its own."""
    taken: set[str] = set()
    for place, record in enumerate(records, 1):
        name = record.id if record.id and record.id not in taken else f"{record.id}#{place}"
        taken.add(name)
        yield replace(record, id=name)


def _looked_up(scanned: Scanned, works: Sequence[Work]) -> Iterator[Asked]:
    """The answers about every identifier that is cited, or that a work bears."""
    borne = {name for work in works for record in work.records for name in record.ids.keys()}
    borne |= {other for name in borne if (other := twin(name))}
    kinds = _EVERYWHERE | {name.partition(":")[0] for name in borne}
    cited = {name for citation in scanned.citations for name in looked_up(citation.ids.keys())}
    cited |= {name for citation in scanned.citations for name in citation.ids.keys() if name.startswith("pmcid:")}
    cited |= {name for citation in scanned.citations if (name := hanging.whole(citation))}
    for name in sorted(borne | cited):
        if name in borne or name.partition(":")[0] in kinds:
            yield Asked(CATALOGUE, name, state="here" if name in borne else "absent")
    yield from (Asked(CATALOGUE, record.id, state="here") for work in works for record in work.records)


def _searched(found: Iterable[Resolution]) -> Iterator[Asked]:
    """The searches for references that found nothing certain."""
    for resolution in found:
        citation = resolution.citation
        if citation.form != "marker" and not resolution.works and (citation.fields or citation.form == "reference"):
            near = resolution.near if comes_near(resolution.answer, resolution.why) else ""
            yield Asked(CATALOGUE, search_name(citation.id), state="absent", to=near)
