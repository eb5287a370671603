"""What bibliographies that are checked say has befallen their works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cluneal_lit.checks import claimed
from cluneal_lit.checks.case import Disagreeing
from cluneal_lit.entries.labelled import labels
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import brought, notices
from cluneal_lit.model import Citation, Document, Record, Relation, Resolution
from cluneal_lit.store import bibliographies

Told = Mapping[str, tuple[Relation, ...]]  # by citation key

SOURCE = "file"
_FORMS = ("bibtex", "ris", "nbib")
# A word of every claim: a file without one need not be read again.
_WORDS = re.compile(
    r"retract|withdr|remov|concern|errat|corri|correct|republ|reissu|reinstat|retired|archived|update|supersed", re.I
)


def read(document: Document, content: bytes, citations: Sequence[Citation]) -> list[Citation]:
    """The citations of a document, those of a bibliography with what its entries claim."""
    if document.kind not in _FORMS or not _WORDS.search(document.text):
        return [*citations]
    try:
        records, _ = bibliographies.read(content, document.path)
    except StoreError:
        return [*citations]
    told = {brought.key(record): ties for record in records if (ties := tuple(_claims(record)))}
    return [replace(one, claims=told[one.cited_as]) if one.cited_as in told else one for one in citations]


def told(resolutions: Iterable[Resolution], disagreeing: Iterable[Disagreeing], others: Told) -> Told:
    """What works tell of others, and what the entries that cite a work claim of it."""
    found = {**others}
    for pair in zip(resolutions, disagreeing, strict=True):
        ties = pair[0].citation.claims
        if ties and (key := claimed.work(*pair)):
            found[key] = (*found.get(key, ()), *ties)
    return found


def _claims(record: Record) -> Iterator[Relation]:
    named = [tie for tie in record.relations if tie.direction == "in" and tie.kind in notices.NAMES]
    for tie in (*named, *labels(record)):
        yield replace(tie, source=SOURCE)
