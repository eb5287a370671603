"""Which work a reference means, by its fields and by its string.

Points for what agrees, minus points for what contradicts, and vetoes: a title or first author that contradicts, and
what makes a work another one though it carries the title (`candidates.doubt`).
Invented references take year, volume and pages of a real work, and replies and errata carry its title, so neither a
title alone nor a set of numbers alone is ever enough.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from cluneal_lit.citations.matching.blocking import Blocks
from cluneal_lit.citations.matching.candidates import doubt, is_bare, is_place_of, other_version, unplaced
from cluneal_lit.citations.matching.cited import Cited, Titles, cited, titles
from cluneal_lit.citations.matching.notices import about
from cluneal_lit.citations.matching.placing import Placed, placed
from cluneal_lit.citations.matching.points import POINTS, line, points
from cluneal_lit.citations.matching.siblings import numbered, other_people
from cluneal_lit.citations.matching.supported import evidence, forgiven, is_placed
from cluneal_lit.compare import AGREEING, Comparison
from cluneal_lit.model import Citation, Fields, Ids, Record
from cluneal_lit.titles import compact

ACCEPT = 6.0
AHEAD = 1.0  # points by which the best must beat the next, or nobody is sure
_TELLING = 20  # letters of a title from which it is few works' title

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
    """Works by blocking key, to find the few that a reference can mean among many; made when the first is sought."""

    def __init__(self, works: Mapping[str, Iterable[Record]]) -> None:
        self._given = works

    @cached_property
    def _works(self) -> Mapping[str, tuple[tuple[Titles, Record], ...]]:
        return {
            name: tuple((titles(record.fields), record) for record in records) for name, records in self._given.items()
        }

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks((name, (record for _, record in work)) for name, work in self._works.items())

    def match(self, fields: Fields, raw: str = "", ids: Ids | None = None, refused: Collection[str] = ()) -> Match:
        """The work that a reference means, by its fields, the string they were read from, and its identifiers.

        None of those that were `refused` to it.
        """
        ranked = self.ranked(fields, raw, ids, refused)
        if not ranked:
            return Match("none")
        first, others = self.first(ranked, fields)
        if others:
            return Match("unsure", first.candidate, first.score, (*first.why, f"{others[0].candidate} fits as well"))
        return first

    def first(self, ranked: list[Match], fields: Fields) -> tuple[Match, tuple[Match, ...]]:
        """The best of the works, and those that fit as surely and nearly as well; none where it alone has the title to
        the letter."""
        others = level(ranked) if ranked[0].answer == "match" else ()
        titled = [one for one in (ranked[0], *others) if self._is_titled(one.candidate, fields)]
        return (titled[0], ()) if others and len(titled) == 1 else (ranked[0], others)

    def _is_titled(self, name: str, fields: Fields) -> bool:
        title = compact(fields.title)
        return bool(title) and any(title == compact(record.fields.title) for _, record in self._works[name])

    def near(self, fields: Fields, raw: str = "", refused: Collection[str] = ()) -> tuple[str, ...]:
        """The works that a reference may mean: all that would do, or where none does the one that comes next.

        Without any of them `match` could say something else.
        """
        ranked = self.ranked(fields, raw, refused=refused)
        sure = tuple(one.candidate for one in ranked if one.answer == "match")
        return sure or tuple(one.candidate for one in ranked[:1] if one.answer == "unsure")

    def ranked(
        self, fields: Fields, raw: str = "", ids: Ids | None = None, refused: Collection[str] = ()
    ) -> list[Match]:
        """Every candidate by its best description, the best first; none whose title contradicts and says so, but at
        whose place it is said to stand."""
        reference, names = cited(fields, raw), frozenset(ids.keys() if ids else ())
        found = self._blocks.candidates(reference, names)
        judged = (one for name in found if name not in refused for one in self._judged(reference, name, names))
        return sorted(judged, key=rank)

    def _judged(self, reference: Cited, name: str, ids: frozenset[str]) -> Iterator[Match]:
        described = [
            _judged(reference, record, name, names, title, ids)
            for names, record in self._works[name]
            if (title := placed(reference, names, record.fields)).relation != "contradicting"
            or (ids and not ids.isdisjoint(record.ids.keys()))
            or is_place_of(reference.fields, record.fields)
        ]
        if described:
            yield min(described, key=rank)


def best(citation: Citation, records: Iterable[Record], name: str) -> Match:
    """How well the one of a work's records that fits a citation best does so."""
    reference = cited(citation.fields, string(citation))
    known = ((titles(record.fields), record) for record in records)
    judged = (
        _judged(reference, record, name, names, placed(reference, names, record.fields), frozenset())
        for names, record in known
    )
    return min(judged, key=rank)


