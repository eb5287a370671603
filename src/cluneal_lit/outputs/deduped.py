"""The report on duplicates: what was counted, every question and every work side by side, as a page to look over."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit import compare, dates, names
from cluneal_lit.model import Fields, Record
from cluneal_lit.outputs.environment import environment
from cluneal_lit.outputs.templates import Templates

GENERATOR = '<meta name="generator" content="cluneal-lit dedupe">'
_BESIDE = 4  # records that stand side by side; the first of a work stands beside all others
_IDS = ("doi", "pmid", "pmcid", "arxiv")
_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv", "author": "first author"}


class Member(Struct, frozen=True):
    """A record on the page: what it is called, where it is from, and what it says."""

    id: str
    source: str
    file: str
    record: Record


class Tied(Struct, frozen=True):
    """Two of the members, by their places among these, with their points; `why`, where no points decided."""

    one: int
    other: int
    points: float
    why: str = ""


class Group(Struct, frozen=True):
    """Records that are one work, the one that stays first, or a question; and what ties them."""

    members: tuple[Member, ...]
    ties: tuple[Tied, ...]


class Line(Struct, frozen=True):
    """A field of the records that stand side by side: of each its words in stretches, and whether these differ.

    One cell where all say the same.
    """

    field: str
    cells: tuple[tuple[tuple[bool, str], ...], ...]


class Table(Struct, frozen=True):
    """Members side by side, and what they say, a line a field."""

    members: tuple[Member, ...]
    lines: tuple[Line, ...]


class Shown(Struct, frozen=True):
    """A group on the page: its tables, and a sentence for each tie."""

    title: str
    tables: tuple[Table, ...]
    reasons: tuple[str, ...]


def page(
    counts: Sequence[object],
    questions: Iterable[Group],
    works: Iterable[Group],
    related: Iterable[tuple[Member, str, Member]],
    records: int,
    templates: Templates,
) -> str:
    """The report as HTML that loads nothing; `counts` have what `duplicates.origins.Count` has, `related` are works
    that are two, with what the first is to the second (`a reply to`)."""
    return (
        environment(".html", templates)
        .get_template("_dedupe.html.j2")
        .render(
            counts=counts,
            questions=[shown(one) for one in questions],
            works=[shown(one) for one in works],
            related=[*related],
            records=records,
            generator=Markup(GENERATOR),
        )
    )


def shown(group: Group) -> Shown:
    """A group as it stands on the page."""
    first, *others = group.members
    parts = [others[start : start + _BESIDE - 1] for start in range(0, len(others), _BESIDE - 1)]
    tables = tuple(Table((first, *part), tuple(_lines([first, *part]))) for part in parts)
    title = next((one.record.fields.title for one in group.members if one.record.fields.title), first.id)
    return Shown(title, tables, tuple(reason(group, tie) for tie in group.ties))


def reason(group: Group, tie: Tied) -> str:
    """`a and b: chance 98.7 %; the same title, year; close journal; other pages`."""
    one, other = group.members[tie.one], group.members[tie.other]
    sure = tie.why or f"chance {chance(tie.points)}"
    return "; ".join((f"{one.id} and {other.id}: {sure}", *agreement(one.record, other.record)))


def agreement(left: Record, right: Record) -> Iterator[str]:
    """What two records have the same, close to each other, and otherwise; what one of them lacks is left out."""
    found: dict[str, list[str]] = {"equal": [], "close": [], "contradicting": [], "missing": []}
    for kind in _IDS:
        one, other = getattr(left.ids, kind), getattr(right.ids, kind)
        if one and other:
            found["equal" if one == other else "contradicting"].append(_NAMES[kind])
    for one in compare.compared(left.fields, right.fields):
        found[one.relation].append(_NAMES.get(one.field, one.field))
    for relation, words in (("equal", "the same"), ("close", "close"), ("contradicting", "other")):
        if found[relation]:
            yield f"{words} {', '.join(found[relation])}"


def chance(points: float) -> str:
    """Points as a chance: `43 %`, `98.7 %`, `over 99.9 %`."""
    part = 100 / (1 + math.exp(-points))
    if part > 99.9:
        return "over 99.9 %"
    return f"{part:.1f} %" if part > 90 else f"{part:.0f} %"


def _lines(members: Sequence[Member]) -> Iterator[Line]:
    for field, *texts in zip(_FIELDS, *(_texts(one.record) for one in members), strict=True):
        if any(texts):
            yield Line(field, _cells(texts))


def _cells(texts: Sequence[str]) -> tuple[tuple[tuple[bool, str], ...], ...]:
    first, *others = texts
    if all(text == first for text in others):
        return (((False, first),),)
    beside = [_marked(first, text) for text in others]
    ours = beside[0][0] if len(others) == 1 else ((False, first),)
    return (ours, *(theirs for _, theirs in beside))


def _marked(left: str, right: str) -> tuple[tuple[tuple[bool, str], ...], tuple[tuple[bool, str], ...]]:
    """Both texts in stretches, with whether one says what the other does not; nothing is marked beside nothing."""
    if not left or not right:
        return ((False, left),), ((False, right),)
    parts = compare.stretches(left, right)
    return (
        tuple((not same, ours) for same, ours, _ in parts if ours),
        tuple((not same, theirs) for same, _, theirs in parts if theirs),
    )


_FIELDS = ("Title", "Authors", "Year", "Journal", "Volume", "Pages", *map(_NAMES.__getitem__, _IDS))


def _texts(record: Record) -> tuple[str, ...]:
    """What the record says in each of `_FIELDS`."""
    said: Fields = record.fields
    issue = f"({said.issue})" if said.issue else ""
    return (
        said.title,
        ", ".join(map(names.nlm, said.author)),
        dates.words(said.issued),
        said.container_title,
        f"{said.volume}{issue}",
        said.page or said.number,
        *(str(getattr(record.ids, kind)) for kind in _IDS),
    )
