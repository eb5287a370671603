"""Identifiers in a table of Typst: cells in square brackets, so many in a row.
(https://typst.app/docs/reference/model/table/)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.citations.identifiers import cells
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

_CUES = ("pmid", "pubmed", "pmc", "arxiv", "isbn")
_COLUMNS = late(r"\bcolumns:\s*(?:(?P<count>\d{1,3})|\((?P<widths>[^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)*)\))")
_WIDTH = late(r"(?:[^,()\s]|\([^()]*\))(?:[^,()]|\([^()]*\))*")
_SIGN = re.compile(r"\\.|[\[\]()]")
_NEAR, _LONGEST = 2000, 1_000_000


def hits(text: Text) -> Iterator[Hit]:
    """The identifiers below a head such as PMID, row by row."""
    begun: set[int] = set()
    for at in text.positions(*_CUES):
        table = text.text.rfind("table(", max(0, at - _NEAR), at) + len("table(")
        if table >= len("table(") and table not in begun:
            begun.add(table)
            yield from _below(text.text, table)


def _below(text: str, at: int) -> Iterator[Hit]:
    every = list(_cells(text, at))
    told = _COLUMNS.search(text, at, every[0][0]) if every else None
    if not told:
        return
    count = int(told["count"]) if told["count"] else len(_WIDTH.findall(told["widths"]))
    kinds = [cells.kind(text[start:end].strip(" *_\n")) for start, end in every[:count]]
    for place, (start, end) in enumerate(every[count:] if count else ()):
        if place % count < len(kinds) and (kind := kinds[place % count]) and end - start < cells.LONGEST:
            yield from cells.hits(kind, text[start:end], start)


def _cells(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the cells stand of a table whose bracket opens before the offset."""
    calls, depth, start = 1, 0, at
    for sign in _SIGN.finditer(text, at, at + _LONGEST):
        if sign[0] == "[":
            start = start if depth else sign.end()
            depth += 1
        elif sign[0] == "]":
            depth -= 1
            if not depth:
                yield start, sign.start()
        elif sign[0] in "()" and not depth:
            calls += 1 if sign[0] == "(" else -1
        if not calls or depth < 0:
            return
