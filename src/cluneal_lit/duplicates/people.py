"""The authors of two records held against each other."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit.duplicates.described import Described


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


def _lead(left: Described, right: Described) -> int:
    (one, initial), (other, second) = left.authors[0], right.authors[0]
    if one == other:
        return 2 if initial and second and initial != second else 1
    return 3 if one in right.people or other in left.people or fuzz.ratio(one, other) >= 75 else 4
