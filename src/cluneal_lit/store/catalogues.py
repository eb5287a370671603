"""Catalogues: files of works that stand in the place of the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl_file, csl_judged, csl_values, exchange
from cluneal_lit.formats.notices import KINDS
from cluneal_lit.model import Record
from cluneal_lit.registries import CATALOGUE
from cluneal_lit.sources import pubmed, pubmed_stream
from cluneal_lit.store import files


class Listed(Struct, frozen=True):
    """A work of a catalogue: its `own` id there, and its record, which has that id and what identity and status are
    judged by. `faults` say what is wrong with the item, `left_out` which of its identifiers are none."""

    own: object
    record: Record
    faults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def works(path: Path) -> Iterator[Listed]:
    """Each work of a catalogue (CSL-JSON, an array or an item a line, or PubMed's XML).

    Raises StoreError for a catalogue that cannot be read, naming the line that is wrong.
    """
    content, file = files.content(path), files.shown(str(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoreError(f"{file}: is not UTF-8; save it as UTF-8") from error
    if not text.strip():
        raise StoreError(f"{file}: is empty or not there; name a catalogue, a CSL-JSON array or JSON Lines")
    if text.lstrip().startswith("<") and exchange.kind(text, file) == exchange.PUBMED:
        yield from _of_pubmed(content, file)
    else:
        yield from _of_csl(text, file)


def _of_csl(text: str, file: str) -> Iterator[Listed]:
    taken: set[str] = set()
    for number, (line, value) in enumerate(csl_file.entries(text, file), 1):
        where = f"{file}: line {line}" if line else f"{file}: item {number}"
        if isinstance(value, csl_file.Broken):
            raise StoreError(f"{where}, {value}; mend the line")
        own = csl_values.text(value.get("id")) if isinstance(value, dict) else None
        if not isinstance(value, dict) or not own:
            raise StoreError(f"{where}: is no CSL-JSON item with an id; give it one")
        if (status := value.get("status")) and status not in (*KINDS, "none", "unchecked"):
            value = {**value, "status": ""}  # of a manuscript: `submitted`
        read, ids, faults = csl_judged.record(value, own, file)
        said = replace(read, source=CATALOGUE, id=own, types=_types(value), pages=None, issn=(), keywords=(), custom={})
        if own in taken:
            faults = (*faults, f"its id {own} is that of an item before it; give each its own")
        taken.add(own)
        told, left_out = (tuple(f"{where}: {one}" for one in of) for of in (faults, ids))
        yield Listed(value["id"], said, told, left_out)


def _types(item: dict[str, Any]) -> tuple[str, ...]:
    return tuple(said for word in ("type", "subtype", "genre") if isinstance(said := item.get(word), str))


def _of_pubmed(content: bytes, file: str) -> Iterator[Listed]:
    try:
        for record in pubmed.records(pubmed_stream.blocks(content), []):
            said = Record(1, CATALOGUE, record.ids.pmid, record.ids, record.fields, dates=record.dates)
            said = replace(said, types=record.types, relations=record.relations, status=record.status)
            said = replace(said, deposits=record.deposits, abstract=record.abstract, remarks=record.remarks)
            yield Listed(record.ids.pmid, said)
    except pubmed_stream.Unreadable as error:
        raise StoreError(f"{file}: {error}; download it again") from error
