"""Text, links and people's Markdown as HTML: nothing that is written can become a tag, an attribute or an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import nh3
from markdown_it.token import Token
from markupsafe import escape

from cluneal_lit.folding import NOT_XML
from cluneal_lit.formats import commonmark, footnotes, images, prose
from cluneal_lit.formats.harmless import SCHEMES, harmless
from cluneal_lit.late import late
from cluneal_lit.outputs.styles import Piece

_CONTROLS = NOT_XML | {133: " "}

# Hebrew, Arabic and their like. Between Latin ones such a field turns round the numbers behind it unless it is set
# apart: https://www.w3.org/International/articles/inline-bidi-markup/ It ends where the citation's next field begins.
_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# A Latin word stands within one, unless a comma parts it from that as it does names.
_AMID = rf"(?<!, )[^\W\d_{_LEFTWARDS}]++(?!,)"
_FIELD = late(rf"([{_LEFTWARDS}](?:(?:(?![.!?] )\W|[{_LEFTWARDS}\d]|{_AMID})*[{_LEFTWARDS})])?[!?]?)")

_MARKDOWN = commonmark.reader(html=False).disable("text_join")
# The second fence. No images: a page must load nothing from elsewhere.
_FENCE = nh3.Cleaner(
    tags=set(
        "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre s strong table tbody td th thead tr ul".split()
    ),
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def escaped(text: object) -> str:
    """The text, so that HTML shows it literally, between tags and in quoted attributes."""
    plain = str(text)
    return str(escape(plain if plain.isprintable() else plain.translate(_CONTROLS)))


def coded(text: str) -> str:
    """A sentence of ours, what stands between two backticks in it as code."""
    parts = ((escaped(part), is_code) for part, is_code in prose.code_apart(text))
    return "".join(f"<code>{part}</code>" if is_code else part for part, is_code in parts)


def linked(pieces: Iterable[Piece]) -> str:
    """The pieces of a citation as HTML, with links."""
    return "".join(
        f'<a href="{escaped(piece.url)}">{escaped(piece.text)}</a>' if piece.url else _apart(piece.text)
        for piece in pieces
    )


def _apart(text: str) -> str:
    """The text, each field that is written from right to left set apart from its neighbours."""
    if text.isascii():
        return escaped(text)
    parts = _FIELD.split(text)
    return "".join(f"<bdi>{escaped(part)}</bdi>" if place % 2 else escaped(part) for place, part in enumerate(parts))


def written(text: str, level: int, address: Callable[[str], str]) -> str:
    """A person's Markdown under a heading of that level: its own headings lower, names of works as links.

    A work is named by its key, as `[@isu2018]` or as code; `address` gives where it is, nothing for what is no key.
    Tags are shown as they are written, images become links to them, footnotes paragraphs at the end.
    """
    tokens = _MARKDOWN.parse(images.linked(harmless(footnotes.placed(text.translate(_CONTROLS)))))
    depths, depth = prose.ranks([*tokens]), 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            depth = next(depths) if token.nesting > 0 else depth
            token.tag = f"h{min(6, depth + level)}"
        elif token.children:
            token.children = [*_inline(token.children, address)]
    return _FENCE.clean(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})).strip()


def _inline(tokens: Sequence[Token], address: Callable[[str], str]) -> Iterator[Token]:
    """The tokens of a line, with links from keys outside of links."""
    depth = 0
    for token in tokens:
        depth += token.nesting * token.type.startswith("link_")
        token.type = "text" if token.type == "text_special" else token.type
        yield from [token] if depth else _keyed(token, address)


def _keyed(token: Token, address: Callable[[str], str]) -> Iterator[Token]:
    """The token, or where it names works what it consists of then."""
    end = 0
    for start, stop, key in prose.cited(token):
        if where := address(key):
            yield from _link("text", token.content[end:start])
            yield from _link("code_inline", key, where)
            end = stop
    if not end:
        yield token
    elif token.content[end:]:
        yield from _link("text", token.content[end:])


def _link(kind: str, text: str, where: str = "") -> Iterator[Token]:
    """A token of text, in a link if it leads anywhere."""
    shown = Token(kind, "code" if kind == "code_inline" else "", 0, content=text)
    if not where:
        yield shown
        return
    yield Token("link_open", "a", 1, attrs={"href": where})
    yield shown
    yield Token("link_close", "a", -1)
