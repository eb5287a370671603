"""Records as CSL-JSON: what CSL has a variable for under its name, all else in `custom`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec

from cluneal_lit import pages
from cluneal_lit.formats import carried, crossref_relations, csl_dates, csl_item, csl_values, styled
from cluneal_lit.formats.csl_item import keyword
from cluneal_lit.model import Fields, Record

# What CSL has and our records have no place for; what stands in `custom` under the name of a field is none of it.
_HELD = {field.encode_name for field in msgspec.structs.fields(Fields)} | set(
    "DOI ISBN ISSN PMCID PMID URL abstract keyword status".split()
)
_VARIABLES = (
    *sorted(csl_values.TEXTS - _HELD),
    *sorted(csl_values.NAMES - _HELD),
    *sorted(csl_values.DATES),
    *("accessed", "categories"),
)


def write(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The CSL-JSON array of records, each with its key as id, item by item."""
    between = "["
    for key, record in records:
        written = json.dumps([item(key, record)], ensure_ascii=False, indent=2)
        yield f"{between}{written[1:-2]}"
        between = ","
    yield "[]\n" if between == "[" else "\n]\n"


def item(key: str, record: Record) -> dict[str, object]:
    """A record as one item, keys in a fixed order."""
    fields = styled.whole(record)
    written = csl_item.said(key, fields) | csl_item.spelt(fields)
    if record.fields.page:
        written["page"] = pages.full_range(record.pages or pages.parse(record.fields.page))
    if record.dates and record.dates.electronic:
        written["available-date"] = csl_dates.moment(record.dates.electronic)
    said = {
        **csl_item.named(record.ids),
        "ISSN": ", ".join(record.issn),
        "keyword": keyword(carried.words(record)),
        "abstract": carried.abstract(record.abstract),
        "status": record.status,
    }
    written |= {word: value for word, value in said.items() if value}
    custom = _custom(record)
    if carried.origin(record, "csl") == "csl":
        written |= {
            word: custom.pop(word)
            for word in (*_VARIABLES, *crossref_relations.WORDS)
            if word in custom and word not in written and csl_values.fits(word, custom[word])
        }
    if isinstance(written.get("accessed"), str) and (day := csl_dates.date(written["accessed"])) and day[0]:
        written["accessed"] = csl_dates.moment(day[0])  # it was written in words, in a table
    if custom.keys() <= {carried.READ_AS}:
        return written
    return {**written, "custom": custom}


def _custom(record: Record) -> dict[str, object]:
    """The words of the record's own file as they stood, what PubMed says in its tags, and identifiers."""
    stated = {} if carried.origin(record, "csl") == "csl" else carried.carried(record, "csl")
    own = {**{word: values[0] if len(values) == 1 else values for word, values in stated.items()}, **record.custom}
    own = {word: value for word, value in own.items() if word not in styled.WORDS.values()}
    ids = {kind: value for kind, value in csl_item.beside(record.ids).items() if value}
    return {**csl_item.dated(record.fields), **own, **ids}
