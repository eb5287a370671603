"""Labels of letters and a year, `[KL12]`, as BibTeX's alpha and the standards of the Internet have them: which entries
have them, and where the text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.text.anchored import Lead
from cluneal_lit.late import late

# `[KL12]`, `[LP+13a]`, `[RFC2119]`, and with blanks `[Kim and Lee, 2012]`, which is a marker as name and year are.
_NAME = rf"[{UPPER}][^\[\]\n]{{0,60}}?\d{{2,5}}[a-h]?"
LABEL = rf"\\?\[{_NAME}\\?\]"
PANDOCS_TEXT = r'</span>\s?<span\s+class="csl-right-inline">'  # what Pandoc writes behind a label into Markdown
_BEFORE = late(rf"\\?\[({_NAME})\\?\][ \t\u00a0\n]+(?:{PANDOCS_TEXT})?\Z")
_BRACKET = late(rf"\[(?=[{UPPER}])[^\[\]\n]{{2,200}}\]")
_MADE = late(rf"[{UPPER}][^\W\d_]{{1,5}}\+?[0-25-9]\d[a-h]?")  # of authors and the year, by BibTeX
_FEWEST = 3
_PART = re.compile(r"[^\s,;\[\]\\]+")
LONGEST = 120  # of a label, with what parts it from its entry


def leads(text: str, starts: Iterable[int]) -> Iterator[Lead]:
    """Where names in brackets lead to the entries that begin at these offsets, behind their labels."""
    labels = dict(_labels(text, starts))
    defined = {first for first, _ in labels.values()}
    for bracket in _BRACKET.finditer(text) if labels else ():
        named = [part for part in _PART.finditer(text, bracket.start() + 1, bracket.end() - 1) if part[0] in labels]
        if bracket.start() in defined or not named:
            continue
        ends = [part.end() for part in named[:-1]] + [bracket.end() - text.startswith("\\", bracket.end() - 2) - 1]
        for part, end in zip(named, ends, strict=True):
            yield Lead(part.start(), end, None, *labels[part[0]])


def unknown(text: str, starts: Iterable[int], plain: str) -> Iterator[tuple[int, int, list[str]]]:
    """The brackets of the text without its entries, `plain`, that hold only names as the list has, none of it."""
    names = dict(_labels(text, starts)).keys()
    if sum(bool(_MADE.fullmatch(name)) for name in names) < _FEWEST:
        return
    for bracket in _BRACKET.finditer(plain):
        parts = re.split(r"[,;]\s?", bracket[0][1:-1])
        if all(map(_MADE.fullmatch, parts)) and names.isdisjoint(parts):
            yield bracket.start(), bracket.end(), parts


def _labels(text: str, starts: Iterable[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The names of entries, each with the stretch of its label."""
    for start in starts:
        label = _BEFORE.search(text[max(0, start - LONGEST) : start])
        if label and " " not in label[1]:
            yield label[1], (start - len(label[0]) + label[0].index("["), start)
