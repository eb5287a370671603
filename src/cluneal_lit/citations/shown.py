"""What of a document's source is text, and how a reader sees it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.citations.finders import identifier_hits
from cluneal_lit.citations.hits import prepared
from cluneal_lit.folding import one_line
from cluneal_lit.model import Document, Span

_HIDDEN = ("code", "deleted")
_SCHEMED = re.compile(r"(?:(?:pmid|pmcid|doi|arxiv|isbn):|https?:)\S", re.IGNORECASE)
# What pandoc lists although nothing in the text cites it (https://pandoc.org/MANUAL.html#including-uncited-items-in-the-bibliography)
_NOCITE = re.compile(r"^nocite:.*(?:\n[ \t]+.*)*", re.MULTILINE)


def shown(document: Document) -> str:
    """The text with code and comments blanked out, of the same length; what code itself cites stays."""
    hidden = blanked(document.text, [(span.start, span.end) for span in document.spans if span.kind in _HIDDEN])
    pieces: list[str] = []
    at = 0
    for start, end in _cited_in_code(document):
        pieces += (hidden[at : max(at, start)], document.text[max(at, start) : end])
        at = max(at, end)
    return "".join([*pieces, hidden[at:]])


def _cited_in_code(document: Document) -> Iterator[tuple[int, int]]:
    """Identifiers with the name of their scheme, such as the arguments of a command; `nocite` of a front matter."""
    for span in sorted(document.spans, key=lambda span: span.start):
        if span.kind != "code":
            continue
        code = document.text[span.start : span.end]
        if document.kind == "markdown" and span.start == 0 and (nocite := _NOCITE.search(code)):
            yield nocite.span()
        for hit in identifier_hits(prepared(code)) if _SCHEMED.search(code) else ():
            if hit.value and hit.kind != "key" and hit.form != "key" and _SCHEMED.match(code, hit.start):
                yield span.start + hit.start, span.start + hit.end


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches blanked out, line ends kept."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(stretches):
        if end <= at:
            continue
        pieces += (text[at : max(at, start)], re.sub(r"[^\n]", " ", text[max(at, start) : end]))
        at = end
    return "".join([*pieces, text[at:]])


def rendered(text: str, marks: Sequence[Span], start: int, end: int) -> str:
    """A stretch of the text as a reader sees it, without markup."""
    pieces: list[str] = []
    at = start
    for mark in marks[bisect_left(marks, start, key=lambda mark: mark.start) :]:
        if mark.start >= end:
            break
        pieces.append(text[at : max(at, mark.start)])
        at = max(at, min(mark.end, end))
    return one_line("".join([*pieces, text[at:end]]))
