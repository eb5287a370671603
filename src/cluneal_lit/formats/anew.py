"""Where another table begins below a table: its heads, or the next sheet."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cluneal_lit.formats import heads
from cluneal_lit.late import late

SHEET = "\f"  # the line that parts the sheets of a workbook
_LONGEST = 40
_WORD = re.compile(r"[^\W\d_]")
_NOTHING = late(
    r"n\.?/?a\.?|nan|none|null|nil|missing|unknown|absent|pending|retracted|not\b.*|no\b(?!\.).*|un\w+|ohne\b.*|kein\w*\b.*"
    r"|in press|preprint|(?:grey|gray) lit.*|(?:conference |meeting )?abstract.*|book.*|thesis|see\b.*|ahead\b.*",
    re.IGNORECASE,
)
_HEAD = late(
    r"\b(?:tele)?(?:phone|fon)|\bmobile|\bfax|\b(?:number|nummer|no|nr|id|code|codes|name|price|order|date|sample|patient"
    r"|item|product|invoice|account|customer|lot|batch|serial|count|total|amount|zip|postcode)s?\b",
    re.IGNORECASE,
)


def begins(cells: Sequence[str], columns: Collection[int], blank: bool) -> bool:
    """Whether a row holds heads of another table than the one above, whose identifiers stand in the columns.

    `blank`: the row stands below a blank one; then words are enough, where the columns have identifiers.
    """
    written = [cell.strip() for cell in cells]
    own = [written[column] for column in columns if column < len(written) and written[column]]
    filled = [cell for cell in written if cell]
    heading = len(filled) > 1 and all(_is_words(cell) for cell in filled)
    others = [cell for cell in own if _is_words(cell) and not _NOTHING.fullmatch(cell)]
    told = heading and any(heads.field(cell) or _HEAD.search(cell) for cell in (others if own else filled))
    if blank and own:
        return len(others) == len(own) and (heading or len(filled) == 1)
    return told and bool(own or blank)


def _is_words(cell: str) -> bool:
    return len(cell) <= _LONGEST and bool(_WORD.search(cell)) and not any(sign.isdigit() for sign in cell)
