"""The sentence that cites as a reader of the rendered document sees it, where its file is written with marks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cluneal_lit import scripts
from cluneal_lit.folding import one_line

_MARKDOWN_FILES = frozenset(".md .markdown .mdown .mdwn .mkd .mkdn .mdx .qmd .rmd .rmarkdown .ipynb".split())
_MARKDOWN = MarkdownIt("commonmark").enable("strikethrough").disable("text_join")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](?::\s*)?")
# pandoc's marks, which are not CommonMark's
_RAISED = re.compile(r"(?<!\\)\^([^\s^\[\]]{1,40})\^")
_LOWERED = re.compile(r"(?<![~\\])~([^\s~]{1,20})~(?!~)")
_KEY = re.compile(r"(?<![\w.@])-?@(?:\{([^{}\s]+)\}|(\w(?:[\w:.#$%&+?<>~/-]*\w)?))")
_ROW = re.compile(r"^\|\s*|(?<!\s)\s*\|$")
_HEADING = re.compile(r"^#{1,6}\s+")
_LONE = re.compile(r"(?<!\S)(?:\*{1,3}|_{1,3})(?=\w)|(?<=[\w.,;:!?)”])(?:\*{1,3}|_{1,3})(?=[\s.,;:!?)]|$)")
# reStructuredText: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
_RST = (
    (re.compile(r"``(.+?)``"), r"\1"),
    (re.compile(r"(?::[\w:+.-]{1,60}:)?`([^`<]*[^`<\s])\s*(?:<[^<>`]*>)?`_{0,2}"), r"\1"),
    (re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*]+?)(?<=\S)\*{1,2}(?![\w*])"), r"\1"),
    (re.compile(r"\[#?([\w.-]+)\]_"), r"[\1]"),
)


@lru_cache(maxsize=2**12)
def seen(document: str, sentence: str) -> str:
    """The sentence of a document without the marks of Markdown or reStructuredText; of others it has none."""
    suffix = PurePath(document).suffix.lower()
    if suffix in (".rst", ".rest"):
        for mark, shown in _RST:
            sentence = mark.sub(shown, sentence)
        return one_line(sentence)
    return _of_markdown(sentence) if suffix in _MARKDOWN_FILES else sentence


def _of_markdown(sentence: str) -> str:
    """The words of a line; a note's number and what is raised as such, a key by its name, of a link its text alone."""
    written = _NOTE.sub(lambda note: scripts.raised(note[1]) if note[1].isdecimal() else "", _HEADING.sub("", sentence))
    written = _LOWERED.sub(
        lambda low: scripts.lowered(low[1]), _RAISED.sub(lambda high: scripts.raised(high[1]), written)
    )
    (line,) = _MARKDOWN.parseInline(_ROW.sub("", scripts.of_markup(written)))
    words = "".join(map(_shown, line.children or ()))
    return one_line(_KEY.sub(lambda key: key[1] or key[2], words))


def _shown(token: Token) -> str:
    """What is read of a part of a line; a picture by its description."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "text":
        return _LONE.sub("", token.content)  # of what was marked beyond this sentence
    return "" if token.type == "html_inline" else token.content
