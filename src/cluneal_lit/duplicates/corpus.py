"""What only many records together tell: which words are rare, which titles are a series, which journals are one."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from cluneal_lit.duplicates.described import Described

_LONG = 5  # words of a title that two strangers do not share
_SURE = 8  # records of one journal that are found in the other, before two names are one


class Corpus(Struct):
    """`rarity` of each word of the titles, from 0 (all have it) to 1; `places`: in how many different places of
    journals each title stands; `aliases`: pairs of names of one journal or conference."""

    rarity: dict[str, float]
    places: dict[str, int]
    aliases: frozenset[tuple[str, str]]


def corpus(records: Sequence[Described], pairs: Iterable[tuple[int, int]]) -> Corpus:
    """What the records tell together; `pairs` are the candidates among them."""
    counts = Counter(chain.from_iterable(record.words for record in records))
    whole = math.log(len(records) + 1)
    places: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for record in records:
        if record.title:
            places[record.title].add((record.year, record.volume, record.issue, record.first))
    return Corpus(
        rarity={word: 1 - math.log(count) / whole for word, count in counts.items()},
        places={title: len(found) for title, found in places.items()},
        aliases=_aliases(records, pairs),
    )


def _aliases(records: Sequence[Described], pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[str, str]]:
    """The names under which most papers of two journals are the same: a conference's name and its abbreviation.

    A paper is the same by a long title, its year, and two words of its authors' names.
    """
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for one, other in pairs:
        left, right = records[one], records[other]
        if left.title == right.title and left.journal != right.journal and _same_paper(left, right):
            found[left.journal, right.journal].add(one)
            found[right.journal, left.journal].add(other)
    whole: Counter[str] = Counter()
    for (journal, _), papers in found.items():
        whole[journal] += len(papers)
    most = {pair for pair, papers in found.items() if len(papers) >= max(_SURE, whole[pair[0]] / 2)}
    return frozenset((one, other) for one, other in most if (other, one) in most)


def _same_paper(left: Described, right: Described) -> bool:
    return (
        left.journal != ""
        and right.journal != ""
        and left.year == right.year
        and len(left.words) >= _LONG
        and len({*left.people}.intersection(right.people)) >= 2
    )
