"""The words of a stretch as readers of the document see them: with the code in its lines, raised what is raised.

Citations are sought in a text without code, where `10⁵` is `105`; a sentence that is shown has both.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from cluneal_lit import scripts
from cluneal_lit.model import Document, Span

_LINE = re.compile(r"[^\n]+\Z")  # what the format itself calls code, but for blocks of it
_TICKS = re.compile(r"`{1,2}(?!`)")
# How code that stands in a line begins; the signs of markup are code there too, and what goes over more is a block.
_CODE = {
    "markdown": _TICKS,
    "notebook": _TICKS,
    "typst": _TICKS,
    "rst": re.compile(r"(?!([`:_])\1\1)[`:_\\][^\n]*\Z"),
    "html": _LINE,
    "epub": _LINE,
    "mail": _LINE,
    "latex": _LINE,
    "project": _LINE,
}
# What marks lines of Markdown as quoted, or parts blocks of them off.
_AROUND = re.compile(r"^[ \t]*(?:>[ \t>]*|:{3,}[^\n]*)", re.MULTILINE)
_SOURCES = frozenset(("markdown", "notebook", "typst", "rst"))  # their texts still have the marks that raise


class Words:
    """The words of a document; `text` is what of it is scanned for citations."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._spans = [span for span in document.spans if _differs(span, document)]
        self._starts = [span.start for span in self._spans]

    def between(self, start: int, end: int) -> str:
        """The words from `start` to `end`."""
        pieces: list[str] = []
        at = start
        for place in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            span = self._spans[place]
            if at <= span.start and span.end <= end:
                pieces += (self._text[at : span.start], self._seen(span))
                at = span.end
        words = "".join([*pieces, self._text[at:end]])
        return _AROUND.sub("", words) if self._document.kind in ("markdown", "notebook") else words

    def _seen(self, span: Span) -> str:
        written = self._document.text[span.start : span.end]
        before = self._text[max(0, span.start - 1) : span.start]
        return written if span.kind == "code" else scripts.of_kind("sup", written, before)


def _differs(span: Span, document: Document) -> bool:
    if span.kind == "superscript":
        return document.kind not in _SOURCES
    begins = _CODE.get(document.kind) if span.kind == "code" else None
    return begins is not None and bool(begins.match(document.text, span.start, span.end))
