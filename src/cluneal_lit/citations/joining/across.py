"""Keys in one document that stand for entries of another: a paper's chapters, and the bibliography beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit.model import Citation, Mention


def together(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations of the documents of one project, entries with the places in its other documents that cite them.

    A key that has an entry in its own document stands for that one alone.
    """
    mentions: defaultdict[str, list[Citation]] = defaultdict(list)
    for one in citations:
        if one.form == "key" and not one.cites:
            mentions[one.cited_as].append(one)
    return tuple(_with(one, mentions.get(one.cited_as, ())) for one in citations)


def _with(one: Citation, keys: Sequence[Citation]) -> Citation:
    if not (one.in_list and one.cited_as):
        return one
    others = tuple(Mention(key.place, key.sentence, key.document) for key in keys if key.document != one.document)
    return replace(one, cited_at=(*one.cited_at, *others)) if others else one
