"""Markdown, as pandoc, Quarto, R Markdown, GitHub, Obsidian and Logseq write it.

The text stays the source, but for notes that stand in it, `^[…]`, which go behind it; places are exact. Spans say what
of it is code, comment, link, superscript or mere markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.documents import wiki
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown import notes, processed, tags
from cluneal_lit.documents.markdown.hidden import hidden
from cluneal_lit.documents.markdown.keys import keys
from cluneal_lit.documents.markdown.links import links
from cluneal_lit.documents.returning import without_returns
from cluneal_lit.documents.spans import Covered
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Embedded, Span, order

_SUPERSCRIPT = re.compile(r"\^[^\s^\[\]]{1,40}\^|<sup>(?:[^<\n]|<(?!/?sup\b)[^<>\n]{0,200}>){1,200}</sup>")
_NOTE = re.compile(r"\[(?<!\\\[)\^([^\]\s]{1,30})\](?P<colon>:?)")
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,9})((?:\s[^<>\n]{0,400})?)>")
_NAME = re.compile(r"\s(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)")
_WITHIN = re.compile(r"\shref\s*=\s*[\"']?(#[^\"'\s>]+)")
_LINE_START = re.compile(r"(?:^|\n) {0,3}$")
# The sign stands first and what must not stand before it is looked back for: so a search goes from sign to sign.
_EMPHASIS = re.compile(r"(\*(?<![\w\\*]\*)\*{0,2})(?=[^\s*])[^*\n]{1,400}?(?<=[^\s\\])(\1)(?![\w*])")
_UNDERLINE = re.compile(r"(_(?<![\w\\]_)_{0,2})(?=[^\s_])[^_\n]{1,400}?(?<=[^\s\\])(\1)(?!\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def read(file: File) -> Document:
    """The document of a Markdown source."""
    text, unseen = file.text, tuple(_unseen(file.text, front=True))
    covered = Covered(unseen)
    lain, told = _spans(text, unseen, covered), keys(file, covered)
    own = sorted((*told.embedded, *filter(covered.shows, _works(text))), key=lambda one: one.start)
    document = Document(
        file.path, "markdown", text, Lines(text), lain, tuple(own), told.findings, told.has_bibliography
    )
    return notes.behind(document)


def spans(text: str) -> tuple[Span, ...]:
    """What lies over a Markdown text without front matter, in order."""
    unseen = tuple(_unseen(text, front=False))
    return _spans(text, unseen, Covered(unseen))


def _unseen(text: str, front: bool) -> Iterator[Span]:
    """What is no text of a reader's."""
    yield from hidden(text, front)
    yield from tags.definitions(text) if front else ()
    yield from tags.between(text)
    yield from (span for span in processed.spans(text) if span.kind == "deleted")


def _works(text: str) -> Iterator[Embedded]:
    """The works that the source names itself, as entries or in its templates."""
    yield from wiki.works(text)
    yield from processed.entries(text)


def _spans(text: str, unseen: tuple[Span, ...], covered: Covered) -> tuple[Span, ...]:
    spans = sorted([*unseen, *filter(covered.shows, _visible(text))], key=order)
    return without_returns(text, spans)


def _visible(text: str) -> Iterator[Span]:
    yield from links(text)
    yield from _notes(text)
    yield from _tags(text)
    yield from tags.named(text)
    yield from (span for span in processed.spans(text) if span.kind == "anchor")
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
        if (name := _NAME.search(attributes)) and "csl-entry" not in attributes:
            yield Span(match.end(), match.end(), "anchor", name[1])
            if text.startswith(f"</{match[1]}>", match.end()) and not _WITHIN.search(attributes):
                yield Span(match.start(), match.end() + len(match[1]) + 3, "deleted")
        if tag == "a" and (within := _WITHIN.search(attributes)):
            opened = (match.start(), within[1])
        elif tag == "/a" and opened:
            yield Span(opened[0], match.end(), "link", opened[1])
            opened = None
