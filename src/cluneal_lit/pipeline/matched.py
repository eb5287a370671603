"""What the program remembers of the strings that it matched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import UNSET
from msgspec.structs import replace

from cluneal_lit.checks.searched import unfound
from cluneal_lit.citations.matching.match import Match, best, rank
from cluneal_lit.model import Asked, Citation, Record, Resolution
from cluneal_lit.registries import nearest
from cluneal_lit.store import lock, remembered


def matches(found: Iterable[Resolution], lines: lock.Lock) -> tuple[remembered.Matched, ...]:
    """What a citation's text was matched with, each text once: what was found, nearly found, or searched for."""
    told = {}
    for resolution in found:
        citation = resolution.citation
        searched = () if resolution.works else unfound(resolution, lines)
        if resolution.answer in ("match", "unsure") or searched or resolution.decisions:
            answer, score, why = _judged(resolution, searched)
            told[citation.id] = remembered.Matched(
                citation.id,
                citation.document,
                citation.raw,
                answer,
                resolution.works[0] if resolution.works else "",
                round(score, 2),
                why,
                {line.source: line.day for line in searched} or UNSET,
                nearest(searched, resolution.refused) or UNSET,
                tuple(replace(one, text="", also="", line=0) for one in resolution.decisions) or UNSET,
            )
    return tuple(told.values())


def _judged(resolution: Resolution, searched: Iterable[Asked]) -> tuple[str, float, tuple[str, ...]]:
    """How well what comes nearest fits a citation: a work that is stored, or else what a search alone brought, which is
    never sure."""
    own = (resolution.answer or "none", resolution.score, resolution.why)
    if resolution.answer in ("match", "unsure"):
        return own
    near = min(
        (match for _, match in brought(resolution.citation, searched, resolution.refused)), key=rank, default=None
    )
    if near is None or (near.answer == "none" and near.score <= resolution.score):
        return own
    return ("none" if near.answer == "none" else "unsure"), near.score, near.why


def brought(citation: Citation, searched: Iterable[Asked], taken: Collection[str]) -> Iterator[tuple[Record, Match]]:
    """What searches alone brought and comes near, each work by the name that it was first brought by; none of those
    that are `taken` by one of their names."""
    told = set(taken)
    for record in (one for line in searched for one in line.near):
        match = best(citation, (record,), record.id)
        if is_near(match) and told.isdisjoint(names(record)):
            told |= names(record)
            yield record, match


def names(record: Record) -> set[str]:
    """The name of a record at its source, and its identifiers."""
    return {record.id, *record.ids.keys()}


def is_near(match: Match) -> bool:
    """Whether a work that fits so well is shown as what a citation may mean."""
    return match.answer != "none" or match.score > 0
