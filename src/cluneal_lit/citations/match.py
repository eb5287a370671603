"""Which work a reference without identifiers means.

Points for what agrees, minus points for what contradicts, and two vetoes: a title or first author that contradicts.
Invented references take year, volume and pages of a real work, and replies and errata carry its title, so neither a
title alone nor a set of numbers alone is ever enough.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit.citations.candidates import doubt
from cluneal_lit.compare import TITLES_APART, Comparison, bare_title, compared
from cluneal_lit.keys import keys
from cluneal_lit.model import Fields, Record

ACCEPT = 6.0
AHEAD = 1.0  # points by which the best must beat the next, or nobody is sure
_CANDIDATES = 50
_COMMON = 200  # works that share a key which then says little

# (equal, close, contradicting)
POINTS: Mapping[str, tuple[float, float, float]] = {
    "title": (4.0, 3.0, -3.0),
    "author": (2.0, 1.5, -2.5),
    "year": (1.0, 0.5, -1.5),
    "volume": (1.5, 0.0, -1.0),
    "pages": (2.0, 1.5, -1.0),
    "journal": (1.0, 0.5, -1.0),
}
WITNESSES = ("author", "year", "volume", "pages")


class Match(Struct, frozen=True):
    """The work that fits best (`candidate`: what the caller called it), how well, and why.

    `match` is sure, `unsure` is not, `none` means that nothing comes near; `why` has one line a field.
    """

    answer: Literal["match", "unsure", "none"]
    candidate: str = ""
    score: float = 0.0
    why: tuple[str, ...] = ()


class Index:
    """Works by blocking key, to find the few that a reference can mean among many."""

    def __init__(self, works: Mapping[str, Iterable[Record]]) -> None:
        self._descriptions = {
            name: tuple((bare_title(record.fields.title), record) for record in records)
            for name, records in works.items()
        }
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for name, descriptions in self._descriptions.items():
            for _, record in descriptions:
                for key in keys(record.fields):
                    self._names[key].add(name)

    def match(self, cited: Fields, refused: Collection[str] = ()) -> Match:
        """The work that a reference's fields mean; none of those that were `refused` to it."""
        ranked = self.ranked(cited, refused)
        if not ranked:
            return Match("none")
        first = ranked[0]
        ahead = len(ranked) == 1 or first.score - ranked[1].score >= AHEAD or ranked[1].answer != "match"
        if first.answer == "match" and not ahead:
            return Match("unsure", first.candidate, first.score, (*first.why, f"{ranked[1].candidate} fits as well"))
        return first

    def ranked(self, cited: Fields, refused: Collection[str] = ()) -> list[Match]:
        """All that come near what a reference's fields say, the best first, each judged alone."""
        return sorted((one for one in self._judged(cited) if one.candidate not in refused), key=_rank)

    def near(self, cited: Fields, refused: Collection[str] = ()) -> tuple[str, ...]:
        """The works that a reference's fields may mean: all that would do, or where none does the one that comes next.

        Without any of them `match` could say something else.
        """
        ranked = self.ranked(cited, refused)
        sure = tuple(one.candidate for one in ranked if one.answer == "match")
        return sure or tuple(one.candidate for one in ranked[:1] if one.answer == "unsure")

    def _judged(self, cited: Fields) -> Iterator[Match]:
        """The best description of each candidate whose title does not contradict, which is a veto and cheap to see."""
        title = bare_title(cited.title)
        for name in self._candidates(cited):
            alike = [
                record
                for other, record in self._descriptions[name]
                if fuzz.ratio(title, other, score_cutoff=100 * TITLES_APART)
            ]
            if alike:
                yield best(cited, alike, name)

    def _candidates(self, cited: Fields) -> list[str]:
        """The works that share most keys; a common key is asked only when the rare ones find none."""
        shared: Counter[str] = Counter()
        for names in sorted((self._names.get(key, set()) for key in keys(cited)), key=len):
            if shared and len(names) > _COMMON:
                break
            shared.update(names)
        return sorted(shared, key=lambda name: (-shared[name], name))[:_CANDIDATES]


def best(cited: Fields, records: Iterable[Record], name: str) -> Match:
    """How well the one of a work's records that fits a reference best does so."""
    return min((_doubted(cited, record, name) for record in records), key=_rank)


def _doubted(cited: Fields, record: Record, name: str) -> Match:
    """How well a record fits a reference; what only carries the title of a work is never certain."""
    found = judged(cited, record.fields, name)
    reason = doubt(cited, record) if found.answer == "match" else ""
    return Match("unsure", name, found.score, (*found.why, reason)) if reason else found


def judged(cited: Fields, fields: Fields, name: str) -> Match:
    """How well one description of a work fits a reference."""
    found = compared(cited, fields)
    relation = {comparison.field: comparison.relation for comparison in found}
    score = sum(_points(comparison) for comparison in found)
    vetoed = "contradicting" in (relation["title"], relation["author"])
    witnessed = any(relation[field] in ("equal", "close") for field in WITNESSES)
    why = tuple(_line(comparison) for comparison in found if comparison.field in POINTS)
    if vetoed or relation["title"] == "missing" or not witnessed:
        return Match("none", name, score, why)
    return Match("match" if score >= ACCEPT else "unsure", name, score, why)


def _points(comparison: Comparison) -> float:
    if comparison.relation == "missing" or comparison.field not in POINTS:
        return 0.0
    equal, close, contradicting = POINTS[comparison.field]
    if comparison.field == "title" and comparison.degree >= 0.9:
        return equal
    return {"equal": equal, "close": close, "contradicting": contradicting}[comparison.relation]


def _line(comparison: Comparison) -> str:
    if comparison.relation == "missing":
        return f"{comparison.field}: missing"
    if comparison.relation == "equal":
        return f"{comparison.field}: equal"
    return (
        f"{comparison.field}: {comparison.relation} ({comparison.degree:.2f}): {comparison.left} | {comparison.right}"
    )


def _rank(match: Match) -> tuple[int, float, str]:
    return (("match", "unsure", "none").index(match.answer), -match.score, match.candidate)
