"""The text of documents with every citation marked, and beside it what each was read as: a page to look over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit import findings
from cluneal_lit.model import Citation, Document, Finding, Place, Span
from cluneal_lit.outputs import words
from cluneal_lit.outputs.environment import environment
from cluneal_lit.outputs.templates import Templates

GENERATOR = '<meta name="generator" content="cluneal-lit scan">'
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_SAID = frozenset(("LIT201",))  # findings that the line of what was read tells already
_OWN_KIND = frozenset(("reference", "marker", "key", "field"))


class Marked(Struct, frozen=True):
    """A citation on the page: its number there, what kind of mark it has, what it was read as, and what is wrong."""

    number: int
    kind: str
    place: str
    citation: Citation
    read_as: tuple[str, ...]
    wrong: tuple[str, ...]


class Piece(Struct, frozen=True):
    """A stretch of text, and the citation that it belongs to, the innermost of several; `deleted` text is not read."""

    text: str
    of: Marked | None
    begins: bool
    deleted: bool


class Block(Struct, frozen=True):
    """A paragraph in pieces, and the citations that begin in it."""

    pieces: tuple[Piece, ...]
    begun: tuple[Marked, ...]


class Page(Struct, frozen=True):
    """A document on the page."""

    path: str
    blocks: tuple[Block, ...]
    count: int


def page(
    documents: Iterable[tuple[Document, Sequence[Citation]]], told: Iterable[Finding], templates: Templates
) -> str:
    """The page of documents with their citations, and what is told about these, as HTML that loads nothing."""
    about: defaultdict[tuple[str, str, Place], list[str]] = defaultdict(list)
    for finding in told:
        if finding.code not in _SAID:
            about[finding.document, finding.citation, finding.place].append(findings.message(finding))
    pages, number = [], 0
    for document, citations in documents:
        marked = tuple(
            _marked(place, one, about[one.document, one.id, one.place])
            for place, one in enumerate(citations, number + 1)
        )
        pages.append(Page(document.path, tuple(_blocks(document, marked)), len(marked)))
        number += len(marked)
    return (
        environment(".html", templates)
        .get_template("_scan.html.j2")
        .render(pages=pages, kinds=_legend(pages), generator=Markup(GENERATOR))
    )


def _marked(number: int, citation: Citation, wrong: Sequence[str]) -> Marked:
    kind = citation.form if citation.form in _OWN_KIND else "identifier"
    if citation.malformed and not citation.ids:
        kind = "malformed"
    place = words.address("", citation.place).lstrip(":, ")
    return Marked(number, kind, place, citation, tuple(_read_as(citation)), tuple(wrong))


def _read_as(citation: Citation) -> Iterator[str]:
    """What a citation was read as, a line each."""
    fields = citation.fields
    if citation.number is not None:
        yield f"number {citation.number} of its list"
    if citation.label:
        yield f"{citation.label} of its list"
    if citation.numbers:
        yield f"stands for {', '.join(map(str, citation.numbers))}"
    if citation.form == "key":
        yield f"key {citation.cited_as}"
    yield from citation.ids.keys()
    people = "; ".join(name.literal or f"{name.family} {name.given}".strip() for name in fields.author)
    where = [fields.container_title, str(fields.issued.year) if fields.issued and fields.issued.year else ""]
    where += [fields.volume, f"({fields.issue})" if fields.issue else "", fields.page]
    yield from filter(None, (people, fields.title, " ".join(filter(None, where)), fields.publisher))
    yield from (f"{text}: looks like an identifier and is none" for text in citation.malformed)


def _blocks(document: Document, marked: Sequence[Marked]) -> Iterator[Block]:
    within: list[Marked] = []
    at = 0
    unread = _merged(document.spans)
    for match in _BLOCK.finditer(document.text):
        first = at
        while at < len(marked) and marked[at].citation.start < match.end():
            at += 1
        within = [one for one in (*within, *marked[first:at]) if one.citation.end > match.start()]
        low = bisect_right(unread, match.start(), key=lambda one: one[1])
        high = bisect_left(unread, match.end(), key=lambda one: one[0])
        yield Block(tuple(_pieces(document.text, match.span(), within, unread[low:high])), tuple(marked[first:at]))


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Where text is deleted, in order; stretches that touch are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in spans if one.kind == "deleted"):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pieces(
    text: str, block: tuple[int, int], within: Sequence[Marked], deleted: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    start, end = block
    edges = {start, end}
    for begin, stop in (*((one.citation.start, one.citation.end) for one in within), *deleted):
        edges |= {max(start, begin), min(end, stop)}
    for first, last in pairwise(sorted(edges)):
        over = [one for one in within if one.citation.start <= first and last <= one.citation.end]
        inner = min(over, key=lambda one: one.citation.end - one.citation.start, default=None)
        begins = inner is not None and first == max(start, inner.citation.start)
        yield Piece(text[first:last], inner, begins, any(begin <= first < stop for begin, stop in deleted))


def _legend(pages: Iterable[Page]) -> dict[str, int]:
    """How many citations there are of each kind, the most frequent first."""
    counts: dict[str, int] = {}
    for one in pages:
        for block in one.blocks:
            for marked in block.begun:
                counts[marked.kind] = counts.get(marked.kind, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
