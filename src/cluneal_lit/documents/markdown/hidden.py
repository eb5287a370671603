"""What of a Markdown source is no text: front matter, comments, code, what is struck out, Logseq's bookkeeping."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cluneal_lit.documents.markdown import indented
from cluneal_lit.late import late
from cluneal_lit.model import Span

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
# The value of a key goes on in lines that are indented, or begin with a dash. (https://pandoc.org/MANUAL.html#nocite)
_NOCITE = re.compile(r"^nocite[ \t]*:(.*\n(?:(?:[ \t]+\S|[ \t]*-[ \t]).*\n|[ \t]*\n)*)", re.MULTILINE)
_REFERENCES = re.compile(_NOCITE.pattern.replace("nocite", "references", 1), re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*)-[ \t].*\n(?:(?!\1-[ \t]).*\n)*", re.MULTILINE)
_ID = re.compile(r"(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)[\"']?id[\"']?[ \t]*:", re.MULTILINE)
# A line of front matter that names a work as a page's data do, and not by a key or number: `pmid: "…"`, `doi: 10.…`;
# and the list below one that says only what its numbers are.
_NAMING = late(
    r"^(?![^\n]*(?<![\w/.])@)[^\n]*"
    r"(?:\b(?:pmid|pmcid|doi|arxiv)s?\b|\b10\.\d{4}|pubmed|/pmc/|\d{4};\s?\d|\bet al\b)[^\n]*\n"
    r"(?:(?<=:\n)(?:[ \t]*-[ \t][^\n]*\n)+)?",
    re.MULTILINE | re.IGNORECASE,
)
# Several numbers where an item under `references` has one: a work is not cited by them, so each stands for its own.
_SEVERAL = re.compile(r"\b(?:pmid|pmcid|doi)s?[\"']?[ \t]*:[ \t]*(?:\[[^\]\n]*,|\n(?:.*\n){2})", re.IGNORECASE)
_FENCE = re.compile(r"^[ \t>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})", re.MULTILINE)
_OPENING = re.compile(
    r"<!--|``*|~~+|%%|<(?:del|s|strike)(?=[\s>])"
)  # each begins with a sign of its own: so a search goes from sign to sign
# (https://quarto.org/docs/authoring/figures.html, https://yihui.org/knitr/options/#plots)
_CAPTION = late(
    r"^[ \t]*(?:#|//|--|%)\|[ \t]*(?:fig|tbl|lst)-(?:sub|s)?cap:(?P<quarto>[^\n]*)"
    r"|^(?:```|~~~)\{[^\n]*?(?:fig|tab)\.cap\s?=\s?(?P<knitr>\"[^\"\n]*\"|'[^'\n]*')",
    re.MULTILINE,
)
_LONGEST_CODE = 2000
_LONGEST_REMARK = 20_000
# (https://help.obsidian.md/syntax#Comments)
_REMARK_END = re.compile(r"(?<!%)%%(?![%\w])")
# A block's own number, and where another block is shown by it. (https://docs.logseq.com/#/page/block%20reference)
_BLOCK = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?(?:id|collapsed|logseq\.[\w.-]+)::[^\n]*"
    r"|\(\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\)\)",
    re.MULTILINE,
)


def front_matter(text: str) -> re.Match[str] | None:
    """The metadata that a source begins with."""
    return _FRONT_MATTER.match(text)


def nocite(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where front matter that ends at an offset lists works that are cited without a place in the text."""
    for match in _NOCITE.finditer(text, 0, end):
        yield match.span(1)


