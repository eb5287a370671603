"""Markdown, as pandoc, Quarto and GitHub write it.

The text stays the source, so that places are exact; spans say what of it is code, comment, link, superscript or mere
markup. Indented code is not told from the continuation of a list item, and counts as text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from cluneal_lit.documents.file import File
from cluneal_lit.documents.text import line_anchors
from cluneal_lit.model import Document, Span

_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^(?:[ \t]|> ?)*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})", re.MULTILINE)
_OPENING = re.compile(r"<!--|`+|~{3,}")
_LONGEST_CODE = 2000
_LINK = re.compile(
    r"(?<!\\)\[([^\[\]]{0,500})\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\)){0,2000})>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^@]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?=\s|$)", re.MULTILINE)
_BY_NAME = re.compile(r"(?<!\\)\[([^\[\]\n]{1,500})\]\[([^\[\]\n]{0,200})\]")
_SUPERSCRIPT = re.compile(r"\^[^\s^\[\]]{1,40}\^|<sup>(?:[^<\n]|<(?!/?sup\b)[^<>\n]{0,200}>){1,200}</sup>")
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]{1,30})\](?P<colon>:?)")
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,9})((?:\s[^<>\n]{0,400})?)>")
_NAME = re.compile(r"\s(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)")
_WITHIN = re.compile(r"\shref\s*=\s*[\"']?(#[^\"'\s>]+)")
_LINE_START = re.compile(r"(?:^|\n) {0,3}$")
_EMPHASIS = re.compile(r"(?<![\w\\*])(\*{1,3})(?=[^\s*])[^*\n]{1,400}?(?<=[^\s\\])(\1)(?![\w*])")
_UNDERLINE = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])[^_\n]{1,400}?(?<=[^\s\\])(\1)(?!\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def read(file: File) -> Document:
    """The document of a Markdown source."""
    return Document(file.path, "markdown", file.text, line_anchors(file.text), spans(file.text))


def spans(text: str, *, front: bool = True) -> tuple[Span, ...]:
    """What lies over a Markdown text, which may begin with front matter (`front`), in order."""
    hidden = _hidden(text, front)
    shown = Spans(hidden)
    seen = [span for span in _visible(text) if not shown.covers(span.start)]
    return tuple(sorted(hidden + seen, key=_order))


class Spans:
    """Spans that do not overlap, to ask whether an offset lies in one."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=_order)

    def covers(self, offset: int) -> bool:
        place = bisect_right(self._spans, offset, key=lambda span: span.start)
        return place > 0 and offset < self._spans[place - 1].end


def _order(span: Span) -> tuple[int, int, str]:
    return (span.start, -span.end, span.kind)


def _hidden(text: str, front: bool) -> list[Span]:
    """Front matter, comments and code, in one pass: what begins first hides the rest."""
    found: list[Span] = []
    at = 0
    if front and (matter := _FRONT_MATTER.match(text)):
        found.append(Span(0, matter.end(), "code"))
        at = matter.end()
    fences = {match.start(1) for match in _FENCE.finditer(text, at)}
    last_comment = text.rfind("-->")
    while begin := _OPENING.search(text, at):
        span = None
        if begin[0] == "<!--":
            if begin.end() <= last_comment:
                span = Span(begin.start(), text.index("-->", begin.end()) + 3, "deleted")
        elif begin.start() in fences:
            span = _fenced(text, begin)
        elif begin[0][0] == "`":
            span = _inline_code(text, begin)
        if span:
            found.append(span)
        at = span.end if span else begin.end()
    return found


def _fenced(text: str, begin: re.Match[str]) -> Span:
    closing = re.compile(rf"^[ \t>]*{re.escape(begin[0][0])}{{{len(begin[0])},}}[ \t]*$", re.MULTILINE)
    end = closing.search(text, begin.end())
    return Span(begin.start(), end.end() if end else len(text), "code")


def _inline_code(text: str, begin: re.Match[str]) -> Span | None:
    """Code between two runs of backticks of one length, within a paragraph."""
    closing = re.compile(rf"(?<!`){begin[0]}(?!`)").search(text, begin.end(), begin.end() + _LONGEST_CODE)
    if not closing or "\n\n" in text[begin.end() : closing.start()]:
        return None
    return Span(begin.start(), closing.end(), "code")


def _visible(text: str) -> Iterator[Span]:
    yield from _links(text)
    yield from _notes(text)
    yield from _tags(text)
    for match in _SUPERSCRIPT.finditer(text):
        yield Span(match.start(), match.end(), "superscript")
    for pattern in (_EMPHASIS, _UNDERLINE):
        for match in pattern.finditer(text):
            yield Span(match.start(1), match.end(1), "markup")
            yield Span(match.start(2), match.end(2), "markup")
    for match in _ESCAPE.finditer(text):
        yield Span(match.start(), match.end(), "markup")


def _notes(text: str) -> Iterator[Span]:
    """Footnotes: the text of one is an anchor, its marks lead there."""
    for match in _NOTE.finditer(text):
        if match["colon"] and _LINE_START.search(text, max(0, match.start() - 4), match.start()):
            yield Span(match.start(), match.end(), "anchor", f"fn:{match[1]}")
        else:
            yield Span(match.start(), match.end("colon") - len(match["colon"]), "link", f"#fn:{match[1]}")


def _tags(text: str) -> Iterator[Span]:
    """Tags of HTML that name a place or lead to one. An empty element that names one is not seen."""
    opened: tuple[int, str] | None = None
    for match in _TAG.finditer(text):
        tag, attributes = match[1].lower(), match[2]
        if name := _NAME.search(attributes):
            yield Span(match.end(), match.end(), "anchor", name[1])
            if text.startswith(f"</{match[1]}>", match.end()) and not _WITHIN.search(attributes):
                yield Span(match.start(), match.end() + len(match[1]) + 3, "deleted")
        if tag == "a" and (within := _WITHIN.search(attributes)):
            opened = (match.start(), within[1])
        elif tag == "/a" and opened:
            yield Span(opened[0], match.end(), "link", opened[1])
            opened = None


def _links(text: str) -> Iterator[Span]:
    for match in _LINK.finditer(text):
        yield Span(match.start(), match.end(), "link", match[2])
        yield Span(match.start(), match.start() + 1, "markup")
        yield Span(match.end(1), match.end(), "markup")
    for match in _AUTOLINK.finditer(text):
        yield Span(match.start(), match.end(), "link", match[1])
        yield Span(match.start(), match.start() + 1, "markup")
        yield Span(match.end() - 1, match.end(), "markup")
    targets = {match[1].casefold(): match[2] for match in reversed(list(_DEFINITION.finditer(text)))}
    for match in _BY_NAME.finditer(text) if targets else ():
        if target := targets.get((match[2] or match[1]).casefold()):
            yield Span(match.start(), match.end(), "link", target)
            yield Span(match.start(), match.start() + 1, "markup")
            yield Span(match.end(1), match.end(), "markup")
