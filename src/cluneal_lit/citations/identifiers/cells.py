"""Identifiers in one cell of a table, below a head that says what they are.

What a spreadsheet made of a number is read where no digit is lost (`29656623.0`, `2.9656623E+07`), and is malformed
where digits are (`2.97E+07`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers import torn
from cluneal_lit.citations.identifiers.hits import MISTYPED, Hit
from cluneal_lit.formats import heads
from cluneal_lit.late import late

LONGEST_LINE = 100_000
LONGEST = 200
_VALUES = {
    "pmid": late(r"(?<![\w.,/-])\d{5,8}(?![\w/-]|[.,]\d)"),
    "pmcid": late(r"(?<![\w.,/-])\d{5,9}(?![\w/-]|[.,]\d)"),
    "arxiv": late(r"(?<![\w./-])(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?![\w./])"),
    "isbn": late(r"(?<![\w-])(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx](?![\w-])"),
}
_ONLY = {
    "pmid": re.compile(r"[\s\d;,/&]*"),
    "pmcid": re.compile(r"(?:[\s\d;,/&]|PMC)*"),
    "arxiv": re.compile(r"[\s\w;,/.-]*"),
    "isbn": re.compile(r"[\s\dXx;,/-]*"),
}
# Numbers in bold or as links, with the sign of a note or a remark in brackets: `**20000001**; 20000002* (main)`.
_REMARK = r"(?>\]\([^()]*\)|\[\^\w{1,20}\]|<sup>\w{1,3}</sup>|[*_`†‡§¶]|[ \u00a0]?\([^()]{1,60}\))"
_REMARKED = late(
    rf"\s*[*_`\[]{{0,3}}\d{{6,8}}{_REMARK}*+"
    rf"(?:(?:\s*(?:[;,/&]|<br[ /]*>|\b(?:and|und|et|y|e)\b)\s*|\s+)[*_`\[]{{0,3}}\d{{6,8}}{_REMARK}*+)*\s*"
)
# One number before or behind words: cells of a row between which a page has little room, `20000153 RCT`.
_AMONG = late(r"(?:[^\d\n]*[^\W\d_][ \u00a0])?(?P<number>[1-9]\d{6,7})(?:[ \u00a0][^\W\d_][^\d\n]*)?")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"\d{6,8}(?!\d)")
_NO_PMID = re.compile(rf"\d{{9,12}}|{MISTYPED}")


def kind(head: str) -> str:
    """The kind of identifier that stands below a head; empty where it names none."""
    found = heads.field(head) if len(head) < LONGEST else ""
    return found if found in _VALUES or found == "doi" else ""


def hits(kind: str, cell: str, at: int) -> Iterator[Hit]:
    """The identifiers of a cell that begins at an offset; none where it holds something else."""
    written = cell.strip()
    start = at + cell.find(written)
    if kind == "doi":  # good ones are found anywhere
        if odd := torn.field(written, 0):
            yield replace(odd, start=start, end=start + odd.end)
        return
    if number := heads.exact(written) if kind != "arxiv" else "":
        value = identifiers.NORMAL[kind](number) if len(number) > 4 else ""
        if value:
            yield Hit(kind, value, start, start + len(written), kind)
    elif _is_spoilt(kind, written):
        yield Hit(kind, "", start, start + len(written), "malformed", 0.8)
    elif _ONLY[kind].fullmatch(cell):
        yield from (_hit(kind, match, at) for match in _VALUES[kind].finditer(cell))
    elif kind == "pmid" and _REMARKED.fullmatch(cell):
        plain = _IN_BRACKETS.sub(lambda remark: " " * len(remark[0]), cell)
        yield from (_hit(kind, match, at) for match in _NUMBER.finditer(plain))
    elif kind == "pmid" and (among := _AMONG.fullmatch(written)):
        yield Hit(kind, among["number"], start + among.start("number"), start + among.end("number"), kind, 0.8)


def _hit(kind: str, match: re.Match[str], at: int) -> Hit:
    value = identifiers.NORMAL[kind](match[0])
    return Hit(kind, value, at + match.start(), at + match.end(), kind if value else "malformed", 1.0 if value else 0.8)


def _is_spoilt(kind: str, written: str) -> bool:
    """Whether a cell holds a number that is no identifier: rounded, too long, or with letters or signs in it."""
    if kind == "pmid" and (_NO_PMID.fullmatch(written) or heads.GROUPED.fullmatch(written)):
        return True
    return kind != "arxiv" and heads.is_rounded(written)


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
