"""What kind of thing a record says its work to be."""

from __future__ import annotations

import re

from cluneal_lit.journals import SERVER
from cluneal_lit.model import Record

PREPRINT = "preprint"
_TYPES = {
    "article": PREPRINT,
    "article-journal": "article",
    "thesis": "thesis",
    "dataset": "dataset",
    "report": "report",
    "webpage": "webpage",
    "book": "book",
    "software": "software",
}
_PREPRINT_DOI = re.compile(
    r"10\.(?:1101/(?:20\d\d\.|\d{6})|64898/|2139/ssrn|21203/rs|31234/|31219/|48550/|20944/preprints|26434/|31730/|36227/)"
)
_TRIAL = re.compile(r"\bNCT\d{8}\b", re.IGNORECASE)
# The words under which exports keep what a work is, beside the types of services.
_WORDS = ("M3", "Document Type", "Document type", "Publication Type", "document-type", "DT", "PT", "note-type")
_STATED = (
    (re.compile(r"erratum|corrigendum|correction", re.IGNORECASE), "correction"),
    (re.compile(r"retraction", re.IGNORECASE), "retraction"),
    (re.compile(r"(?:conference|meeting) abstract", re.IGNORECASE), "abstract"),
)


def form(record: Record) -> str:
    """`preprint`, `article`, `thesis`, … ; empty where the record does not say."""
    fields = record.fields
    where = f"{fields.container_title} {fields.publisher}"
    if SERVER.search(where) or "preprint" in map(str.lower, record.types):
        return PREPRINT
    if _PREPRINT_DOI.match(record.ids.doi) and not fields.container_title:
        return PREPRINT
    return _TYPES.get(fields.type, "")


def stated(record: Record) -> frozenset[str]:
    """What the record says to be besides its title: `correction`, `retraction`, `abstract`."""
    said = " ".join((record.fields.genre, *record.types, *(str(record.custom.get(word, "")) for word in _WORDS)))
    return frozenset(kind for pattern, kind in _STATED if pattern.search(said)) if said.strip() else frozenset()


def trial(record: Record) -> str:
    """The number of the trial of which a record is the registration; empty for none."""
    if record.ids.nct:
        return record.ids.nct
    found = _TRIAL.search(f"{record.fields.page} {record.fields.number} {record.fields.url}")
    return found[0].upper() if found else ""
