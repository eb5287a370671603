"""The words of people's names, and where they stand in a citation's string."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from cluneal_lit import names
from cluneal_lit.checks import said
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Name

# What a name has that is a group's and no person's.
GROUP = late(
    r"\b(?:group|consortium|collaborat\w+|investigators|committee|network|team|society|association|initiative|"
    r"organi[sz]ation|study|project|alliance|council|institute|trialists|registry|working|university|hospital|"
    r"department|school|cent(?:er|re)|program(?:me)?|task force|authors?|cohort|biobank|consortia|foundation|"
    r"partnership|coalition|federation|members|contributors|agency|laborator\w+)\b",
    re.IGNORECASE,
)
_DIVIDED = 5  # letters of a surname that two words make by no accident


def behind(parts: Sequence[str], words: Sequence[str], start: int) -> int:
    """The place behind the first words, from `start` on, that are a name's parts, divided or not; 0 for none."""
    whole = "".join(parts)
    for at in range(start, len(words)):
        for count in range(1, len(parts) + 1):
            if "".join(words[at : at + count]) == whole:
                return at + count
    return 0


def stands(their: Name, words: Sequence[str]) -> bool:
    """Whether a surname stands among words, whole, divided (`Mc Donald`) or with its initials grown on (`HaasPB`)."""
    parts = said.tokens(their.family)
    whole, initials = "".join(parts), said.letters(names.initials(their.given))
    if behind(parts, words, 0) or whole + initials in words:
        return True
    return len(whole) >= _DIVIDED and any(one + other == whole for one, other in pairwise(words))


def has_others(one: Name, known: set[str], initials: Collection[str]) -> bool:
    """Whether a name has words beside those that are known: particles, which some leave out, are others only where one
    beside initials alone is a surname (`Le T`)."""
    is_surname = names.is_initials(one.given) and names.PARTICLES.issuperset(said.tokens(one.family))
    return not (known if is_surname else known | names.PARTICLES).issuperset(_telling(one, initials))


def _telling(name: Name, initials: Collection[str]) -> list[str]:
    """The words of a name that are no initials: those of a family name may be short (`Li`, `WU`), unless some author's
    initials are in them, which capitals were taken for a family name."""
    long = [word for word in said.tokens(whole_name(name)) if len(word) > 2]
    short = [word for word in said.tokens(name.family) if len(word) == 2 and word not in names.SUFFIXES]
    return long + [word for word in short if not (name.family.isupper() and any(word in one for one in initials))]


def stands_first(their: Name, citation: Citation) -> bool:
    """Whether the string begins with this author, behind nothing but a number, given names or their initials, and
    particles right before the surname: before initials one is somebody else's (`Du W, Okoro J`)."""
    parts = said.tokens(their.family)
    words = said.tokens(said.text(citation))[: 5 + len(parts)]
    at = next((at for at in range(len(words)) if parts and words[at : at + len(parts)] == parts), -1)
    while at > 0 and words[at - 1] in names.PARTICLES:
        at -= 1
    own = {*said.tokens(whole_name(their)), said.letters(names.initials(their.given))}
    return at >= 0 and all(len(word) == 1 or word.isdigit() or word in own for word in words[:at])


def whole_name(name: Name) -> str:
    """The name with its given names and particle."""
    return f"{name.given} {name.non_dropping_particle} {name.family}"
