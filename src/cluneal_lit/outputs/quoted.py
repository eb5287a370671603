"""The sentence that cites as a reader of the rendered document sees it, where its file is written with marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cluneal_lit import scripts
from cluneal_lit.folding import one_line, shortened
from cluneal_lit.model import Citation
from cluneal_lit.outputs import unmarked

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
_SPAN = re.compile(r"(?<![!\\])\[([^\[\]]*)\]\{[^{}]*\}")  # `[words]{.smallcaps}`, of pandoc
_ATTRIBUTES = re.compile(r"(?<=[`)])\{[=.#][^{}]*\}|(?<=\S)\s*\{[#.][\w-][^{}]*\}$")
_SHORTCODE = re.compile(r"\{\{[<%].*?[%>]\}\}")  # of Quarto and Hugo
_TASK = re.compile(r"^\[[ xX]\]\s+")
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])([^=]+?)(?<=\S)==(?![=\w])")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def sentence(citation: Citation) -> str:
    """The sentence that cites as its readers see it, or what stands there instead; shortened where it is very long."""
    return shortened(seen(citation.document, citation.sentence or citation.raw), 400)


def once(cites: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, of those that stand in one sentence the first alone: `[@isu2018] (PMID 29656623)` cites once.

    A sentence that its document repeats elsewhere is another.
    """
    found: list[Citation] = []
    starts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in cites:
        same, long = starts[one.document, one.sentence], len(one.sentence)
        if not long or all(abs(one.start - start) > long for start in same):
            found.append(one)
            same.append(one.start)
    return tuple(found)


@lru_cache(maxsize=2**12)
def seen(document: str, sentence: str) -> str:
    """The sentence of a document without the marks of Markdown, reStructuredText or Typst, its formulas read; of other
    formats it has none."""
    suffix = PurePath(document).suffix.lower()
    read = _READ.get(suffix) or (_of_markdown if suffix in _MARKDOWN_FILES else str)
    return read(sentence)


def _of_markdown(sentence: str) -> str:
    """The words of a line; a note's number and what is raised as such, a key by its name, of a link its text alone."""
    written, end = "", 0
    for code in _CODE.finditer(sentence):
        written += _marked(sentence[end : code.start()]) + code[0]
        end = code.end()
    written = _ATTRIBUTES.sub("", written + _marked(sentence[end:]))
    (line,) = _MARKDOWN.parseInline(_ROW.sub("", _TASK.sub("", _HEADING.sub("", written))))
    return one_line("".join(map(_shown, line.children or ())))


def _marked(text: str) -> str:
    """The text outside of code with what pandoc, Quarto and Obsidian mark as Markdown has it."""
    text = _SHORTCODE.sub("", _HIGHLIGHT.sub(r"\1", _SPAN.sub(r"\1", unmarked.without_formulas(text))))
    text = _NOTE.sub(lambda note: scripts.raised(note[1]) if note[1].isdecimal() else "", text)
    return scripts.of_markup(_LOWERED.sub(_of_kind, _RAISED.sub(_of_kind, text)))


def _of_kind(found: re.Match[str]) -> str:
    kind = "sup" if found[0][0] == "^" else "sub"
    return scripts.of_kind(kind, found[1], found.string[: found.start()][-1:])


def _shown(token: Token) -> str:
    """What is read of a part of a line; a picture by its description."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "text":
        return _KEY.sub(lambda key: key[1] or key[2], _LONE.sub("", token.content))  # lone: marked beyond this sentence
    if token.type == "image":
        return "".join(map(_shown, token.children or ()))
    return "" if token.type == "html_inline" else token.content


_READ: dict[str, Callable[[str], str]] = {
    **dict.fromkeys((".rst", ".rest"), unmarked.of_rst),
    ".typ": unmarked.of_typst,
    ".tex": unmarked.without_formulas,
}
