"""By what JSON is known to be CSL-JSON, before it is read."""

from __future__ import annotations

import re

from cluneal_lit.formats.csl_item import TYPES
from cluneal_lit.late import late

_OBJECT = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")
_NOTHING = re.compile(rb"\s*\[\s*\]\s*")
_TYPE = late(rf'"type"\s*:\s*"(?:{"|".join(sorted(TYPES))})"'.encode())
_WORDS = (re.compile(rb'"title"\s*:\s*"'), re.compile(rb'"(?:id|DOI|PMID|issued|author|container-title)"\s*:'))


def is_csl(beginning: bytes, *, is_named: bool) -> bool:
    """Whether a text begins as JSON with the words of CSL: a type of its own, or in a file that `is_named` as JSON a
    title and another, or no entry."""
    if is_named and _NOTHING.fullmatch(beginning):
        return True
    if not _OBJECT.match(beginning):
        return False
    return bool(_TYPE.search(beginning)) or (is_named and all(word.search(beginning) for word in _WORDS))
