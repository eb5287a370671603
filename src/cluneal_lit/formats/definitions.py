"""Markdown from people, in which each link and image holds its address: where several notes share a page, one that
names its address (`[the registry][1]`) would lead where another note says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cluneal_lit.formats import bracketed, commonmark
from cluneal_lit.formats.bracketed import Bracketed

# What pandoc may take for a definition, and CommonMark does not.
_DEFINES = re.compile(r"^([ \t>]*)\[(?=[^\]\n]+\]:)", re.MULTILINE)
_UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*!\Z")
_MARKDOWN = bracketed.reader(store_labels=True)


def defined(text: str) -> dict[str, Any]:
    """The definitions of links in Markdown by their labels: `href`, `title`, and as `map` the lines, counted from 0."""
    known: dict[str, Any] = {}
    if "]:" in text:
        _MARKDOWN.parse(text, known)
    return dict(known.get("references", {}))


def inlined(text: str, elsewhere: Mapping[str, Any] | None = None) -> str:
    """The Markdown without definitions of links, each link and image that was so defined with its address and title.

    `elsewhere`: what is `defined` beside it in its file, and comes before what the text itself defines.
    """
    if "]:" not in text and not (elsewhere and "[" in text):
        return text
    lines: list[str | None] = [*commonmark.lines(text)]
    beside = dict(elsewhere or {})
    known: dict[str, Any] = {"references": {**beside}}
    found = bracketed.found(_MARKDOWN, text, known)
    own_ones = [one for label, one in known["references"].items() if label not in beside]
    for one in (*own_ones, *known.get("duplicate_refs", ())):
        first, last = one["map"]
        mark = (lines[first] or "").partition("[")[0].rstrip()  # of a list or a quote
        lines[first:last] = [mark or None, *[None] * (last - first - 1)]
    for first, last in reversed(found):  # from the end, since a link may come to stand on fewer lines
        source = "\n".join(line or "" for line in lines[first:last])
        lines[first:last] = _DEFINES.sub(r"\1\[", _replaced(source, found[first, last])).split("\n")
    return "\n".join(line for line in lines if line is not None).strip("\n")


def _replaced(source: str, those: Iterable[Bracketed]) -> str:
    """The lines of a block with its links and images in full."""
    edits = list[tuple[int, int, str]]()
    for one in those:
        if "label" in one.token.meta:
            edits.append((one.closing, one.end, f"]{_address(one)}"))
            if one.token.type != "image" and _UNESCAPED.search(source, 0, one.start):
                edits.append((one.start - 1, one.start, "\\!"))  # with its address it would be an image
    for start, end, instead in sorted(edits, reverse=True):  # from the end, so that places stay
        source = source[:start] + instead + source[end:]
    return source


def _address(one: Bracketed) -> str:
    """The address and title as they may stand anywhere."""
    title = str(one.token.attrGet("title") or "").translate(commonmark.TITLE)
    where = str(one.token.attrGet("href") or one.token.attrGet("src") or "")
    address = f"<{where}>" if re.search(r"[()\s]", where) or not where else where
    said = f' "{title}"' if title else ""
    return f"({address}{said})"