def string(citation: Citation) -> str:
    """The reference string of a citation, as `match` takes it; empty where what stands there is no such string."""
    return citation.raw if citation.form == "reference" else ""


def level(ranked: list[Match]) -> tuple[Match, ...]:
    """The works that fit a reference as surely as the best, and nearly as well."""
    return tuple(one for one in ranked[1:] if one.answer == "match" and ranked[0].score - one.score < AHEAD)


def _judged(reference: Cited, record: Record, name: str, known: Titles, title: Placed, ids: frozenset[str]) -> Match:
    """How well one description of a work fits a reference; what only carries its title is never certain."""
    found = forgiven(evidence(reference, record.fields, title), record.fields.author)
    score = sum(points(one) for one in found.values())
    short = max(map(len, known.whole), default=_TELLING) < _TELLING
    score -= 1.5 * (short and title.relation in AGREEING)
    numbers = numbered(reference, record.fields, title) if title.relation != "missing" else ""
    apart = numbers if title.relation in AGREEING else ""
    why = tuple(line(one, apart) for one in found.values() if one.field in POINTS)
    if shared := sorted(ids.intersection(record.ids.keys())):
        score, why = score + 4, (f"{shared[0]}: equal", *why)
    answer, reason = _answer(found, title, score, named=bool(shared)), ""
    if answer == "none" and not short and is_bare(found):
        answer = "unsure"
    if answer != "none" and not shared:
        reason = about(reference, record.fields, title, is_placed=is_placed(found))
    if reason:
        answer = "none" if found["pages"].relation == "contradicting" else "unsure"
    elif answer == "unsure" and short:
        reason = unplaced(found)
    elif answer == "match":
        people = other_people(reference.fields, record.fields, found["author"])
        doubted = doubt(reference, record, title, found, numbers) or (unplaced(found) if short else "")
        reason = people if shared else doubted or other_version(ids, record, found)
        answer = "unsure" if reason else answer
    return Match(answer, name, round(score, 2), (*why, reason) if reason else why)


def _answer(
    found: Mapping[str, Comparison], title: Placed, score: float, *, named: bool
) -> Literal["match", "unsure", "none"]:
    """By points, unless a veto speaks: a title or a first author that contradicts, or nothing that bears witness."""
    if named and all(one.relation != "contradicting" for one in found.values()):
        return "match"
    agreeing = {field for field, one in found.items() if one.relation in AGREEING}
    if title.relation == "contradicting":
        return "unsure" if named else "none"
    if title.relation == "missing" and not named:
        near = agreeing >= {"volume", "pages"} or agreeing >= _ALL - {"volume"}  # or all but a slip
        return "none" if not near else "match" if agreeing >= _ALL else "unsure"
    if found["author"].relation == "contradicting":
        return "unsure" if named or agreeing >= {"volume", "pages"} else "none"
    if not named and not agreeing & set(WITNESSES):
        return "none"
    if not named and not agreeing & {"author", "pages"}:
        return "unsure"  # whole issues of a journal share its name, year and volume
    return "match" if score >= ACCEPT else "unsure"


_ALL = {*WITNESSES, "journal"}


def rank(match: Match) -> tuple[int, bool, float, str]:
    """Where a match stands among others, the surest and best first; of what is none, what has the title."""
    order = ("match", "unsure", "none").index(match.answer)
    return (
        order,
        match.answer == "none" and match.why[0].startswith("title: contradicting"),
        -match.score,
        match.candidate,
    )
