"""Markdown from people, in which each link holds its address: where several notes share a page, a link that names its
address (`[the registry][1]`) would lead where another note says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from cluneal_lit.formats import commonmark

# Addresses hold no links either.
_SIGN = re.compile(rf"{commonmark.LITERAL}|<[a-z][^<>\s]*>|(?P<link>\[)", re.DOTALL | re.IGNORECASE)
# What pandoc may take for a definition, and CommonMark does not.
_DEFINES = re.compile(r"^([ \t>]*)\[(?=[^\]\n]+\]:)", re.MULTILINE)
_TITLE = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "&": "&amp;", "|": "&#124;", "`": "\\`", "\n": " ", "[": "\\[", "<": "\\<"}
)


def _link(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule; the token then says as what the link was written, and where its words end."""
    start = state.pos
    if not link(state, silent):
        return False
    if not silent:
        opening = next(token for token in reversed(state.tokens) if token.type == "link_open")
        words = state.md.helpers.parseLinkLabel(state, start, True)
        opening.meta |= {"written": state.src[start : state.pos], "words": state.src[start + 1 : words]}
    return True


_MARKDOWN = commonmark.reader(store_labels=True)
_MARKDOWN.inline.ruler.at("link", _link)


def defined(text: str) -> dict[str, Any]:
    """The definitions of links in Markdown by their labels: `href`, `title`, and as `map` the lines, counted from 0."""
    known: dict[str, Any] = {}
    if "]:" in text:
        _MARKDOWN.parse(text, known)
    return dict(known.get("references", {}))


def inlined(text: str, elsewhere: Mapping[str, Any] | None = None) -> str:
    """The Markdown without definitions of links, each link that was so defined with its address and title.

    `elsewhere`: what is `defined` beside it in its file, and comes before what the text itself defines.
    """
    if "]:" not in text and not (elsewhere and "[" in text):
        return text
    lines: list[str | None] = [*commonmark.lines(text)]
    beside = dict(elsewhere or {})
    known: dict[str, Any] = {"references": {**beside}}
    found: dict[tuple[int, int], list[Token]] = {}  # by their lines, which the cells of a row share
    for block in _MARKDOWN.parse(text, known):
        if block.type == "inline" and block.map:
            own = found.setdefault((block.map[0], block.map[1]), [])
            own += [token for token in block.children or () if "written" in token.meta]
    own_ones = [one for label, one in known["references"].items() if label not in beside]
    for one in (*own_ones, *known.get("duplicate_refs", ())):
        first, last = one["map"]
        mark = (lines[first] or "").partition("[")[0].rstrip()  # of a list or a quote
        lines[first:last] = [mark or None, *[None] * (last - first - 1)]
    for first, last in reversed(found):  # from the end, since a link may come to stand on fewer lines
        source = "\n".join(line or "" for line in lines[first:last])
        lines[first:last] = _DEFINES.sub(r"\1\[", _replaced(source, found[first, last])).split("\n")
    return "\n".join(line for line in lines if line is not None).strip("\n")


def _replaced(source: str, links: Sequence[Token]) -> str:
    """The lines of a block with their links in full."""
    said, end, waiting = "", 0, [*links]
    for sign in _SIGN.finditer(source):
        if not sign["link"] or sign.start() < end or not waiting:
            continue
        if match := commonmark.as_written(waiting[0].meta["written"]).match(source, sign.start()):
            said += source[end : sign.start()] + _whole(match[0], waiting.pop(0))
            end = match.end()
    return said + source[end:]


def _whole(source: str, token: Token) -> str:
    """A link as it may stand anywhere."""
    if "label" not in token.meta:
        return source
    words = commonmark.as_written(token.meta["words"]).match(source, 1)
    title = str(token.attrGet("title") or "").translate(_TITLE)
    where = str(token.attrGet("href"))
    address = f"<{where}>" if re.search(r"[()\s]", where) or not where else where
    said = f' "{title}"' if title else ""
    return f"[{words[0] if words else ''}]({address}{said})"
