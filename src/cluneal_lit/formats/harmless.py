"""Markdown from people, without what could do harm where it is shown: raw HTML, and addresses that are code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cluneal_lit.formats import commonmark, html_marks

SCHEMES = frozenset(("http", "https", "mailto"))
_WHOLE = re.compile(r"https?://[^/?#]|mailto:.", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")  # browsers read an address without them
_SUSPECT = re.compile(r"<|\]\s*[(:]|```|~~~")
_FEW = 32  # signs of a block that are looked at one by one, or many would take long
_SIGN = re.compile(rf"{commonmark.LITERAL}|[<\[]", re.DOTALL)


class _Reader(MarkdownIt):
    """Reads every address as one, as other programs may."""

    def validateLink(self, url: str) -> bool:
        return True


_MARKDOWN = commonmark.reader(_Reader)


def harmless(text: str) -> str:
    """The Markdown in which tags, and links to other than web and mail addresses, are shown as they are written.

    Tags that mark words are read (`html_marks`). A block of code that does not end ends with the text.
    """
    text = html_marks.read(text)
    if not _SUSPECT.search(text):
        return text
    lines = commonmark.lines(text)
    known: dict[str, Any] = {}
    while bad := _bad("\n".join(lines), known):
        for start, end, defines in sorted(bad, reverse=True):
            behind = _gap(lines[end : end + 1]) if defines else []
            lines[start:end] = [*_shown("\n".join(lines[start:end]), known).split("\n"), *behind]
    return "\n".join((*lines, *_open_fence(lines)))


def _gap(below: Sequence[str]) -> list[str]:
    """What parts a line that defines nothing any more from the one below: a definition interrupts no paragraph."""
    marks = [re.match(r"[ \t>]*", line) for line in below]
    return [mark[0].rstrip() for mark, line in zip(marks, below, strict=True) if mark and line[mark.end() :].strip()]


def _shown(source: str, known: dict[str, Any]) -> str:
    """The lines of a block with what in them is bad as it is written, and with all else that it may have beside that.

    `known`: the links that the text names elsewhere.
    """
    signs = [sign.start() for sign in _SIGN.finditer(source) if sign[0] in "<["]
    shown = _escaped(source, signs)
    if len(signs) <= _FEW and not _has_bad(shown, known):
        around = [{sign, sign + 2} for sign in signs if source.startswith("[![", sign)]  # an image, good with its link
        for group in (*around, *({sign} for sign in signs)):
            fewer = [one for one in signs if one not in group]
            signs = signs if _has_bad(_escaped(source, fewer), known) else fewer
        shown = _escaped(source, signs) if signs else shown  # else it is bad where it stands, and not by itself
    return shown if shown != source else re.sub(r"([\\<\[`])", r"\\\1", source)  # other backticks may end code


def _escaped(source: str, signs: Sequence[int]) -> str:
    parts = [source[sign:end] for sign, end in pairwise((*signs, len(source)))]
    return "\\".join((source[: signs[0]], *parts)) if signs else source


def _has_bad(source: str, known: dict[str, Any]) -> bool:
    """Whether lines by themselves have what is bad."""
    tokens = _MARKDOWN.parse(source, {"references": {**known.get("references", {})}})
    return any(token.type == "html_block" or _has_bad_part(token) for token in tokens)


def _bad(text: str, known: dict[str, Any]) -> set[tuple[int, int, bool]]:
    """The lines of each block with raw HTML or an address that may be code, and whether it is the definition of a link.

    What it names links is then in `known`.
    """
    known.clear()
    blocks = [
        token.map
        for token in _MARKDOWN.parse(text, known)
        if token.map and (token.type == "html_block" or _has_bad_part(token))
    ]
    named = known.get("references", {}).values()
    defined = [one["map"] for one in named if not _leads(one["href"])]
    return {*((start, end, False) for start, end in blocks), *((start, end, True) for start, end in defined)}


def _has_bad_part(block: Token) -> bool:
    """Whether a block has what is bad. Not an image within a link, of which only its name is published (`images`)."""
    depth = 0
    for token in block.children or ():
        depth += token.nesting * token.type.startswith("link_")
        # one with a scheme may be code, which other programs read where `images` finds no image
        is_name = depth > 0 and token.type == "image" and ":" not in unquote(str(token.attrGet("src")))
        if _is_bad(token) and not is_name:
            return True
    return False


def _is_bad(token: Token) -> bool:
    address = token.attrGet("href") or token.attrGet("src")
    return token.type == "html_inline" or (address is not None and not _leads(str(address)))


def _leads(address: str) -> bool:
    """Whether the address is of the web or of mail. What is relative leads nowhere from where notes are published."""
    return bool(_WHOLE.match(_UNSEEN.sub("", unquote(address))))


def _open_fence(lines: Iterable[str]) -> list[str]:
    """What ends a block of code that is open at the end."""
    tokens = _MARKDOWN.parse("\n".join(lines))
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.map is None:
        return []
    closing = [*lines][last.map[1] - 1].strip() if last.map[1] - last.map[0] > 1 else ""
    return [] if len(closing) >= len(last.markup) and not closing.strip(last.markup[0]) else [last.markup]
