"""Identifiers that Markdown has in the type of code, where they are data and no code: behind their label, `DOI
`10.1016/j.x``, in a list that it heads, and in a column of a table below it."""

from __future__ import annotations

import re

from cluneal_lit.formats import heads
from cluneal_lit.late import late
from cluneal_lit.model import Span

_NAMED = r"(?:doi|pmid|pmcid|pmc|arxiv|isbn|nct)s?"
_LABEL = late(
    rf"\b{_NAMED}[*_]{{0,2}}\s?[:=]?[*_]{{0,2}}\s?"
    r"(?:`+[^`\n]{1,80}`+(?:\s?[,;/&]|\s(?:and|or|und|oder|et|y)\b|\s)(?:\sand)?\s?){0,30}$",
    re.IGNORECASE,
)
_VALUE = late(r"`+\s?((?:10\.\d{4,9}/|PMC|NCT|(?:97[89][- ]?)?\d)[^\s`]*)\s?`+", re.IGNORECASE)
_ITEM = late(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])?[ \t]*`+[^`\n]{1,80}`+[ \t]*[,;.]?[ \t]*")
_ITEM_LABELLED = late(
    rf"[ \t]*(?:[-*+•]|\d{{1,3}}[.)])?[ \t]*{_NAMED}\s?:?\s?`+[^`\n]{{1,80}}`+[ \t]*[,;.]?[ \t]*", re.I
)
_HEADED = late(rf"(?:.*\W)?{_NAMED}[*_]{{0,2}}\s?:?[*_]{{0,2}}[ \t]*", re.IGNORECASE)
_LONGEST = 900
_MOST = 200  # lines of a list or table


def value(text: str, span: Span) -> tuple[int, int] | None:
    """Where in a span of code an identifier stands that the document means as one; None where it is code."""
    found = _VALUE.fullmatch(text, span.start, span.end)
    if not found:
        return None
    line = text.rfind("\n", max(0, span.start - _LONGEST), span.start) + 1
    labelled = _LABEL.search(text, max(line, span.start - _LONGEST), span.start)
    return found.span(1) if labelled or _is_listed(text, line) or _is_below(text, line, span.start) else None


def _is_listed(text: str, line: int) -> bool:
    """Whether a line is an item of nothing but code, below a label or an item that has one."""
    if not _ITEM.fullmatch(text, line, _end(text, line)):
        return False
    for _ in range(_MOST):
        if line == 0:
            return False
        end, line = line - 1, text.rfind("\n", 0, line - 1) + 1
        if not text[line:end].strip() or _ITEM.fullmatch(text, line, end):
            continue
        return bool(_ITEM_LABELLED.fullmatch(text, line, end) or _HEADED.fullmatch(text, line, end))
    return False


def _is_below(text: str, line: int, at: int) -> bool:
    """Whether a cell stands below a head of a table that names identifiers."""
    column, first = text.count("|", line, at), line
    if not column:
        return False
    for _ in range(_MOST):
        above = text.rfind("\n", 0, max(0, first - 1)) + 1
        if first == 0 or "|" not in text[above:first]:
            break
        first = above
    cells = text[first : _end(text, first)].split("|")
    return first < line and column < len(cells) and heads.field(cells[column].strip(" *_`")) in heads.IDENTIFIERS


def _end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
