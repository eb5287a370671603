"""The database from which a record was exported, as its file says it."""

from __future__ import annotations

import re
from collections.abc import Collection

from cluneal_lit.formats import carried
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.formats.meanings import MEANINGS
from cluneal_lit.late import late
from cluneal_lit.model import Record

# Where programs write it, by the words that stay in `custom`: the database, and who provides it.
_NAMED, _PROVIDED = (
    tuple(dict.fromkeys(word for words in MEANINGS[meaning].values() for word in words))
    for meaning in ("database", "provider")
)
# Companies through which databases are searched; `ProQuest Central` and `Ovid MEDLINE(R)` are databases.
_HOST = late(
    r"(?:ovid(?:sp)?|wolters kluwer(?: health)?|proquest|ebsco(?: ?host)?|clarivate|elsevier|dialog|silverplatter)"
    r"(?:,? (?:analytics|technologies|publishing|industries|information services|llc|inc|ltd|b\.?v)\.?)*",
    re.IGNORECASE,
)
IN_NOTE = "database: "  # of PubMed's format, which has no tag for it
_PREFIXES = (
    ("UT", "WOS:", "Web of Science"),
    ("AN", "WOS:", "Web of Science"),
    ("accession-num", "WOS:", "Web of Science"),
    ("UT", "MEDLINE:", "MEDLINE"),
    ("UT", "", "Web of Science"),
    ("unique-id", "WOS:", "Web of Science"),
    ("unique-id", "ISI:", "Web of Science"),
    ("unique-id", "MEDLINE:", "MEDLINE"),
    ("EID", "2-s2.0-", "Scopus"),
    ("Embase Accession ID", "L", "Embase"),
    ("OWN", "NLM", "PubMed"),
)


def database(record: Record) -> str:
    """The database that a record comes from, or the company through which it was searched if no more is said; empty
    where its file does not say."""
    said = [*_named(record, _NAMED), *_noted(record), *_numbered(record), *_named(record, _PROVIDED)]
    return next((name for name in said if not _HOST.fullmatch(name)), said[0] if said else "")


def of_one(of: re.Pattern[str], named: Collection[str], provided: Collection[str]) -> bool:
    """Whether all databases that an entry names are `of` one, so that its number is that one's; where it names none, or
    a company alone, who provides it."""
    found = [name for name in named if not _HOST.fullmatch(name)] or provided
    return bool(found) and all(of.search(name) for name in found)


def _named(record: Record, words: Collection[str]) -> list[str]:
    """What words of `custom` name as a database; of those of a merged entry the first."""
    found = (_text(record.custom[word]) for word in words if word in record.custom)
    names = [name.partition("\n")[0] for name in found if name and not _is_journal(name, record)]
    return [plain(name) for name in names] if carried.origin(record, "") == "bibtex" else names


def _noted(record: Record) -> list[str]:
    notes = carried.texts(record.custom.get("GN"))
    return [note.removeprefix(IN_NOTE).strip() for note in notes if note.startswith(IN_NOTE)]


def _numbered(record: Record) -> list[str]:
    """The database by the number that it gives a record, or by what only its records have."""
    for word, begins, name in _PREFIXES:
        if (value := _text(record.custom.get(word)).lstrip("{")) and value.startswith(begins):
            return [name]
    return [owner] if (owner := _text(record.custom.get("OWN"))) else []


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
