"""Citations: what a document cites, where, and how it says so."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cluneal_lit.citations.joining import found
from cluneal_lit.citations.joining.joined import Joined, joined
from cluneal_lit.citations.joining.reading import citation_id
from cluneal_lit.model import Citation, Document, Mention

__all__ = ["citation_id", "scan", "scan_with_names"]


def scan(document: Document) -> tuple[Citation, ...]:
    """The citations of a document, in its order.

    `raw` is the document's text from `start` to `end` with every run of white space made one blank; for identifiers
    that stand in the target of a link, their address.
    """
    return scan_with_names(document)[0]


def scan_with_names(document: Document) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """The citations of a document; and the names in it that may be anybody's, `@smith`, each as the citation that it is
    where a work has it for its key. Both in the document's order."""
    cited = found.cited(document)
    joins = joined(cited.found, cited.known, cited.leads)
    return _with_entries(tuple(one.citation for one in cited.found), joins), cited.names


def _with_entries(citations: tuple[Citation, ...], joins: Joined) -> tuple[Citation, ...]:
    """The citations with the entries that they mean, and the entries with the places that cite them."""
    return tuple(
        replace(
            one,
            missing=missing,
            cites=tuple(dict.fromkeys(citations[place].id for place in cites)),
            cited_at=_mentions(citations[place] for place in cited_by),
        )
        if missing or cites or cited_by
        else one
        for one, cites, cited_by, missing in zip(citations, joins.cites, joins.cited_by, joins.missing, strict=True)
    )


def _mentions(citing: Iterable[Citation]) -> tuple[Mention, ...]:
    """Where citations stand; the works of one field stand together, and are one."""
    apart = {(one.start, one.end): one for one in citing}
    return tuple(Mention(one.place, one.sentence) for one in apart.values())
