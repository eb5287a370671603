"""What a refresh is about: every identifier that is known, or those of the works that a person names."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit import identifiers
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Fields, Ids
from cluneal_lit.pipeline.check import Stored
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.sources.questions import Cited, Due, about, questions


def known(scanned: Scanned, store: Stored) -> list[Cited]:
    """The identifiers of citations, library and records, with the year that stands beside them."""
    found = [_cited(citation.ids, citation.fields) for citation in scanned.citations]
    found += [_cited(record.ids, record.fields) for record in (*store.library, *store.records)]
    return [*found, *((identifiers.ids((store.lock[key].id,)), None) for key in sorted(store.lost))]


def of_works(everything: Sequence[Cited], store: Stored, wanted: Sequence[str]) -> tuple[Cited, ...]:
    """What of it belongs to the works that a person names, by citation key or identifier.

    Raises StoreError for a name that is neither cited nor known.
    """
    found: dict[Cited, None] = {}
    for text in wanted:
        own = about(everything, _names(store, text))
        if not own:
            raise StoreError(f"{text}: is neither cited nor known here; name a citation key, or an identifier that is")
        found |= dict.fromkeys(own)
    return tuple(found)


def uncovered(everything: Sequence[Cited], store: Stored, due: Due) -> tuple[str, ...]:
    """The identifiers about which the lock holds no answer, or not the record that came."""
    return tuple(dict.fromkeys(question.id for question in questions(everything, store.lock, store.lost, due)))


def _names(store: Stored, text: str) -> tuple[str, ...]:
    key = text.strip().removeprefix("@")
    key = store.keys.aliases.get(key, key)
    return (*store.keys.works.get(key, ()), identifiers.key(text))


def _cited(ids: Ids, fields: Fields) -> Cited:
    return ids, fields.issued.year if fields.issued else None
