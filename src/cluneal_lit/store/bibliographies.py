"""Bibliographies of every format: the bytes of a file, as records. Library, `dedupe` and `convert` read with this."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.documents.decoding import decoded
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_refused, brought, exchange, styled
from cluneal_lit.formats.carried import NOTICE, READ_AS
from cluneal_lit.formats.medline_tags import stated
from cluneal_lit.model import Finding, Record
from cluneal_lit.sources import pubmed, pubmed_stream
from cluneal_lit.store import files

_NOBODYS = frozenset((NOTICE, *styled.WORDS.values()))  # words of `custom` that are of no format
# Formats whose records have the words of another in `custom`.
_WORDS = {exchange.PUBMED: "nbib", "enw": "endnote"}


def content(path: Path) -> bytes:
    """The bytes of a file that was named. Raises StoreError where there is none that can be read."""
    name = files.shown(str(path))
    if files.is_other(path):
        raise StoreError(f"{name}: is no file; name a file")
    if not path.exists():
        raise StoreError(f"{name}: there is no such file; see whether its name is right")
    return files.content(path)


def read(content: bytes, name: str) -> exchange.Reading:
    """The records of a bibliography, named `NAME#KEY`, and findings for what in it is wrong; none of an empty file.

    Which format it is of its content says, its name only where that leaves it open. Raises StoreError, with the name
    before it, for what is no bibliography.
    """
    found = decoded(content) if content else ("", "")
    if found is None:
        raise StoreError(f"{name}: is binary; export it as one of {exchange.names()}")
    text, encoding = found
    told = (Finding("LIT102", name, values={"encoding": encoding}),) if encoding else ()
    form = exchange.kind(text, name)
    if form == exchange.PUBMED:
        records, findings = _of_pubmed(content, name)
    else:
        content = b""  # of many records it is as large as they are
        records, findings = exchange.read(text, name, form)
    return tuple(_marked(record, _WORDS.get(form, form)) for record in records), (*told, *findings)


def refused(content: bytes, name: str) -> tuple[Finding, ...]:
    """Findings for what of a BibTeX file programs refuse that `read` takes; nothing of other files."""
    found = decoded(content) if content and name.lower().endswith(".bib") else None
    return tuple(bibtex_refused.findings(found[0], name)) if found else ()


def _marked(record: Record, form: str) -> Record:
    """The record with the format that it comes from where writers have to know it, for the words that its `custom`
    holds, or for its edition, of which BibTeX's own stays as it stood and others' is made an ordinal; unless an
    exchange before has said it."""
    tagged = form == "nbib" and bool(stated(record))  # what PubMed's tags say of a record stands in its fields
    is_bare = record.custom.keys() <= _NOBODYS and not (tagged or record.fields.edition)
    if is_bare or READ_AS in record.custom:
        return record
    return replace(record, custom={**record.custom, READ_AS: form})


def _of_pubmed(content: bytes, name: str) -> exchange.Reading:
    """The records of PubMed's XML; of one that is cut off those before the cut, and a finding."""
    records: list[Record] = []
    taken: dict[str, int] = {}
    try:
        for record in pubmed.records(pubmed_stream.blocks(content), []):
            if record.fields or record.ids:
                key = brought.keyed(record.ids.pmid, record.fields, taken)
                records.append(replace(record, source="library", id=brought.named(name, key), custom={"OWN": "NLM"}))
    except pubmed_stream.Unreadable as error:
        reason = f"{error}; what stands before is read: download it again"
        return tuple(records), (Finding("LIT303", name, values={"reason": reason, "file": name}),)
    return tuple(records), ()
