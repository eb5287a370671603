"""Whether a record is of a preprint, whose versions share it."""

from __future__ import annotations

from cluneal_lit.journals import SERVER
from cluneal_lit.model import Record


def is_preprint(record: Record) -> bool:
    """Whether the record is of a preprint, by its type or its server."""
    fields = record.fields
    kinds = {fields.type, *(kind.lower() for kind in record.types)}
    return bool(kinds & {"preprint", "posted-content"} or SERVER.search(fields.container_title))
