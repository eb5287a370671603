"""Catalogues: files of works that stand in the place of the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl, csl_file, csl_values, exchange
from cluneal_lit.formats.notices import KINDS
from cluneal_lit.model import Record
from cluneal_lit.registries import CATALOGUE
from cluneal_lit.sources import pubmed, pubmed_stream
from cluneal_lit.store import files


def works(path: Path) -> Iterator[tuple[object, Record]]:
    """Each work's own id in a catalogue (CSL-JSON, an array or an item a line, or PubMed's XML), and its record.

    The record has that id, and what identity and status are judged by. Raises StoreError for a catalogue that cannot be
    read, naming the line that is wrong.
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


def _of_csl(text: str, file: str) -> Iterator[tuple[object, Record]]:
    for number, (line, value) in enumerate(csl_file.entries(text, file), 1):
        where = f"{file}: line {line}" if line else f"{file}: item {number}"
        if isinstance(value, csl_file.Broken):
            raise StoreError(f"{where}, {value}; mend the line")
        own = csl_values.text(value.get("id")) if isinstance(value, dict) else None
        if not isinstance(value, dict) or own is None:
            raise StoreError(f"{where}: is no CSL-JSON item with an id; give it one")
        if (status := value.get("status")) and status not in (*KINDS, "none", "unchecked"):
            value = {**value, "status": ""}  # of a manuscript: `submitted`
        read = csl.record(value, own, file)[0]
        said = Record(1, CATALOGUE, own, read.ids, read.fields, dates=read.dates, types=_types(value))
        yield value["id"], replace(said, status=read.status)


def _types(item: dict[str, Any]) -> tuple[str, ...]:
    return tuple(said for word in ("type", "subtype", "genre") if isinstance(said := item.get(word), str))


def _of_pubmed(content: bytes, file: str) -> Iterator[tuple[object, Record]]:
    try:
        for record in pubmed.records(pubmed_stream.blocks(content), []):
            said = Record(1, CATALOGUE, record.ids.pmid, record.ids, record.fields, dates=record.dates)
            yield record.ids.pmid, replace(said, types=record.types, relations=record.relations, status=record.status)
    except pubmed_stream.Unreadable as error:
        raise StoreError(f"{file}: {error}; download it again") from error
