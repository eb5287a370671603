"""Bibliographies that Pandoc has written into Markdown, each entry as a block of its own with its key: a `<div>`, as
for GitHub, or between `:::`; also without a heading. (https://pandoc.org/MANUAL.html#placement-of-the-bibliography)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.late import late
from cluneal_lit.model import Embedded, Span

_DIV = re.compile(
    r"<div(?=[^<>]*\bclass=\"[^\"<>]*\bcsl-entry\b)[^<>]*?\bid=\"ref-(?P<key>[^\"<>]+)\"[^<>]*>(?P<text>.*?)</div>",
    re.DOTALL,
)
_FENCED = re.compile(
    r"^[ \t]*:{3,}[ \t]*\{(?=[^{}\n]*\.csl-entry\b)#ref-(?P<key>[^\s{}]+)[^{}\n]*\}(?P<text>.*?)^[ \t]*:{3,}[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
# A style that numbers its entries has number and text of each in two parts.
_PARTS = late(
    r"(?:<span\s+class=\"csl-left-margin\">(?P<tagged>[^<>]{0,40})</span>\s*<span\s+class=\"csl-right-inline\">"
    r"|\[(?P<marked>(?:\\.|[^\\\[\]]){0,40})\]\{\.csl-left-margin\}\s*\[)"
)
_CLOSED = re.compile(r"(?:</span>|\]\{\.csl-right-inline\})\s*\Z")
_NUMBER = re.compile(r"\d+")


def entries(text: str) -> Iterator[Embedded]:
    """The entries of a text, each with its key and number and no fields: its words say these."""
    for match in _entries(text):
        parts = _PARTS.match(text, *_text(match))
        number = _NUMBER.search(parts[parts.lastgroup or 0]) if parts else None
        start, end = _words(text, match)
        yield Embedded(start, end, "entry", key=match["key"], number=int(number[0]) if number else None)


def spans(text: str) -> Iterator[Span]:
    """What of the entries is no words of theirs; and the places to which links lead."""
    for match in _entries(text):
        start, end = _words(text, match)
        yield Span(match.start(), start, "deleted")
        yield Span(start, start, "anchor", f"ref-{match['key']}")
        yield Span(end, match.end(), "deleted")


def _entries(text: str) -> Iterator[re.Match[str]]:
    if "csl-entry" in text:
        yield from (one for form in (_DIV, _FENCED) for one in form.finditer(text) if one["text"].strip())


def _text(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("text")
    return end - len(match["text"].lstrip()), start + len(match["text"].rstrip())


def _words(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the words of an entry begin and end, behind its number."""
    start, end = _text(match)
    if parts := _PARTS.match(text, start, end):
        closed = _CLOSED.search(text, parts.end(), end)
        start, end = parts.end(), closed.start() if closed else end
    return start, end
