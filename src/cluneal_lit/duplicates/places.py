"""Where two records say that a work stands: journal, year, volume, issue, pages."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import journals
from cluneal_lit.duplicates import relations
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL

# What volume, issue and first page say together (`Places.said`).
NOTHING, AGREE, PARTLY_AGREE, MIXED, DIFFER = range(5)
_DIGITS = 19  # of two pages that may be real
SAME_JOURNAL = 5  # the level of a journal from which on it is the same


class Places(Struct, frozen=True, gc=False):
    """Two places held against each other.

    `volume`, `issue`, `first` and `last` are relations. `year`: 0 missing, 1 the same, 2 to 4 one, two, more apart.
    `journal`: 0 missing, 1 (unlike) to 6 (the same). `span`: 1 the same four pages or more, which no two works share;
    3 the same, but fewer; 2 others; 0 unknown. `supplement`: the pages are one but for its letter, `S10`.
    """

    journal: int
    year: int
    volume: int
    issue: int
    first: int
    last: int
    span: int
    supplement: bool = False

    @property
    def equal(self) -> int:
        """How many of volume, issue and first page are the same."""
        return (self.volume == EQUAL) + (self.issue == EQUAL) + (self.first in (EQUAL, CLOSE))

    @property
    def apart(self) -> int:
        """How many of volume, issue and first page are not."""
        return (self.volume == APART) + (self.issue == APART) + (self.first == APART)

    @property
    def said(self) -> int:
        """What they say together."""
        if not self.equal:
            return DIFFER if self.apart else NOTHING
        return MIXED if self.apart else AGREE if self.equal > 1 else PARTLY_AGREE

    @property
    def venue(self) -> int:
        """0 missing, 1 the same journal, 2 perhaps, 3 another."""
        return 0 if not self.journal else 1 if self.journal >= SAME_JOURNAL else 2 if self.journal >= 3 else 3


def places(left: Described, right: Described, corpus: Corpus) -> Places:
    """The places of two records held against each other."""
    first, last = relations.first_pages(left.first, right.first), relations.relation(left.last, right.last)
    return Places(
        journal=_journal(left.journal, right.journal, corpus),
        year=1 + min(abs(left.year - right.year), 3) if left.year and right.year else 0,
        volume=relations.relation(left.volume, right.volume),
        issue=relations.relation(left.issue, right.issue),
        first=first,
        last=last,
        span=_span(left, first, last),
        supplement=first == CLOSE and relations.is_supplement(left.first) != relations.is_supplement(right.first),
    )


def parted(stand: Places, alike: int) -> Places:
    """The places; `S10` of a supplement is another page than `10` of the volume, unless nothing else differs: some
    leave the letter out. `alike`: 1 for one title."""
    same = alike == 1 and stand.year < 2 and stand.venue < 2 and APART not in (stand.volume, stand.issue)
    return replace(stand, first=APART) if stand.supplement and not same else stand


def _span(record: Described, first: int, last: int) -> int:
    if first == last == EQUAL:
        numbers = record.first.isdigit() and record.last.isdigit() and len(record.first + record.last) < _DIGITS
        long = numbers and int(record.last) - int(record.first) > 2
        return 1 if long and record.first != "1" else 3
    return 2 if first == last == APART else 0


def _journal(left: str, right: str, corpus: Corpus) -> int:
    if not left or not right:
        return 0
    if left == right or (left, right) in corpus.aliases:
        return 6
    return 1 + bisect_right((0.3, 0.5, 0.7, 0.85, 0.95), _likeness(*sorted((left, right))))


@lru_cache(maxsize=65536)
def _likeness(left: str, right: str) -> float:
    """How surely two names are one journal: also by how many words of the shorter the longer has or abbreviates."""
    likeness = journals.likeness(left, right)
    few, many = sorted((journals.significant(left), journals.significant(right)), key=len)
    if likeness >= 0.85 or len(few) < 2:
        return likeness
    hits = sum(any(word.startswith(other) or other.startswith(word) for other in many) for word in few)
    return max(likeness, 0.9 * hits / len(few))
