"""Identifiers that stand with so many titles that they are no work's own: the DOI of a whole supplement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.doubts import tell_of_others
from cluneal_lit.duplicates.wording import wording

MOST = 3  # works that may share an identifier by a slip
KINDS = ("doi", "pmid", "pmcid")
Name = tuple[str, str]


def crowded(records: Iterable[Described], corpus: Corpus) -> set[Name]:
    """The identifiers, by kind and value, that stand with more than MOST titles of which each tells of other things."""
    bearers: defaultdict[Name, list[Described]] = defaultdict(list)
    for record in records:
        for kind in KINDS:
            if record.title and (value := getattr(record, kind)):
                bearers[kind, value].append(record)
    return {name for name, those in bearers.items() if len(those) > MOST and _are_many(those, corpus)}


def without(record: Described, names: Collection[Name]) -> Described:
    """The record without those of its identifiers."""
    gone = {kind: "" for kind in KINDS if (kind, getattr(record, kind)) in names}
    return replace(record, **gone) if gone else record


def _are_many(records: Sequence[Described], corpus: Corpus) -> bool:
    found: list[Described] = []
    for record in records:
        if all(tell_of_others(wording(one, record, corpus)) for one in found):
            found.append(record)
            if len(found) > MOST:
                return True
    return False
