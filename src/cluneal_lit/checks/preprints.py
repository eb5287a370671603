"""Whether a record is of a preprint, whose versions share it."""

from __future__ import annotations

import re

from cluneal_lit.model import Record

_SERVER = re.compile(r"\w{2,8}rxiv\b|\bpreprints?\b|\bresearch square\b|\bssrn\b", re.IGNORECASE)


def is_preprint(record: Record) -> bool:
    """Whether the record is of a preprint, by its type or its server."""
    fields = record.fields
    kinds = {fields.type, *(kind.lower() for kind in record.types)}
    return bool(kinds & {"preprint", "posted-content"} or _SERVER.search(fields.container_title))
