"""Types of works in the words of EndNote, and its kind of work beside them."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.formats import ris_types, unplaced
from cluneal_lit.formats.csl_item import TYPES as OURS
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.model import Fields

TYPES = {
    "journal article": "article-journal",
    "electronic article": "article-journal",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper",
    "book": "book",
    "edited book": "book",
    "electronic book": "book",
    "book section": "chapter",
    "electronic book section": "chapter",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "report": "report",
    "government document": "report",
    "thesis": "thesis",
    "web page": "webpage",
    "dataset": "dataset",
    "computer program": "software",
    "unpublished work": "manuscript",
    "manuscript": "manuscript",
    "patent": "patent",
    "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary",
    "standard": "standard",
}
_NUMBERS = {  # as EndNote writes its types, and numbers them (its preferences, Reference Types)
    "Journal Article": 17,
    "Electronic Article": 43,
    "Magazine Article": 19,
    "Newspaper Article": 23,
    "Book": 6,
    "Edited Book": 28,
    "Electronic Book": 44,
    "Book Section": 5,
    "Electronic Book Section": 60,
    "Conference Paper": 47,
    "Conference Proceedings": 10,
    "Report": 27,
    "Government Document": 46,
    "Thesis": 32,
    "Web Page": 12,
    "Dataset": 59,
    "Computer Program": 9,
    "Unpublished Work": 34,
    "Manuscript": 36,
    "Patent": 25,
    "Encyclopedia": 53,
    "Dictionary": 52,
    "Standard": 58,
    "Generic": 13,
}
NUMBERS = {name.lower(): (name, number) for name, number in _NUMBERS.items()}
# What each type of ours is written as; other names of EndNote's stay in `custom`. It has no type for a preprint, which
# it takes for unpublished where RIS says so: the kind of the work says what it is.
KINDS = {ours: name for name, ours in reversed(TYPES.items())} | {"article": "unpublished work"}
_OPEN = "generic"
PLAIN = frozenset((*KINDS.values(), _OPEN))  # which say no more than a type of ours


def written(kind: str) -> str:
    """A type of ours in EndNote's words; `generic` where it has none for it, beside which the kind of work says it."""
    return KINDS.get(kind, _OPEN)


def work(name: str, kind: str) -> str:
    """The kind of work that tells what this type of EndNote leaves open of ours; empty for none."""
    if name == KINDS["article"]:
        return ris_types.PREPRINT if kind == "article" else ""
    return kind if name == _OPEN and kind not in ("", "document") else ""


def counts_series(kind: str, series: str) -> bool:
    """Whether `number` of a work of this type of ours counts the books of the series that it names, if any."""
    return kind == "book" and bool(series)


def held(fields: Fields) -> frozenset[str]:
    """The fields of this work for which EndNote has a place."""
    found = unplaced.HELD
    if counts_series(fields.type, fields.collection_title):
        found = found - {"issue"} | {"collection_number"}
    if fields.type not in VERSIONED:
        return found
    return found - {"edition"} | {"version"}


def shape(name: str, works: Iterable[str]) -> str:
    """Our type of a work of this type, of which these words say what kind of work it is."""
    if name == KINDS["article"] and any(map(ris_types.is_preprint, works)):
        return "article"
    if name == _OPEN:
        return next((one for one in works if one in OURS - {"article"}), "document")
    return TYPES.get(name, "document")
