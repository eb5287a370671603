"""The links of a Markdown source: inline, by reference, bare, and those of wikis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.late import late
from cluneal_lit.model import Span

# The sign stands first and what must not stand before it is looked back for: so a search goes from sign to sign.
_LINK = late(
    r"\[(?<!\\\[)([^\[\]]{0,500})\]\(\s*+<?((?:[^\s()<>]|\([^\s()<>]*\)){0,2000})>?(?:\s++[\"'][^\n]{0,1000}?[\"'])?\s*+\)"
)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\]\n^@]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?=\s|$)(?:[ \t]+[\"'(][^\n]*)?", re.MULTILINE
)
_BY_NAME = re.compile(r"\[(?<!\\\[)([^\[\]\n]{1,500})\](?:\[([^\[\]\n]{0,200})\]|(?![\[(:]))")
# (https://help.obsidian.md/links) `[[note]]`, `[[note#heading|what is shown]]`
_WIKI = re.compile(r"\[\[(?<!\\\[\[)([^\[\]|\n]{1,500})(?:\|([^\[\]\n]{0,500}))?\]\]")


def links(text: str) -> Iterator[Span]:
    """The links, and what of them is markup."""
    for match in _LINK.finditer(text):
        yield from _spans(match, match[2])
    for match in _AUTOLINK.finditer(text):
        yield from _spans(match, match[1])
    for match in _WIKI.finditer(text):
        yield from _spans(match, match[1], 1 if match[2] is None else 2)
    yield from _by_name(text)


def _by_name(text: str) -> Iterator[Span]:
    """Links whose targets are defined elsewhere; a definition that one of them uses is not shown."""
    definitions = {match[1].casefold(): match for match in reversed(list(_DEFINITION.finditer(text)))}
    used: dict[str, Span] = {}
    for match in _BY_NAME.finditer(text) if definitions else ():
        name = (match[2] or match[1]).casefold()
        if (defined := definitions.get(name)) and (match[2] is not None or not match[1].isdecimal()):
            yield from _spans(match, defined[2])
            used[name] = Span(*defined.span(), "deleted")
    yield from used.values()


def _spans(match: re.Match[str], target: str, shown: int = 1) -> Iterator[Span]:
    """The link, of which one group of the match is shown, and the markup around that."""
    yield Span(match.start(), match.end(), "link", target)
    yield Span(match.start(), match.start(shown), "markup")
    yield Span(match.end(shown), match.end(), "markup")
