"""Markdown as people write it in notes, CommonMark with GitHub's tables and strikethrough, and its source."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

# What is escaped and what is code, as an expression seeks them first: there nothing is Markdown. Its first group is
# the ticks, so that it has to begin the expression, which needs DOTALL.
LITERAL = r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)"
# The title of a link as it may stand anywhere, in double quotes.
TITLE = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "&": "&amp;", "|": "&#124;", "`": "\\`", "\n": " ", "[": "\\[", "<": "\\<"}
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def reader(kind: type[MarkdownIt] = MarkdownIt, **options: bool) -> MarkdownIt:
    """A parser of its own, with options of markdown-it: https://markdown-it-py.readthedocs.io/"""
    return kind("commonmark", options).enable(["table", "strikethrough"])


def lines(text: str) -> list[str]:
    """The lines of Markdown, as the maps of its tokens count them."""
    return _LINE_END.split(text)


def as_written(text: str) -> re.Pattern[str]:
    """A part of a line as its source has it: lines go on behind the signs of quotes, a bar in a cell is escaped, and a
    character that is none may stand there."""
    source = re.escape(text).replace(r"\|", r"\\?\|").replace("\\\n", r"\n[ \t>]*")
    return re.compile(source.replace("\ufffd", "[\0\ufffd]"))
