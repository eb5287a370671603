"""Records as CSL-JSON: what CSL has a variable for under its name, all else in `custom`."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cluneal_lit import pages
from cluneal_lit.formats import carried, csl_item, csl_values
from cluneal_lit.formats.csl_item import keyword
from cluneal_lit.model import Record


def write(records: Iterable[tuple[str, Record]]) -> str:
    """The CSL-JSON array of records, each with its key as id."""
    return json.dumps([item(key, record) for key, record in records], ensure_ascii=False, indent=2) + "\n"


def item(key: str, record: Record) -> dict[str, object]:
    """A record as one item, keys in a fixed order."""
    written = csl_item.said(key, record.fields)
    if record.fields.page:
        written["page"] = pages.full_range(record.pages or pages.parse(record.fields.page))
    if record.dates and record.dates.electronic:
        written["available-date"] = csl_values.moment(record.dates.electronic)
    said = {
        **csl_item.named(record.ids),
        "ISSN": ", ".join(record.issn),
        "keyword": keyword(carried.words(record)),
        "abstract": carried.abstract(record),
        "status": record.status,
    }
    written |= {word: value for word, value in said.items() if value}
    custom = _custom(record)
    return {**written, "custom": custom} if custom else written


def _custom(record: Record) -> dict[str, object]:
    """The words of the record's own file as they stood, what PubMed says in its tags, and identifiers."""
    stated = {} if carried.origin(record, "csl") == "csl" else carried.carried(record, "csl")
    own = {**{word: values[0] if len(values) == 1 else values for word, values in stated.items()}, **record.custom}
    return {**own, **{kind: value for kind, value in csl_item.beside(record.ids).items() if value}}
