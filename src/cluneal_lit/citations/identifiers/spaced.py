"""Identifiers of tables whose columns only blanks part, as pages that were printed give them: `Study PMID Design` and
behind it, in the same paragraph or in lines of their own, `Kim 2012 20000001 RCT`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

_HEAD = late(
    r"(?P<before>(?:[^\W\d_a-z][\w/()-]{0,20}[ \t]{1,4}|n[ \t]){0,6})(?:PMIDs?|Pub[Mm]ed[ -]IDs?)"
    r"(?=\s{1,4}(?:n\s{1,4})?[^\W\d_a-z]\S*\s[^\d]{0,60}\d)"
)
_NUMBER = late(r"(?<![\w.,:;/=-])[1-9]\d{6,7}(?![\w:/-]|[.,]\d)")
_PROSE = late(r"[.!?]\s+[^\W\d_a-z]|[^\W\d_A-Z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}")
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
            ended = _end(text.text, head.end())
            yield from _rows(text.text, head.end(), ended, last=bool(_COUNTED.search(head[0])))


def _end(text: str, at: int) -> int:
    end = text.find("\n\n", at, at + _LONGEST)
    return end if end >= 0 else min(len(text), at + _LONGEST)


def _rows(text: str, at: int, end: int, last: bool) -> Iterator[Hit]:
    """The hits of the rows between two offsets; of numbers side by side the first, or the `last` where the head of
    a count stands before that of the column."""
    found: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text, at, end):
        before = text[found[-1].end() if found else at : number.start()]
        if len(before) > _LONGEST_ROW or _PROSE.search(before) or (found and "\t" in before):
            return
        if found and not any(sign.isupper() for sign in before):
            found[-1] = number if last else found[-1]
        else:
            found.append(number)
    for number in found if len(found) >= _FEWEST else ():
        yield Hit("pmid", identifiers.pmid(number[0]), *number.span(), "pmid", 0.8)
