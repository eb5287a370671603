"""What kind of thing a record says its work to be."""

from __future__ import annotations

import re
from enum import IntEnum

from cluneal_lit.formats import editions
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Record
from cluneal_lit.preprints import is_preprint


class Meeting(IntEnum):
    """What a record says of a meeting: nothing, by its type alone, which full papers have too, or by a label."""

    UNSAID = 0
    TYPED = 1
    LABELLED = 2


PREPRINT, REGISTRATION, MANUSCRIPT = "preprint", "registration", "manuscript"
_TYPES = {
    "article-journal": "article",
    "thesis": "thesis",
    "dataset": "dataset",
    "report": "report",
    "webpage": "webpage",
    "book": "book",
    "software": "software",
    "manuscript": MANUSCRIPT,
}
_UNPRINTED = re.compile(
    r"\W*(?:manuscript )?(?:under (?:peer )?review|submitted|in (?:preparation|review)|unpublished)", re.I
)
# Numbers of the registers of the WHO's network (https://www.who.int/clinical-trials-registry-platform/network); one of
# the EU's stands for the trial in all countries.
_TRIAL = late(
    r"\b(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}p?|ChiCTR[-A-Z]{0,6}\d{8,10}|CTRI/\d{4}/\d{2,3}/\d{6}|DRKS\d{8}|KCT\d{7}"
    r"|EUCTR\d{4}-\d{6}-\d{2}|IRCT\d{8,18}N\d{1,3}|jRCTs?\d{9,10}|JPRN-\w{6,14}|UMIN\d{9}|NTR\d{2,5}|NL-OMON\d{5}"
    r"|PACTR\d{15,16}|PER-\d{3}-\d{2}|RBR-\w{5,8}|SLCTR/\d{4}/\d{3}|TCTR\d{11}|LBCTR\d{10}|ITMCTR\d{10})",
    re.IGNORECASE,
)
_REGISTER = late(rf"clinicaltrials|trialsearch|registr|{_TRIAL.pattern}", re.IGNORECASE)
_REVIEW = re.compile(r"10\.1002/14651858\.(?:cd|mr|ed|ee)\d{6}(?:\.pub(\d+))?", re.IGNORECASE)
# The words under which exports keep what a work is, beside the types of services.
_WORDS = (
    "M3",
    "Document Type",
    "Document type",
    "Publication Type",
    "document-type",
    "DT",
    "PT",
    "note-type",
    "work-type",
)
# BibTeX has a note for them, `M3: Conference Abstract`, as we and others write it.
_NOTED = re.compile(rf"^(?:{'|'.join(_WORDS)}): (.*)", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
_STATED = (
    (re.compile(r"erratum|corrigendum|correction", re.IGNORECASE), "correction"),
    (re.compile(r"retraction", re.IGNORECASE), "retraction"),
    (
        re.compile(r"(?:conference|meeting) abstract|(?:^|[;,|:\n])\s*abstract\s*(?:$|[;,|\n])", re.IGNORECASE),
        "abstract",
    ),
)
# As Embase, CENTRAL and Scopus label what was said at a meeting; `Conference Paper` and `Proceedings Paper` are papers.
_MEETING = re.compile(r"(?:conference|meeting) (?:abstract|proceeding|review)s?\b", re.IGNORECASE)


def form(record: Record) -> str:
    """`preprint`, `article`, `thesis`, … ; empty where the record does not say."""
    fields = record.fields
    if is_preprint(record):
        return PREPRINT
    if not fields.volume and _registered(fields) and _REGISTER.search(fields.container_title or "registry"):
        return REGISTRATION
    if not fields.container_title and _UNPRINTED.match(str(record.custom.get("note", ""))):
        return MANUSCRIPT
    return _TYPES.get(fields.type, "")


def stated(record: Record) -> frozenset[str]:
    """What the record says to be besides its title: `correction`, `retraction`, `abstract`."""
    said = _labels(record)
    return frozenset(kind for pattern, kind in _STATED if pattern.search(said)) if said else frozenset()


def meeting(record: Record) -> Meeting:
    """How surely the record says that its work is of a meeting."""
    said = _labels(record)
    if said and (_MEETING.search(said) or "abstract" in stated(record)):
        return Meeting.LABELLED
    return Meeting.TYPED if record.fields.type == "paper-conference" else Meeting.UNSAID


def _labels(record: Record) -> str:
    """The words by which a record says what its work is, one label a line."""
    words = (str(record.custom.get(word, "")) for word in _WORDS)
    labels = (record.fields.genre, *record.types, *words, *_NOTED.findall(str(record.custom.get("note", ""))))
    return "\n".join(filter(None, labels))


def trial(record: Record) -> str:
    """The number of the trial of which a record is the registration, or which it names as its own; empty for none."""
    return _registered(record.fields) or record.ids.nct


def _registered(fields: Fields) -> str:
    """The number that stands in the place of a journal, its pages or address, in capitals; empty for none."""
    found = _TRIAL.search(f"{fields.container_title} {fields.page} {fields.number} {fields.url}")
    return found[0].upper() if found else ""


def edition(record: Record) -> str:
    """The number of a book's edition, or of the version of a Cochrane review by its DOI; empty for none."""
    if review := _REVIEW.match(record.ids.doi):
        return review[1] or "1"
    return "".join(_DIGITS.findall(editions.number(record.fields)))
