"""The database from which a record was exported, as its file says it."""

from __future__ import annotations

from collections.abc import Collection

from cluneal_lit.formats import carried
from cluneal_lit.formats.carried import MEANINGS
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.model import Record

# Where programs write it, by the words that stay in `custom`: the name first, then what only its records have.
NAMED = tuple(
    dict.fromkeys(
        word for meaning in ("database", "provider") for words in MEANINGS[meaning].values() for word in words
    )
)
IN_NOTE = "database: "  # of PubMed's format, which has no tag for it
_PREFIXES = (
    ("UT", "WOS:", "Web of Science"),
    ("AN", "WOS:", "Web of Science"),
    ("accession-num", "WOS:", "Web of Science"),
    ("UT", "MEDLINE:", "MEDLINE"),
    ("UT", "", "Web of Science"),
    ("unique-id", "", "Web of Science"),
    ("Unique-ID", "", "Web of Science"),
    ("EID", "2-s2.0-", "Scopus"),
    ("Embase Accession ID", "L", "Embase"),
    ("OWN", "NLM", "PubMed"),
)


def database(record: Record) -> str:
    """The database that a record comes from; empty where its file does not say."""
    for word in NAMED:
        if (name := _text(record.custom.get(word))) and not _is_journal(name, record):
            first = name.partition("\n")[0]  # of those of a merged entry of BibTeX
            return plain(first) if carried.origin(record, "") == "bibtex" else first
    for note in carried.texts(record.custom.get("GN")):
        if note.startswith(IN_NOTE):
            return note.removeprefix(IN_NOTE).strip()
    for word, begins, name in _PREFIXES:
        if (value := _text(record.custom.get(word))) and value.startswith(begins):
            return name
    return _text(record.custom.get("OWN"))


def untold(record: Record, form: str, custom: Collection[str]) -> str:
    """The database that a record comes from where its words in another format, `custom`, would not say it."""
    is_told = carried.origin(record, form) == form or not set(MEANINGS["database"][form]).isdisjoint(custom)
    return "" if is_told else database(record)


def _is_journal(name: str, record: Record) -> bool:
    """Whether it is where the work stands, which Embase's tables call its source."""
    fields = record.fields
    return any(
        journal and name.startswith(journal) for journal in (fields.container_title, fields.container_title_short)
    )


def _text(value: object) -> str:
    """A text, the first of several, or nothing."""
    first = value[0] if isinstance(value, list) and value else value
    return first.strip() if isinstance(first, str) else ""
