"""Names of people whose family name is in capitals, before or behind what is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

_BEHIND_NAMES = late(
    rf"(?P<given>(?:[{UPPER}](?:[^\W\d_{UPPER}]+|\.)[\s‐-])+)(?P<family>[{UPPER}]{{2,}}(?:[\s‐-][{UPPER}]{{2,}})*)"
)
# `H D LOBL` behind `HINZ, H D and`.
_BEHIND_INITIALS = late(
    rf"(?P<given>[{UPPER}]\.?(?:[\s‐-][{UPPER}]\.?)*)\s(?P<family>[{UPPER}]{{3,}}(?:[\s‐-][{UPPER}]{{2,}})*)"
)
# `ZHANG Xiaohua` and `DE JONG Anna`, as China and the humanities of France write names.
FIRST = late(
    rf"(?P<family>(?:D[AEIU] |L[AE] |VAN )?[{UPPER}]{{3,}}(?:[\s‐-][{UPPER}]{{3,}})*) "
    rf"(?P<given>[{UPPER}][^\W\d_{UPPER}]+(?:[\s‐-]?[{UPPER}](?:[^\W\d_{UPPER}]+|\.|\b))*)"
)
_GIVEN = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]")


def last(piece: str, *, in_full: bool, initials: bool) -> re.Match[str] | None:
    """The `given` and the `family` name of one who has it last in capitals, behind given names `in_full` or behind
    `initials`, where the list has such."""
    found = _BEHIND_NAMES.fullmatch(piece) if in_full else None
    return found or (_BEHIND_INITIALS.fullmatch(piece) if initials else None)


def are_pairs(pieces: Sequence[str]) -> bool:
    """Whether family names in capitals, some of several words, and given names that are not take turns: `DE SOUSA, Ana,
    DEY SADHU, Susmita`."""
    families, given = pieces[::2], pieces[1::2]
    several = any(" " in family for family in families)
    shouted = all(len(one) > 1 and one.isupper() and one.isalpha() for family in families for one in family.split())
    return several and shouted and len(families) == len(given) and all(_GIVEN.match(one) for one in given)
