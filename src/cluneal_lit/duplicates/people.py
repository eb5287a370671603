"""The authors of two records held against each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import product

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit.duplicates.described import Described

_NONE, _OTHERS = 3, 4  # levels of `People.same` and `People.lead`
_FEWEST = 3  # letters of the short name of a group
_MISSPELT = 75  # likeness from which on two names are one


class People(Struct, frozen=True, gc=False):
    """Two lists of authors held against each other, as levels; 0 where one is missing.

    `share` of the shorter list's words that the longer has, 6 to 8 all of them; `whole`: of the longer one's. `lead`:
    1 the first authors are the same, 2 but for their initials, 3 one is among the other's, 4 they are others.
    """

    share: int = 0
    whole: int = 0
    lead: int = 0

    @property
    def same(self) -> int:
        """0 missing, 1 mostly the same, 2 some, 3 none."""
        return 0 if not self.share else 1 if self.share > 3 else 2 if self.share > 1 else 3


def people(left: Described, right: Described) -> People:
    """The authors of two records held against each other."""
    if not left.people or not right.people:
        return People()
    common = len({*left.people}.intersection(right.people))
    fewer, more = sorted((len(left.people), len(right.people)))
    share = common / fewer
    return People(
        share=6 + bisect_right((2, 4), common) if share > 0.99 else 1 + bisect_right((0.01, 0.34, 0.6, 0.8), share),
        whole=1 + bisect_right((0.01, 0.3, 0.6, 0.9), common / more),
        lead=_lead(left, right),
    )


def are_others(left: Described, right: Described) -> bool:
    """Whether nobody is named by both, and it is not that one names a group, which the other's people may be, that the
    first is misspelt (`Mueller`, `Müller`), or that a group stands by its letters (`WHO`)."""
    found = people(left, right)
    if found.same != _NONE or is_group(left) != is_group(right) or found.lead != _OTHERS:
        return False
    return not (is_group(left) and (_is_short_for(left, right) or _is_short_for(right, left)))


def _is_short_for(one: Described, other: Described) -> bool:
    """Whether the one word of a group is first letters of another's words, which may be some (`NICE`)."""
    if len(one.people) != 1 or not _FEWEST <= len(one.people[0]) <= len(other.people):
        return False
    return not Counter(one.people[0]) - Counter(word[0] for word in other.people)


def is_group(one: Described) -> bool:
    """Whether no author has a given name, as a group has none."""
    return all(not initial for _, initial in one.authors)


def are_namesakes(left: Described, right: Described) -> bool:
    """Whether each has one author, of one surname, whose given names in full are no form of the other's: `Jane`,
    `John`, and not `Alex`, `Alexander`."""
    if len(left.authors) != 1 or len(right.authors) != 1 or left.authors[0][0] != right.authors[0][0]:
        return False
    alone = [{*one.people}.difference(other.people) for one, other in ((left, right), (right, left))]
    return all(alone) and not any(_is_form(mine, theirs) for mine, theirs in product(*alone))


def _is_form(one: str, other: str) -> bool:
    """Whether a name is the other cut short, or misspelt."""
    return one.startswith(other) or other.startswith(one) or fuzz.ratio(one, other) >= _MISSPELT


def _lead(left: Described, right: Described) -> int:
    (one, initial), (other, second) = left.authors[0], right.authors[0]
    if one == other:
        return 2 if initial and second and initial != second else 1
    return 3 if one in right.people or other in left.people or fuzz.ratio(one, other) >= _MISSPELT else 4
