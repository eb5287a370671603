"""The paragraphs of all pages as one text, with the page of each stretch."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.documents.pdf.joined import Row, joined
from cluneal_lit.documents.pdf.labels import Counting
from cluneal_lit.documents.pdf.lines import Line, shifted
from cluneal_lit.documents.pdf.paragraphs import Paragraph, goes_on, paragraphs
from cluneal_lit.model import Anchor, Place, Span, order

_BETWEEN = "\n\n"
_PARTING = ",–-−"  # raised numbers, and at the end of a line perhaps others that stand on the next one

Column = Sequence[Line]


class _Part(Struct, frozen=True, gc=False):
    """A paragraph, or what of it stands in one column."""

    page: int
    paragraph: Paragraph


def written(
    pages: Sequence[Sequence[Column]], words: Container[str]
) -> tuple[str, tuple[Anchor, ...], tuple[Span, ...]]:
    """Text, anchors and spans of pages whose columns are in the order in which they are read.

    `words` of the document, in lower case, tell which hyphens at the end of a line belong to a word.
    """
    texts: list[str] = []
    anchors: list[Anchor] = []
    spans: list[Span] = []
    at = 0
    for parts in _whole(pages):
        rows = [Row(line, part.page, part.paragraph.right) for part in parts for line in part.paragraph.lines]
        text, over, starts = joined(rows, words)
        if not anchors or anchors[-1].place.page != rows[-1].page:
            anchors += _anchors(at, rows, starts, anchors[-1].place.page if anchors else None)
        texts.append(text)
        if over:
            spans += shifted(over, at)
        at += len(text) + len(_BETWEEN)
    whole = _BETWEEN.join(texts)
    return whole, tuple(anchors) or (Anchor(0, Place(page=1)),), _in_order(whole, spans)


def _anchors(at: int, rows: Sequence[Row], starts: Sequence[int], page: int | None) -> Iterator[Anchor]:
    """Where in a paragraph a page begins."""
    for row, start in zip(rows, starts, strict=True):
        if row.page != page:
            page = row.page
            yield Anchor(at + start, Place(page=page))


def _whole(pages: Sequence[Sequence[Column]]) -> Iterator[list[_Part]]:
    """The paragraphs, those that go on in another column or on another page put together."""
    counting, current = Counting(), list[_Part]()
    for number, columns in enumerate(pages, 1):
        for column in columns:
            found = paragraphs(column, counting)
            for at, paragraph in enumerate(found):
                following = found[1] if len(found) > 1 else None
                if not at and current and goes_on(current[-1].paragraph, paragraph, following):
                    current.append(_Part(number, paragraph))
                    continue
                if current:
                    yield current
                current = [_Part(number, paragraph)]
    if current:
        yield current


def _in_order(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order; those of one kind and address that follow one another are one, broken over lines."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.kind, span.start, -span.end, span.target)):
        last = found[-1] if found else None
        if last and _same(last, span) and not _between(text, last, span):
            found[-1] = Span(last.start, max(last.end, span.end), span.kind, span.target)
        else:
            found.append(span)
    return tuple(sorted((_trimmed(text, span) for span in found), key=order))


def _trimmed(text: str, span: Span) -> Span:
    """A span of raised numbers without what parts them from nothing."""
    if span.kind != "superscript" or text[span.end - 1] not in _PARTING:
        return span
    return replace(span, end=span.start + len(text[span.start : span.end].rstrip(_PARTING)))


def _between(text: str, last: Span, span: Span) -> str:
    """What parts two spans: links go on over blanks, raised numbers do not."""
    between = text[last.end : span.start]
    return between if span.kind == "superscript" else between.strip()


def _same(last: Span, span: Span) -> bool:
    return (last.kind, last.target) == (span.kind, span.target) and last.start < last.end and span.start < span.end
