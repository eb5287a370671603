"""The links and images of Markdown with the places in its source where they stand.

What looks like one may be none (in code, or named by what nothing defines), so that places are counted and not sought:
the brackets of a block are those of its source, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from msgspec import Struct

from cluneal_lit.formats import commonmark


class Bracketed(Struct, frozen=True):
    """A link or an image in the lines of its block, from `start` to `end`; its words end at `closing`, the bracket.

    `within`: it stands in a link. In the words of an image others may stand too.
    """

    token: Token
    start: int
    closing: int
    end: int
    within: bool


def reader(*, store_labels: bool = False) -> MarkdownIt:
    """A parser whose links and images can be found in the source."""
    markdown = commonmark.reader(store_labels=store_labels)
    markdown.inline.ruler.at("link", _link)
    markdown.inline.ruler.at("image", _image)
    return markdown


def found(
    markdown: MarkdownIt, text: str, known: dict[str, Any] | None = None
) -> dict[tuple[int, int], list[Bracketed]]:
    """The links and images of Markdown by the lines of their block, in the order in which they begin.

    The cells of a row share its lines. `known` gets the definitions, as the parser's environment. Raises ValueError
    for what cannot be found in the source again.
    """
    lines, cells = commonmark.lines(text), dict[tuple[int, int], list[Token]]()
    for block in markdown.parse(text, known):
        if block.type == "inline" and block.map:
            cells.setdefault((block.map[0], block.map[1]), []).append(block)
    return {place: list(_placed("\n".join(lines[slice(*place)]), those)) for place, those in cells.items()}


def _placed(source: str, blocks: Sequence[Token]) -> Iterator[Bracketed]:
    brackets = [place for place, sign in enumerate(source) if sign == "["]
    before = 0
    for block in blocks:
        for token, at, within in _tokens(block.children or (), 0):
            is_image = token.type == "image"
            start = brackets[before + block.content.count("[", 0, at + is_image)] - is_image
            yield Bracketed(
                token,
                start,
                _behind(source, start + 1 + is_image, token.meta["words"]),
                _behind(source, start, token.meta["written"]),
                within,
            )
        before += block.content.count("[")


def _behind(source: str, start: int, written: str) -> int:
    match = commonmark.as_written(written).match(source, start)
    if match is None:
        raise ValueError(f"{written!r} does not stand there")
    return match.end()


def _tokens(tokens: Sequence[Token], base: int) -> Iterator[tuple[Token, int, bool]]:
    """The links and images with their offsets in the block, and whether each stands within a link."""
    depth = 0
    for token in tokens:
        if "written" in token.meta:
            yield token, base + token.meta["at"], depth > 0
        if token.type == "image":
            yield from _tokens(token.children or (), base + token.meta["at"] + len("!["))
        depth += token.nesting * token.type.startswith("link_")


def _link(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule; the token then says where and as what the link was written."""
    start, place = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[place:] if token.type == "link_open")
        _say(state, opening, start, start)
    return True


def _image(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not image(state, silent):
        return False
    if not silent:
        _say(state, state.tokens[-1], start, start + 1)
    return True


def _say(state: StateInline, token: Token, start: int, bracket: int) -> None:
    end = state.md.helpers.parseLinkLabel(state, bracket, token.type == "link_open")
    token.meta |= {"at": start, "written": state.src[start : state.pos], "words": state.src[bracket + 1 : end]}
