"""Words by which an author part names a group or an organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.late import late
from cluneal_lit.names import names_group

_COUNTRIES = frozenset(("UK", "USA"))
# `ClinicalTrials.gov`, `EudraCT`; but `McDONALD` is somebody.
_SITE = re.compile(r"[\w-]+\.(?:gov|org|com|net|edu|eu|int)|(?!(?:Ma?c|V[ao]n|D[aeiu]|L[ae])[A-Z])[A-Z][a-z]+[A-Z]{2,}")
# A name of one word that is a group's, by its beginning or end: `Bundesärztekammer`, `PatellaCorp`.
_OF_ONE_WORD = late(
    r"Bundes\w{4,}|\w{3,}(?:kammer|institut|ministerium|gesellschaft|verband|verein|zentrum|behörde|[a-z]Corp)\.?"
)


@lru_cache(maxsize=1 << 12)
def is_group(piece: str) -> bool:
    """Whether a name of several words is that of a group, and of nobody with an initial (`Hospital J`)."""
    words = piece.split()
    initial = len(words) == 2 and len(words[1].rstrip(".")) == 1
    national = len(words) > 2 and words[-1] in _COUNTRIES and all(map(str.istitle, words[:-1]))  # `Knee Research UK`
    return len(words) > 1 and not initial and (national or names_group(piece))


def is_group_word(word: str) -> bool:
    """Whether a name of one word is that of a group or of its site."""
    return bool(_OF_ONE_WORD.fullmatch(word) or _SITE.fullmatch(word))
