"""Ties of a DataCite work to others (https://datacite-metadata-schema.readthedocs.io/en/4.6/, relationType)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cluneal_lit import identifiers
from cluneal_lit.json_values import mappings, text
from cluneal_lit.model import Ids, Relation

_NEWER: dict[str, Literal["in", "of"]] = {
    "ispreviousversionof": "in",
    "isobsoletedby": "in",
    "isnewversionof": "of",
    "obsoletes": "of",
}
_SAME = ("isversionof", "isidenticalto")
# Other ties, called as Crossref's are. "HasVersion", "HasPart" and "IsCitedBy" grow without the work changing.
_TIES: dict[str, tuple[str, Literal["in", "of"]]] = {
    "isversionof": ("version", "of"),
    "isidenticalto": ("same", "of"),
    "issupplementto": ("supplement", "of"),
    "issupplementedby": ("supplement", "in"),
    "isreviewedby": ("review", "in"),
    "reviews": ("review", "of"),
    "istranslationof": ("translation", "of"),
    "hastranslation": ("translation", "in"),
    "ispartof": ("part", "of"),
    "ispublishedin": ("part", "of"),
    "continues": ("continuation", "of"),
    "iscontinuedby": ("continuation", "in"),
}


def relations(work: dict[str, object], own: str, kind: str) -> tuple[Relation, ...]:
    """The ties of a work, each once; `own` is its DOI, `kind` its CSL type."""
    return tuple(dict.fromkeys(_relations(work, own, kind)))


def _relations(work: dict[str, object], own: str, kind: str) -> Iterator[Relation]:
    """The paper that a preprint became is a version of it under another registrant's prefix."""
    for tie in mappings(work.get("relatedIdentifiers")):
        other = text(tie.get("relatedIdentifier"))
        doi = identifiers.doi(other) if text(tie.get("relatedIdentifierType")) == "DOI" else ""
        said = text(tie.get("relationType")).lower()
        if not doi or doi == own:
            continue
        elsewhere = doi.partition("/")[0] != own.partition("/")[0]
        if kind == "article" and elsewhere and (said in _SAME or _NEWER.get(said) == "in"):
            yield Relation("preprint", "of", Ids(doi=doi))
        elif said in _NEWER:
            yield Relation("update", _NEWER[said], Ids(doi=doi))
        elif said in _TIES:
            yield Relation(*_TIES[said], Ids(doi=doi))
