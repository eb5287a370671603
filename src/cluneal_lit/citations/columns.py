"""PMIDs in a table's column: bare numbers below a cell that says PMID, cells parted by tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.hits import Hit, Text

_HEAD = re.compile(r"[ *_]*(?:pmids?|pub\s?med[ -]?(?:pm)?ids?)[ *_]*", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,/-])\d{5,8}(?![\w/-]|[.,]\d)")
_ONLY_NUMBERS = re.compile(r"[\s\d;,/&]*")
_SIGNS = ("\t", "|")
_MOST_COLUMNS = 40
_LONGEST_LINE = 5000


def hits(text: Text) -> Iterator[Hit]:
    """The numbers below a head such as PMID, row by row, down to the end of the table."""
    seen = -1
    for at in sorted(text.positions("pmid", "pubmed", "pub med")):
        start = text.text.rfind("\n", 0, at) + 1
        if start <= seen:
            continue
        seen = start
        end = _line_end(text.text, start)
        for sign in _SIGNS:
            heads = text.text[start:end].split(sign, _MOST_COLUMNS) if end - start < _LONGEST_LINE else []
            for column, head in enumerate(heads):
                if len(heads) > 1 and _HEAD.fullmatch(head):
                    yield from _below(text.text, end + 1, sign, column)


def _below(text: str, at: int, sign: str, column: int) -> Iterator[Hit]:
    while at < len(text):
        end = _line_end(text, at)
        row = text[at:end] if end - at < _LONGEST_LINE else ""
        cells = row.split(sign)
        if (len(cells) < 2 and row.strip()) or (len(cells) > column and _HEAD.fullmatch(cells[column])):
            return
        if len(cells) > column and _ONLY_NUMBERS.fullmatch(cells[column]):
            begin = at + sum(len(cell) + 1 for cell in cells[:column])
            for number in _NUMBER.finditer(text, begin, begin + len(cells[column])):
                yield Hit("pmid", identifiers.pmid(number[0]), number.start(), number.end(), "pmid")
        at = end + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
