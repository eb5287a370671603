"""Markdown from people, in which each image is a link to it: what we publish loads nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cluneal_lit.folding import one_line
from cluneal_lit.formats import bracketed, commonmark
from cluneal_lit.formats.bracketed import Bracketed

_SIGN = re.compile(rf"{commonmark.LITERAL}|(?P<image>!\[)", re.DOTALL)
_MARKS = re.compile(r"([\\`*_\[\]<>&~])")
_BRACKETS = re.compile(r"(\\.)|([\[\]])", re.DOTALL)
_MARKDOWN = bracketed.reader()


def linked(text: str) -> str:
    """The Markdown with a link in the place of each image, named as the image is or else by its address; within a link
    with that name alone."""
    if "![" not in text:
        return text
    lines = commonmark.lines(text)
    found = bracketed.found(_MARKDOWN, text)
    for first, last in reversed(found):  # from the end, since an image may stand on several lines
        lines[first:last] = _replaced("\n".join(lines[first:last]), found[first, last]).split("\n")
    said = "\n".join(lines)
    left = any(one.token.type == "image" for those in bracketed.found(_MARKDOWN, said).values() for one in those)
    return _shown(said) if left else said


def _replaced(source: str, those: Iterable[Bracketed]) -> str:
    """The lines of a block with links for its images. No sign for one is left: pandoc finds more of them than we do."""
    images = {one.start: one for one in those if one.token.type == "image"}
    said, end = "", 0
    for sign in _SIGN.finditer(source):
        if not sign["image"] or sign.start() < end:
            continue
        one, before = images.get(sign.start()), source[end : sign.start()]
        said += before[:-1] + "\\!" if one and before.endswith("!") else before
        end = one.end if one else sign.end()
        said += _link(one, in_table="\\|" in source[one.start : end]) if one else "\\!["
    return said + source[end:]


def _link(one: Bracketed, in_table: bool) -> str:
    token = one.token
    name, address = one_line(token.content), str(token.attrGet("src"))
    name = _BRACKETS.sub(lambda one: one[1] or f"\\{one[2]}", name) or _MARKS.sub(r"\\\1", address)
    rest = one_line(token.meta["written"][len(f"![{token.content}]") :])
    link = name if one.within else f"[{name}]{rest}"
    return link.replace("|", "\\|") if in_table else link


def _shown(source: str) -> str:
    """The Markdown in which what may be an image is shown as it is written."""
    return source.replace("![", "!\\[")
