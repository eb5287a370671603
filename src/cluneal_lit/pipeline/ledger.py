"""Who says what of each work, for its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cluneal_lit.entries.sayings import NOTE, Known, known
from cluneal_lit.model import Entry, Fields, Record
from cluneal_lit.outputs import ledger
from cluneal_lit.registries import spoken

_OTHERS = {"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI", "arxiv": "arXiv", "status": "status"}


def ledgers(entries: Iterable[Entry], records: Mapping[str, Record]) -> dict[str, tuple[ledger.Line, ...]]:
    """By citation key who says what, where more than one speaks: a work of a single source owes all to that.

    `records` by their names in the store.
    """
    return {entry.key: tuple(_lines(entry, records)) for entry in entries if _several(entry)}


def _several(entry: Entry) -> bool:
    corrected = entry.note is not None and entry.note.corrections != Fields()
    return len(entry.sources) + corrected > 1 or len(entry.stated) > 1


def _lines(entry: Entry, records: Mapping[str, Record]) -> Iterator[ledger.Line]:
    own = tuple(records[source.key] for source in entry.sources if source.key in records)
    for one in known(entry, own):
        field = ledger.label(one.field, entry.fields.type) or _OTHERS.get(one.field, "")
        if field and one.said:
            yield _line(field, one)


def _line(field: str, one: Known) -> ledger.Line:
    told = [("the note" if said.source.source == NOTE else spoken(said.source.source), said) for said in one.said]
    alike = dict.fromkeys(who for who, said in told if said.agrees)
    others = dict.fromkeys((who, said.said) for who, said in told if not said.agrees)
    return ledger.Line(field, one.printed, tuple(alike), tuple(others))
