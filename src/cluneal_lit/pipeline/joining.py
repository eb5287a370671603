"""Which records are one work: by identifiers, by what people decided, and by their likeness where that is certain."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from cluneal_lit import decided
from cluneal_lit.duplicates import Duplicates
from cluneal_lit.duplicates.rules import RULES
from cluneal_lit.entries.decisions import Decided
from cluneal_lit.entries.works import Group, grouped, merged, two_of_pubmed
from cluneal_lit.formats import brought
from cluneal_lit.model import Alike, Decision, Finding, Place, Record, Work
from cluneal_lit.pipeline import disputed, likeness, pairs, related
from cluneal_lit.pipeline.pairs import Side
from cluneal_lit.pipeline.related import Related
from cluneal_lit.store import decisions, library
from cluneal_lit.store.remembered import Keys

Pair = tuple[int, int]


class Joined(Struct, frozen=True):
    """The works; what of them is `alike`, joined or to be decided; a finding for every join that was refused and every
    decision that decides nothing; and what belongs together by its title."""

    groups: tuple[Group, ...]
    alike: tuple[Alike, ...]
    findings: tuple[Finding, ...]
    related: tuple[Related, ...] = ()


def joined(records: Iterable[Record], keys: Keys, links: Mapping[str, str], those: Sequence[Decision] = ()) -> Joined:
    """The records by work, whatever their order. `keys` were given before, `links` lead from a replaced identifier to
    the one it is now, `those` are people's decisions."""
    records = tuple(records)
    named = pairs.named(records, keys, links)
    told = pairs.decisions(named, those)
    are_two = disputed.apart_from(records)
    groups, contradicting = grouped(records, told, are_two, disputed.bearing(keys.works))
    stated = {*related.stated(groups)}
    silent = {*stated, *_parted(groups, told)}
    open_ = disputed.asked(groups)
    likely = likeness.found(groups, told, {*silent, *open_}, are_two)
    found = likely.alike

    def alike(one: int, other: int, points: float, why: str, is_joined: bool) -> Alike:
        left, right = likely.between.get((one, other), (groups[one].records, groups[other].records))
        return Alike(left, right, (named.name(left), named.name(right)), points, why, is_joined)

    ties = [alike(tie.one, tie.other, tie.points, RULES.get(tie.rule, ""), True) for tie in found.joins]
    for pair, ends, points, why in _asked(groups, found, {**likely.refused, **open_}, silent):
        if not likeness.is_silent(*ends, told):
            ties.append(alike(*pair, points, why, False))
    clustered = {place for cluster in found.clusters for place in cluster}
    whole = [group for place, group in enumerate(groups) if place not in clustered]
    whole += [merged([groups[place] for place in cluster]) for cluster in found.clusters]
    told_of = {finding.key for finding in contradicting if finding.key}
    told_of.update(*(disputed.shared(tie.one, tie.other) for tie in ties if not tie.joined))
    findings = (*contradicting, *_idle(named, those, whole), *disputed.unprinted(whole, told_of))
    return Joined(tuple(whole), tuple(ties), findings, related.seen(groups, found, stated))


def unsettled(told: Iterable[Finding], those: Iterable[Work], cited: Container[str]) -> Iterator[Finding]:
    """The store's findings, without a key that is used twice for one work, or that a program counted and no document
    cites: two exports that begin at 1 clash in each."""
    homes = {record.key: work.keys[0] for work in those for record in work.records}
    for finding in told:
        files = (finding.document, finding.values["other"]) if finding.code == "LIT607" else ()
        owners = {homes.get(f"library/{brought.named(library.own_name(file), finding.key)}") for file in files}
        counted = bool(files) and brought.is_number(finding.key) and finding.key not in cited
        if len(owners) != 1 and not counted:
            yield finding


def _parted(groups: Sequence[Group], told: Decided) -> Iterator[Pair]:
    """Works that people said are two."""
    homes = {record.key: place for place, group in enumerate(groups) for record in group.records}
    for pair in told.apart:
        one, other = sorted(homes.get(name, -1) for name in pair)
        if 0 <= one < other:
            yield one, other


def _asked(
    groups: Sequence[Group], found: Duplicates, refused: Mapping[Pair, str], silent: Collection[Pair]
) -> Iterator[tuple[Pair, tuple[Side, Side], float, str]]:
    """The pairs on which people may have to decide, one for each two works without a `silent` pair: the pair, the
    records of both works, its points, and what keeps from joining them, which is said of those `refused`."""
    home = {place: cluster for cluster in found.clusters for place in cluster}
    questions = [((tie.one, tie.other), tie.points, "") for tie in found.questions]
    questions += [(pair, 0.0, why) for pair, why in refused.items()]
    seen: set[frozenset[tuple[int, ...]]] = set()
    for pair, points, why in sorted(questions):
        ends = [home.get(place, (place,)) for place in pair]
        if any((min(both), max(both)) in silent for both in product(*ends)):
            continue
        if ends[0] != ends[1] and frozenset(ends) not in seen:
            seen.add(frozenset(ends))
            one, other = (tuple(record for place in end for record in groups[place].records) for end in ends)
            yield pair, (one, other), points, why


def _idle(named: pairs.Named, those: Iterable[Decision], groups: Iterable[Group]) -> Iterator[Finding]:
    """Decisions about works that have no effect."""
    homes = {record.key: group for group in groups for record in group.records}
    for decision in those:
        if decision.kind in decided.PAIRS and (reason := _reason(named, decision, homes)):
            names = decided.pair(decision)
            values = {"kind": decision.kind, "one": names[0], "other": names[1], "reason": reason}
            values |= {"about": shlex.join(names), "id": decision.about}
            yield Finding("LIT412", f"references/{decisions.FILE}", Place(line=decision.line, column=1), values=values)


def _reason(named: pairs.Named, decision: Decision, homes: Mapping[str, Group]) -> str:
    """Why a decision has no effect; empty for one that has."""
    names, sides = decided.pair(decision), named.sides(decision)
    if unknown := [name for name, side in zip(names, sides, strict=True) if not side]:
        return named.missing(unknown)
    if sides[0] == sides[1]:
        return "both names mean the same"
    one, other = (homes[side[0].key] for side in sides)
    if decision.kind == "apart" or one is other:
        return ""
    if two_of_pubmed(one.records, other.records):
        return "PubMed has them as two works"
    return "another line keeps them apart"
