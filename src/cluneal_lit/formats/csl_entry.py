"""Entries as CSL-JSON: for those who cite from our bibliography, and for lists that are annotated.

Fields: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cluneal_lit import identifiers, key_syntax, pages
from cluneal_lit.formats import carried, csl_dates, csl_item, editions, notices, published
from cluneal_lit.formats.csl_item import keyword
from cluneal_lit.model import Citation, Entry, Ids


def item(entry: Entry, *, abstract: bool = False) -> dict[str, object]:
    """The entry as CSL-JSON, keys in a fixed order; with its abstract only where that may be published.

    `custom` says how far the entry can be trusted: its verdict, who was asked on which day, and on what it rests.
    """
    written = csl_item.said(entry.key, entry.fields) | csl_item.spelt(entry.fields)
    if entry.fields.edition:
        written["edition"] = editions.number(entry.fields)
    if entry.pages:
        written["page"] = pages.full_range(entry.pages)
    if entry.dates and entry.dates.electronic:
        written["available-date"] = csl_dates.moment(entry.dates.electronic)
    if entry.accessed:
        written["accessed"] = csl_dates.moment(entry.accessed)
    said = {**csl_item.named(entry.ids), "ISSN": ", ".join(entry.issn)}
    said["keyword"] = keyword(published.keywords(entry))
    if abstract:
        said["abstract"] = published.abstract(entry)
    said["status"] = "" if entry.status.name in notices.SILENT else entry.status.name
    written |= {word: value for word, value in said.items() if value}
    return {**written, "custom": _custom(entry)}


def items(entry: Entry, *, abstract: bool = False) -> tuple[dict[str, object], ...]:
    """The entry under its key, then under each other key by which documents cite it (`pmid:29656623`), as pandoc seeks
    it; of these `custom` says whose they are."""
    first = item(entry, abstract=abstract)
    keys = {key for one in entry.cited_in for key in _keys(one, entry.ids)} - {entry.key, ""}
    again = {"custom": {csl_item.SAME: entry.key}}
    return (first, *({**first, "id": key, **again} for key in sorted(keys)))


def _keys(citation: Citation, ids: Ids) -> Iterator[str]:
    """The keys by which a citation names a work with these identifiers: a reference too may hold one, in a footnote."""
    if citation.form == "key":
        yield citation.cited_as
    for key in key_syntax.keys(citation.raw) if citation.form == "reference" else ():
        if key.free and key_syntax.scheme(key.name) and identifiers.key(key.name) in ids.keys():
            yield key.name


def annotated(entry: Entry, *, abstract: bool = False) -> dict[str, object]:
    """The entry with its annotation in `note`, which styles of annotated lists print, and its mark in `annote`."""
    written = item(entry, abstract=abstract)
    status = notices.sentence(entry.status)
    said = {
        "note": "\n\n".join(filter(None, (status, published.annotation(entry)))),
        "annote": notices.significance(entry),
    }
    custom = written.pop("custom")
    return {**written, **{word: value for word, value in said.items() if value}, "custom": custom}


def _custom(entry: Entry) -> dict[str, object]:
    sources = [msgspec.to_builtins(asked) for asked in entry.sources]
    said: dict[str, object] = {"verdict": entry.verdict, "basis": entry.basis, "sources": sources}
    said[carried.NOTICE] = notices.sentence(entry.status)
    said |= csl_item.beside(entry.ids) | csl_item.dated(entry.fields)
    return {word: value for word, value in said.items() if value}
