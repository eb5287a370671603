"""Markdown from people, in which each image is a link to it: what we publish loads nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token

from cluneal_lit.folding import one_line
from cluneal_lit.formats import commonmark

_SIGN = re.compile(rf"{commonmark.LITERAL}|(?P<image>!\[)", re.DOTALL)
_MARKS = re.compile(r"([\\`*_\[\]<>&~])")
_BRACKETS = re.compile(r"(\\.)|([\[\]])", re.DOTALL)


def _image(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule; the token then says as what the image was written."""
    start = state.pos
    if not image(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta["written"] = state.src[start : state.pos]
    return True


_MARKDOWN = commonmark.reader()
_MARKDOWN.inline.ruler.at("image", _image)


def linked(text: str) -> str:
    """The Markdown with a link in the place of each image, named as the image is or else by its address; within a link
    with that name alone."""
    if "![" not in text:
        return text
    lines = commonmark.lines(text)
    found: dict[tuple[int, int], list[tuple[Token, bool]]] = {}  # by their lines, which the cells of a row share
    for block in _MARKDOWN.parse(text):
        if block.type == "inline" and block.map and "![" in block.content:
            found.setdefault((block.map[0], block.map[1]), []).extend(_images(block.children or ()))
    for first, last in reversed(found):  # from the end, since an image may stand on several lines
        lines[first:last] = _replaced("\n".join(lines[first:last]), found[first, last]).split("\n")
    said = "\n".join(lines)
    left = any(any(_images(block.children or ())) for block in _MARKDOWN.parse(said))
    return _shown(said) if left else said


def _images(tokens: Iterable[Token]) -> Iterator[tuple[Token, bool]]:
    """The images of a line, and whether each stands within a link."""
    depth = 0
    for token in tokens:
        depth += token.nesting * token.type.startswith("link_")
        if token.type == "image":
            yield token, depth > 0


def _replaced(source: str, images: Sequence[tuple[Token, bool]]) -> str:
    """The lines of a block with links for its images. No sign for one is left: pandoc finds more of them than we do."""
    said, end, waiting = "", 0, [*images]
    for sign in _SIGN.finditer(source):
        if not sign["image"] or sign.start() < end:
            continue
        match = commonmark.as_written(waiting[0][0].meta["written"]).match(source, sign.start()) if waiting else None
        before = source[end : sign.start()]
        said += before[:-1] + "\\!" if match and before.endswith("!") else before
        said += _link(*waiting.pop(0), in_table="\\|" in match[0]) if match else "\\!["
        end = match.end() if match else sign.end()
    return said + source[end:] if not waiting else _shown(source)


def _link(token: Token, within: bool, in_table: bool) -> str:
    name, address = one_line(token.content), str(token.attrGet("src"))
    name = _BRACKETS.sub(lambda one: one[1] or f"\\{one[2]}", name) or _MARKS.sub(r"\\\1", address)
    rest = one_line(token.meta["written"][len(f"![{token.content}]") :])
    link = name if within else f"[{name}]{rest}"
    return link.replace("|", "\\|") if in_table else link


def _shown(source: str) -> str:
    """The Markdown in which what may be an image is shown as it is written."""
    return source.replace("![", "!\\[")
