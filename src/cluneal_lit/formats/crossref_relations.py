"""Updates and relations of a Crossref work, in its own answers and in CSL-JSON that is made of them.

`updated-by` stands on the work that was retracted or corrected, `update-to` on the notice; a work may carry both, and
either may name the work itself (https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from cluneal_lit import dates, identifiers
from cluneal_lit.json_values import date, mapping, mappings, text
from cluneal_lit.model import Ids, Relation

WORDS = ("updated-by", "update-to", "relation")
KINDS = {
    "retraction": "retraction",
    "partial-retraction": "partial-retraction",
    "withdrawal": "withdrawal",
    "removal": "withdrawal",
    "expression-of-concern": "concern",
    "erratum": "correction",
    "corrigendum": "correction",
    "correction": "correction",
    "addendum": "correction",
    "clarification": "correction",
    "new-version": "update",
    "new-edition": "update",
    "reinstatement": "reinstatement",
}
TIES: dict[str, tuple[str, Literal["in", "of"]]] = {
    "has-preprint": ("preprint", "in"),
    "is-preprint-of": ("preprint", "of"),
    "has-review": ("review", "in"),
    "is-review-of": ("review", "of"),
    "has-comment": ("comment", "in"),
    "is-comment-on": ("comment", "of"),
    "has-version": ("version", "in"),
    "is-version-of": ("version", "of"),
    "has-translation": ("translation", "in"),
    "is-translation-of": ("translation", "of"),
    "is-supplemented-by": ("supplement", "in"),
    "is-supplement-to": ("supplement", "of"),
    "is-identical-to": ("same", "of"),
}


def relations(work: dict[str, object]) -> tuple[Relation, ...]:
    """The relations of a work, each pair of works and kind once; what both origins state names both."""
    joined: dict[tuple[str, str, Ids, str], Relation] = {}
    for relation in (*_updates(work, "updated-by", "in"), *_updates(work, "update-to", "of"), *_ties(work)):
        name = (relation.kind, relation.direction, relation.ids, relation.text)
        joined[name] = _joined(joined[name], relation) if name in joined else relation
    return tuple(joined.values())


def _updates(work: dict[str, object], key: str, direction: Literal["in", "of"]) -> Iterator[Relation]:
    for update in mappings(work.get(key)):
        kind = text(update.get("type")).strip().lower().replace("_", "-").replace(" ", "-")
        if not kind:
            continue
        ids, written = _other(text(update.get("DOI")))
        yield Relation(
            KINDS.get(kind, kind), direction, ids, date(update.get("updated")), text(update.get("source")), written
        )


def _ties(work: dict[str, object]) -> Iterator[Relation]:
    ties = mapping(work.get("relation"))
    for name, (kind, direction) in TIES.items():
        for other in mappings(ties.get(name)):
            ids, written = _other(text(other.get("id")))
            if ids or written:
                yield Relation(kind, direction, ids, text=written)


def _other(written: str) -> tuple[Ids, str]:
    doi = identifiers.doi(written)
    return (Ids(doi=doi), "") if doi else (Ids(), written.strip())


def _joined(one: Relation, other: Relation) -> Relation:
    """Both as one relation, with the earlier date."""
    known = [date for date in (one.date, other.date) if date]
    origins = sorted({name for relation in (one, other) for name in relation.source.split(", ") if name})
    return replace(one, date=min(known, key=dates.iso) if known else None, source=", ".join(origins))
