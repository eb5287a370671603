"""Citations: what a document cites, where, and how it says so."""

from __future__ import annotations

import hashlib

from cluneal_lit.citations import found
from cluneal_lit.folding import folded, one_line
from cluneal_lit.model import Citation, Document

__all__ = ["citation_id", "scan"]


def scan(document: Document) -> tuple[Citation, ...]:
    """The citations of a document, in its order.

    `raw` is the document's text from `start` to `end` with every run of white space made one blank; for identifiers
    that stand in the target of a link, their address.
    """
    cited = found.found(document)
    written = [each.raw or one_line(document.text[each.start : each.end]) for each in cited]
    return tuple(
        Citation(
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
        )
        for each, raw in zip(cited, written, strict=True)
    )


def citation_id(path: str, raw: str) -> str:
    """The name of a citation, from its document and folded text."""
    return hashlib.sha256(f"{path}\0{folded(raw)}".encode()).hexdigest()[:12]
