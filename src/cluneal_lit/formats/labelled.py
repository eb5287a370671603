"""The status that a record gives its own work without naming a notice: by a type, or in its title or abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.formats import notices
from cluneal_lit.model import Record, Relation

# Cochrane and Elsevier put it before the title of the work itself. In small letters it is as often a notice's title:
# Hindawi's notices are called `Retracted: …`.
_LABEL = re.compile(r"\[?(RETRACTED|WITHDRAWN|REMOVED)(?: ARTICLE| CHAPTER| PAPER)?(?:\s*:|(?<=\w)\])")
# Web of Science: `… (Retracted article. See vol. 12, pg. 34, 2020)`.
_RETRACTED_TITLE = re.compile(r"[(\[]retracted (?:article|paper|chapter)\b[^()\[\]]{0,80}[)\]]\W*$", re.IGNORECASE)
_LABELS = {"RETRACTED": "retraction", "WITHDRAWN": "withdrawal", "REMOVED": "withdrawal"}
# GeneReviews: `… – RETIRED CHAPTER, FOR HISTORICAL REFERENCE ONLY`, and a sentence before the abstract
# (https://www.ncbi.nlm.nih.gov/books/NBK1116/); StatPearls: `… (Archived)`.
_RETIRED_TITLE = re.compile(
    r"\bretired (?:chapter|publication|entry)\b|\bfor historical reference only\b|[(\[](?:archived|retired)[)\]]\W*$",
    re.IGNORECASE,
)
_RETIRED_ABSTRACT = re.compile(
    r"\bth(?:is|e) (?:publication|chapter|book|report|review) (?:has been|is|was) (?:retired|archived)\b"
    r"|\bis for historical reference only\b",
    re.IGNORECASE,
)
_ARTICLES = ("article-journal", "article")  # journals keep what they print; books are kept up


def labels(record: Record) -> Iterator[Relation]:
    """What the record says has befallen its own work, as ties that name no notice."""
    if record.status in notices.KINDS:
        yield Relation(notices.KINDS[record.status], "in", source=record.source)
    kind = titled(record.fields.title)
    if kind in _LABELS.values() and not _is_notice(record):
        yield Relation(kind, "in", source=record.source)
    if record.fields.type not in _ARTICLES and (kind == "retired" or _is_retired(record)):
        yield Relation("retired", "in", source=record.source)


def titled(title: str) -> str:
    """The kind of notice that a label before or behind a title stands for; empty for none."""
    if label := _LABEL.match(title):
        return _LABELS[label[1]]
    lower = title.lower()
    if "etracted" in lower and _RETRACTED_TITLE.search(title):
        return "retraction"
    is_told = "retired" in lower or "historical" in lower or "archived" in lower
    return "retired" if is_told and _RETIRED_TITLE.search(title) else ""


def _is_notice(record: Record) -> bool:
    """Whether the record says that it is about another work."""
    own = set(record.ids.keys())  # publishers deposit notices of a work on itself too
    ties = [tie for tie in record.relations if tie.direction == "of" and own.isdisjoint(tie.ids.keys())]
    told = any(tie.kind in notices.NAMES and tie.kind != "update" for tie in ties)
    return told or not notices.ABOUT_ANOTHER.isdisjoint(map(str.lower, record.types))


def _is_retired(record: Record) -> bool:
    texts = (*(part.text for part in record.abstract), *record.remarks)
    return any(_RETIRED_ABSTRACT.search(text) for text in texts)
