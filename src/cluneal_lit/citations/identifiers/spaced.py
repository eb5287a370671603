"""Identifiers of tables whose columns only blanks part, as pages that were printed give them: `Study PMID Design` and
behind it, in the same paragraph or in lines of their own, `Kim 2012 20000001 RCT`; and of those that a program printed,
in which each number ends, or begins, below its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.cells import line_end
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

_HEAD = late(
    r"(?P<before>(?:[^\W\d_a-z][\w/()-]{0,20}[ \t]{1,4}|n[ \t]){0,6})(?:PMIDs?|Pub[Mm]ed[ -]IDs?)"
    r"(?=\s{1,4}(?:n\s{1,4})?[^\W\d_a-z]\S*\s[^\d]{0,60}\d)"
)
_NUMBER = late(r"(?<![\w.,:;/=-])[1-9]\d{6,7}(?![\w:/-]|[.,]\d)")
_PROSE = late(r"[.!?]\s+[^\W\d_a-z]|[^\W\d_A-Z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}")
_SENTENCES = late(r"[.!?]\s+[^\W\d_a-z]|[.!?]\s*$")
_PARAGRAPH = re.compile(r"\n\n(?P<said>[^\n]+)(?=\n\n|\s*$)")
_PRINTED = late(
    r"[ \t]*(?:[\w.()/-]+[ \t]+)*(?<![^ \t\n])(?P<head>(?:pmid|pub_?med_?id)s?)(?![^ \t\n])[^\n]*", re.IGNORECASE
)
_COUNTED = late(r"(?:\bn|patients?|participants?|subjects?|number|sample|size|cases)\s+PMID", re.IGNORECASE)
_LONGEST, _LONGEST_HEAD, _LONGEST_ROW = 20_000, 120, 200
_FEWEST = 2


def hits(text: Text) -> Iterator[Hit]:
    """The PMIDs of such tables: of each row the number of seven or eight digits, where two or more rows have one."""
    ended = -1
    for at in text.positions("pmid", "pubmed id", "pubmed-id"):
        lowest = max(0, at - _LONGEST_HEAD)
        parting = text.text.rfind("\n\n", lowest, at)
        start = parting + 2 if parting >= 0 else lowest
        head = _HEAD.match(text.text, start) if at >= ended and (parting >= 0 or not lowest) else None
        if head and head.start() <= at < head.end():
            ended, prose = _end(text.text, head.end()), _PROSE
            if "\t" in text.text[start : head.end() + 1]:  # tabs part the heads: it is a table, and may hold words
                ended, prose = _end_of_rows(text.text, ended), _SENTENCES
            yield from _rows(text.text, head.end(), ended, prose, last=bool(_COUNTED.search(head[0])))
    yield from _printed(text)


def _printed(text: Text) -> Iterator[Hit]:
    """The PMIDs below a head in a table that a program printed: all of its column, down to a line without one."""
    for at in text.positions("pmid", "pubmed"):
        start = text.text.rfind("\n", 0, at) + 1
        head = _PRINTED.fullmatch(text.text, start, line_end(text.text, at)) if at - start < _LONGEST_ROW else None
        if head and head.start("head") == at and "  " in f" {head[0]} ":
            yield from _aligned(text.text, head.end() + 1, at - start, head.end("head") - start)


def _aligned(text: str, at: int, left: int, right: int) -> Iterator[Hit]:
    """The numbers line by line that begin or end in these columns."""
    while at < len(text):
        end = line_end(text, at)
        numbers = _NUMBER.finditer(text, at, min(end, at + _LONGEST_ROW))
        number = next((one for one in numbers if one.start() - at == left or one.end() - at == right), None)
        if number is None:
            return
        yield Hit("pmid", identifiers.pmid(number[0]), *number.span(), "pmid", 0.9)
        at = end + 1


def _end_of_rows(text: str, at: int) -> int:
    """Where the paragraphs end that hold rows: each has a number, and none ends a sentence."""
    while paragraph := _PARAGRAPH.match(text, at):
        if not _NUMBER.search(paragraph["said"]) or _SENTENCES.search(paragraph["said"]):
            break
        at = paragraph.end()
    return at


def _end(text: str, at: int) -> int:
    end = text.find("\n\n", at, at + _LONGEST)
    return end if end >= 0 else min(len(text), at + _LONGEST)


def _rows(text: str, at: int, end: int, prose: re.Pattern[str], last: bool) -> Iterator[Hit]:
    """The hits of the rows between two offsets; of numbers side by side the first, or the `last` where the head of
    a count stands before that of the column."""
    found: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text, at, end):
        before = text[found[-1].end() if found else at : number.start()]
        if len(before) > _LONGEST_ROW or prose.search(before) or (found and "\t" in before):
            return
        if found and not any(sign.isupper() for sign in before):
            found[-1] = number if last else found[-1]
        else:
            found.append(number)
    for number in found if len(found) >= _FEWEST else ():
        yield Hit("pmid", identifiers.pmid(number[0]), *number.span(), "pmid", 0.8)