def keyed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where front matter that ends at an offset has works under `references` that are cited by their `id`."""
    for match in _REFERENCES.finditer(text, 0, end):
        items = [one.span() for one in _ITEM.finditer(text, match.start(1), match.end())] or [match.span()]
        yield from (item for item in items if _ID.search(text, *item))


def _naming(text: str, end: int) -> Iterator[tuple[int, int]]:
    """What of front matter that ends at an offset names works, but for what is said of those cited by their keys."""
    yield from nocite(text, end)
    told = [*(match.span() for match in _NOCITE.finditer(text, 0, end)), *keyed(text, end)]
    for line in _NAMING.finditer(text, 0, end):
        if _SEVERAL.search(line[0]) or not any(start <= line.start() < stop for start, stop in told):
            yield line.span()


def hidden(text: str, front: bool) -> Iterator[Span]:
    """Spans over what is no text, in one pass: what begins first hides the rest."""
    at = 0
    if front and (matter := front_matter(text)):
        for start, end in (*sorted(_naming(text, matter.end())), (matter.end(), matter.end())):
            yield Span(at, start, "code")
            at = end
    fences = {match.start(1) for match in _FENCE.finditer(text, at)}
    last_comment = text.rfind("-->")
    remark_ends = [match.start() for match in _REMARK_END.finditer(text, at)]
    for match in _BLOCK.finditer(text, at) if "::" in text or "((" in text else ():
        yield Span(match.start(), match.end(), "code")
    yield from indented.blocks(text, at)
    while begin := _OPENING.search(text, at):
        span = _begun(text, begin, begin.start() in fences, last_comment, remark_ends)
        if span:
            yield from _without_captions(text, span)
        at = span.end if span else begin.end()


def _begun(
    text: str, begin: re.Match[str], is_fence: bool, last_comment: int, remark_ends: Sequence[int]
) -> Span | None:
    """What begins with a sign, if anything does."""
    if begin[0] == "<!--":
        if begin.end() > last_comment:
            return None
        return Span(begin.start(), text.index("-->", begin.end()) + 3, "deleted")
    if is_fence:
        return _fenced(text, begin)
    if begin[0][0] == "`":
        return _inline_code(text, begin)
    if begin[0] == "%%":
        return _remark(text, begin, remark_ends)
    end = re.compile(r"(?<=[^\s~])~~(?!~)" if begin[0] == "~~" else rf"</{begin[0][1:]}>", re.IGNORECASE)
    return _struck(text, begin, end)


def _fenced(text: str, begin: re.Match[str]) -> Span:
    closing = re.compile(rf"^[ \t>]*{re.escape(begin[0][0])}{{{len(begin[0])},}}[ \t]*$", re.MULTILINE)
    end = closing.search(text, begin.end())
    return Span(begin.start(), end.end() if end else len(text), "code")


def _without_captions(text: str, span: Span) -> Iterator[Span]:
    """A span without the captions of figures and tables that stand in it as options of a chunk of code."""
    at = span.start
    chunk = span.kind == "code" and text.startswith(("```{", "~~~{"), span.start)
    for caption in _CAPTION.finditer(text, span.start, span.end) if chunk else ():
        yield Span(at, caption.start(caption.lastgroup or 0), "code")
        at = caption.end(caption.lastgroup or 0)
    yield Span(at, span.end, span.kind)


def _inline_code(text: str, begin: re.Match[str]) -> Span | None:
    """Code between two runs of backticks of one length, within a paragraph."""
    closing = re.compile(rf"(?<!`){begin[0]}(?!`)").search(text, begin.end(), begin.end() + _LONGEST_CODE)
    if not closing or "\n\n" in text[begin.end() : closing.start()]:
        return None
    return Span(begin.start(), closing.end(), "code")


def _struck(text: str, begin: re.Match[str], closing: re.Pattern[str]) -> Span | None:
    """What is struck out, within a paragraph: `~~so~~` (https://github.github.com/gfm/#strikethrough-extension-)."""
    end = closing.search(text, begin.end(), begin.end() + _LONGEST_CODE)
    if not end or re.match(r"~~\s", text[begin.start() : begin.end() + 1]) or "\n\n" in text[begin.end() : end.start()]:
        return None
    return Span(begin.start(), end.end(), "deleted")


def _remark(text: str, begin: re.Match[str], ends: Sequence[int]) -> Span | None:
    """A comment of Obsidian; one that begins within a line ends in its paragraph."""
    before = text[begin.start() - 1 : begin.start()]
    if before.isalnum() or before == "%" or text.startswith("%", begin.end()):
        return None
    place = bisect_left(ends, begin.end())
    if place == len(ends) or ends[place] > begin.end() + _LONGEST_REMARK:
        return None
    if before not in ("", "\n") and "\n\n" in text[begin.end() : ends[place]]:
        return None
    return Span(begin.start(), ends[place] + 2, "deleted")
