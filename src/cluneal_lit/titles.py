"""Titles without what publishers put around them."""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.folding import folded
from cluneal_lit.late import late

# Words that publishers put before or behind the title of a work whose status changed; the title is what remains.
STATUS_LABEL = late(
    r"^(?:(?:retracted|withdrawn|retraction|removed)(?: article)?\s*[:—–-]\s*"
    r"|[\[(](?:retracted|withdrawn|removed)(?: article)?[:.]?[\])]\s*:?\s*)+"
    r"|\s*[\[(](?:retracted|withdrawn)(?: article)?\b[^\[\]()]{0,80}[\])]\.?$"
    r"|[\s(\[:—–-]*\bretired chapter, for historical reference only\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def bare(title: str) -> str:
    """The folded words of a title without a status label."""
    return folded(STATUS_LABEL.sub("", title))
