"""Citations: what a document cites, where, and how it says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec.structs import replace

from cluneal_lit.citations import anchored, found
from cluneal_lit.citations.joined import Joined, joined
from cluneal_lit.folding import folded, one_line
from cluneal_lit.model import Citation, Document, Mention

__all__ = ["citation_id", "scan"]


def scan(document: Document) -> tuple[Citation, ...]:
    """The citations of a document, in its order.

    `raw` is the document's text from `start` to `end` with every run of white space made one blank; for identifiers
    that stand in the target of a link, their address.
    """
    cited = found.found(document)
    written = [each.raw or one_line(document.text[each.start : each.end]) for each in cited]
    citations = tuple(_citation(document, each, raw) for each, raw in zip(cited, written, strict=True))
    return _with_entries(citations, joined(cited, anchored.leads(document)))


def _citation(document: Document, each: found.Found, raw: str) -> Citation:
    return Citation(
        id=citation_id(document.path, raw),
        document=document.path,
        place=document.place(each.start),
        start=each.start,
        end=each.end,
        raw=raw,
        form=each.form,
        ids=each.ids,
        fields=each.fields,
        in_list=each.in_list,
        number=each.number,
        numbers=each.numbers,
        cited_as=each.cited_as,
        sentence=each.sentence,
        confidence=round(each.confidence, 2),
        malformed=each.malformed,
        names=tuple(naming.name for naming in each.namings),
    )


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


def citation_id(path: str, raw: str) -> str:
    """The name of a citation, from its document and folded text."""
    return hashlib.sha256(f"{path}\0{folded(raw)}".encode()).hexdigest()[:12]
