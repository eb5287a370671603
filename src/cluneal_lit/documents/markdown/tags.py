"""Manubot's other names for works, `[@tag]: doi:10.…`. (https://github.com/manubot/rootstock, USAGE.md, Citations)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.key_syntax import keys
from cluneal_lit.model import Ids, Span

_DEFINITION = re.compile(r"^ {0,3}\[@([^\]\s]{1,200})\]:[ \t]*<?@?([^\s<>]{1,500})>?[ \t]*$", re.MULTILINE)


def works(text: str) -> dict[str, Ids]:
    """The identifiers that names stand for; none for a name that stands for an address."""
    each = ((match[1], identifiers.key(match[2])) for match in _DEFINITION.finditer(text))
    return {name: identifiers.ids([meant] if meant else []) for name, meant in each}


def definitions(text: str) -> Iterator[Span]:
    """Where names are defined that stand elsewhere too: such a line cites nothing itself."""
    found = list(_DEFINITION.finditer(text))
    times = Counter(key.name for key in keys(text)) if found else Counter()
    yield from (Span(*match.span(), "deleted") for match in found if times[match[1]] > 1)
